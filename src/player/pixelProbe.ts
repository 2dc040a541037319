/**
 * Whether a host lets pages read a film's pictures, asked with an element of its own as far as the film's length. The
 * player goes on without CORS after any refusal, one that has passed included (docs/decisions/0013). After `signal` is
 * aborted nobody is answered.
 */
export function canReadPixels(address: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = document.createElement('video')
    const answer = (canRead: boolean) => () => {
      leave()
      resolve(canRead)
    }
    const leave = () => {
      events.abort()
      probe.removeAttribute('src')
      probe.load()
    }
    const events = new AbortController()
    probe.addEventListener('loadedmetadata', answer(true), { signal: events.signal })
    probe.addEventListener('error', answer(false), { signal: events.signal })
    signal.addEventListener('abort', leave, { signal: events.signal })
    probe.crossOrigin = 'anonymous'
    probe.preload = 'metadata'
    probe.src = address
  })
}
