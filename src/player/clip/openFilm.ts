import { Input, MP4, QTFF, UrlSource } from 'mediabunny'
import type { Source } from 'mediabunny'
import { ClipFailure, readClipFailure } from './clipFailure.ts'
import type { ClipProblem } from './clipFailure.ts'

/** What is kept of what was read, at most: a long film goes by without staying in memory. */
const MOST_CACHED = 16_000_000

/** Reads a film by range requests, of which none is repeated: whoever asked decides about that. */
const sourceOf = (address: string): Source =>
  new UrlSource(address, {
    getRetryDelay: () => null,
    handleUnhandledError: () => undefined,
    maxCacheSize: MOST_CACHED,
  })

/**
 * Opens a film for `work` and closes it after that, however it ends. `mostBytes` bounds what is read, `beyond`
 * says what it is called when that is not enough. Rejects with a `ClipFailure`; after `signal` is aborted, with its reason.
 */
export async function withFilm<Result>(
  film: string | Source,
  { mostBytes, beyond, signal }: { mostBytes: number; beyond: ClipProblem; signal: AbortSignal },
  work: (input: Input) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted()
  const source = typeof film === 'string' ? sourceOf(film) : film
  const input = new Input({ source, formats: [MP4, QTFF] })
  let isTooLarge = false
  const stop = () => input.dispose()
  let bytes = 0
  source.on('read', ({ start, end }) => {
    bytes += end - start
    isTooLarge ||= bytes > mostBytes
    if (isTooLarge) stop()
  })
  signal.addEventListener('abort', stop)
  try {
    return await work(input)
  } catch (error) {
    signal.throwIfAborted()
    throw isTooLarge ? new ClipFailure(beyond, error) : readClipFailure(error)
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
