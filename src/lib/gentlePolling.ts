/** How often something is asked for: the first time after `firstMs`, then ever more rarely up to `mostMs`. */
export type PollingPace = { firstMs: number; mostMs: number; factor: number }

/**
 * Asks again and again, gently: more rarely as long as nothing changes, from the beginning once something did, and
 * never while the tab is hidden. `ask` tells whether something changed; a failure counts as nothing. The waits are
 * spread by a quarter either way, so that many consoles do not ask at the same moment. Returns the function that
 * ends it.
 */
export function pollGently(
  ask: (signal: AbortSignal) => Promise<boolean>,
  { firstMs, mostMs, factor }: PollingPace,
): () => void {
  const control = new AbortController()
  let waitMs = firstMs
  let state: 'waiting' | 'asking' | 'asleep' = 'asleep'
  let timer: ReturnType<typeof setTimeout> | undefined

  const wait = () => {
    state = 'waiting'
    timer = setTimeout(() => void askOnce(), waitMs * (0.75 + Math.random() / 2))
  }
  const askOnce = async () => {
    if (document.hidden) {
      state = 'asleep'
      return
    }
    state = 'asking'
    const changed = await ask(control.signal).catch(() => false)
    if (control.signal.aborted) return
    waitMs = changed ? firstMs : Math.min(mostMs, waitMs * factor)
    wait()
  }
  const wake = () => {
    if (document.hidden || state !== 'asleep') return
    waitMs = firstMs
    wait()
  }

  document.addEventListener('visibilitychange', wake)
  wait()
  return () => {
    control.abort()
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', wake)
  }
}
