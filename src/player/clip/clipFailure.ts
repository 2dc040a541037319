/** Why there is no clip. */
export type ClipProblem =
  | 'unreachable' // no connection, or the host does not let pages read the film
  | 'expired' // its address is no longer accepted
  | 'not-renewed' // nor could another be had
  | 'index-too-large' // more of it would be read than a page should
  | 'not-indexed' // no container whose index can be read
  | 'not-decoded'
  | 'not-encoded'
  | 'not-copied' // a codec that does not go into an MP4 file
  | 'too-large' // more would be read than the film's index says
  | 'failed'

/** What making a clip rejects with; `cause` is what the library, the browser or the host said. */
export class ClipFailure extends Error {
  readonly problem: ClipProblem
  constructor(problem: ClipProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'ClipFailure'
    this.problem = problem
  }
}

const REFUSED = /^Error fetching .*: (401|403|404|410) /s

/** Reads what mediabunny or the browser threw: an answer of the host is told by its status, in the error's text. */
export function readClipFailure(error: unknown): ClipFailure {
  if (error instanceof ClipFailure) return error
  if (!(error instanceof Error)) return new ClipFailure('failed', error)
  if (REFUSED.test(error.message)) return new ClipFailure('expired', error)
  if (error.message.startsWith('Error fetching ')) return new ClipFailure('unreachable', error)
  // What `fetch` rejects with, and a body that is cut off.
  const isNetwork = error.name === 'TypeError' || error.name === 'NetworkError'
  if (isNetwork && /fetch|network|load failed/i.test(error.message))
    return new ClipFailure('unreachable', error)
  if (error.name === 'UnsupportedInputFormatError') return new ClipFailure('not-indexed', error)
  if (error.name === 'EncodingError') return new ClipFailure('not-decoded', error)
  return new ClipFailure('failed', error)
}
