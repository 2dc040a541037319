import { AppError } from '../domain/errors.ts'

/** One signal that ends with the caller's own or after `ms`; `done` leaves no timer behind. */
export function timeLimit(
  ms: number,
  asked: AbortSignal | undefined,
): { signal: AbortSignal; done: () => void } {
  const control = new AbortController()
  const end = () => control.abort(asked?.reason)
  const timer = setTimeout(end, Math.max(0, ms))
  if (asked?.aborted) end()
  asked?.addEventListener('abort', end)
  return {
    signal: control.signal,
    done: () => {
      clearTimeout(timer)
      asked?.removeEventListener('abort', end)
    },
  }
}

/** Waits for work that knows no signal, but no longer than the signal allows. */
export async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = () => {}
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new DOMException('Stopped', 'AbortError'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Resolves after `ms`; rejects as `aborted` when the signal comes first. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new AppError('aborted'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
  })
}
