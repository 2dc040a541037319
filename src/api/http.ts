import { AppError, toAppError } from '../domain/errors.ts'
import type { ErrorKind } from '../domain/errors.ts'
import { timeLimit, wait, within } from './waiting.ts'

/** Where tokens come from; the shape of the sign-in service that requests need. */
export type TokenSource = {
  token(): Promise<string | null>
  renewToken(refused: string): Promise<string | null>
}

/** What an error answer means in a source's own words; null leaves it to the status. */
export type ExplainStatus = (status: number, serverText: string) => ErrorKind | null

export type HttpSettings = {
  baseUrl: string
  tokens: TokenSource
  explain: ExplainStatus
  /** Called when the server refuses a token that cannot be renewed, or even a renewed one. */
  onSignedOut: (refused: string) => void
}

export type Read<T> = {
  path: string
  query?: Record<string, string | number | boolean | undefined>
  headers?: Record<string, string>
  /** Some reads are POST requests. */
  body?: unknown
  signal?: AbortSignal | undefined
  /** Turns the JSON into what is asked for; throws when it is not what was agreed. */
  parse: (json: unknown) => T
}

export type Write<T> = Read<T> & {
  method: 'POST' | 'PUT' | 'DELETE' | 'GET'
  timeoutMs?: number
  /** Ends it as long as it has not gone out; an answer to what was sent is waited for all the same. */
  unsent?: AbortSignal | undefined
}

export type Http = {
  /** Heals from failures that pass by, and gives up within 30 seconds, waiting included. */
  read<T>(request: Read<T>): Promise<T>
  /** Sent once. A lost answer rejects with `outcomeUnknown`. */
  send<T>(request: Write<T>): Promise<T>
  /** Bytes of a signed address; carries no token. */
  download(
    url: string,
    onProgress: (loaded: number, total: number | null) => void,
    signal?: AbortSignal,
  ): Promise<Blob>
}

/** A read's whole patience, its retries and the server's `Retry-After` included. */
const READ_PATIENCE_MS = 28_000
const ATTEMPT_MS = 12_000
const WRITE_PATIENCE_MS = 30_000
/** What a server asks of one request is kept by all, up to this; our choice. Longer waits end only the one that met it. */
const LONGEST_QUIET_MS = 30_000
/** The vendor's guide: 500, 503 and time-outs may be retried after 1, 2, 4 s. */
const PAUSES_MS = [1_000, 2_000, 4_000]

/** The one place that calls `fetch`: address, token, JSON, errors, abort, retry. */
export function createHttp({ baseUrl, tokens, explain, onSignedOut }: HttpSettings): Http {
  const base = baseUrl.replace(/\/+$/, '')
  /** Until then the server has asked to be left alone, by a clock that nobody sets back. */
  let quietUntil = 0

  function address<T>({ path, query }: Read<T>): string {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) search.set(name, String(value))
    }
    const text = search.toString()
    return `${base}${path}${text ? `?${text}` : ''}`
  }

  function keepQuiet({ status, headers }: Response): void {
    const asked = retryAfter(headers.get('Retry-After')) ?? 0
    if (kindOfStatus(status) === 'busy' && asked <= LONGEST_QUIET_MS) {
      quietUntil = Math.max(quietUntil, performance.now() + asked)
    }
  }

  const quiet = () => quietUntil - performance.now()

  /** Waits for as long as the server has asked for; a request that cannot wait so long ends at once. */
  async function quietOver(deadline: number, signal: AbortSignal | undefined): Promise<void> {
    for (let left = quiet(); left > 0; left = quiet()) {
      if (Date.now() + left >= deadline) throw new AppError('busy', { retryAfterMs: left })
      await wait(left, signal)
    }
  }

  /** `unsent` ends it until it goes out, `signal` until the answer is there. `track`: whether an answer is awaited. */
  async function exchange<T>(
    method: string,
    request: Read<T>,
    signal: AbortSignal,
    { unsent = signal, track }: { unsent?: AbortSignal; track?: (sent: boolean) => void } = {},
  ): Promise<T> {
    const call = (token: string) => {
      // A token can take a while: meanwhile its account may have gone, or another request been told to wait.
      unsent.throwIfAborted()
      if (quiet() > 0) throw new HeldBack()
      track?.(true)
      return fetch(address(request), {
        method,
        signal,
        headers: {
          Authorization: `Bearer ${token}`,
          ...request.headers,
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      })
    }
    const token = await within(unsent, tokens.token())
    if (token === null) throw new AppError('signed-out')
    let response = await call(token)
    if (response.status === 401) {
      track?.(false)
      const renewed = await within(unsent, tokens.renewToken(token))
      if (renewed !== null) response = await call(renewed)
      if (renewed === null || response.status === 401) {
        onSignedOut(renewed ?? token)
        throw new AppError('signed-out', { serverText: await errorText(response) })
      }
    }
    if (!response.ok) {
      // Before the body is read, which may take long or never end.
      keepQuiet(response)
      throw await failure(response, explain)
    }
    const text = await response.text()
    try {
      return request.parse(JSON.parse(text))
    } catch (cause) {
      throw cause instanceof AppError ? cause : new AppError('unavailable', { cause })
    }
  }

  async function read<T>(request: Read<T>): Promise<T> {
    const deadline = Date.now() + READ_PATIENCE_MS
    for (let attempt = 0; ;) {
      await quietOver(deadline, request.signal)
      const limit = timeLimit(Math.min(deadline - Date.now(), ATTEMPT_MS), request.signal)
      try {
        return await exchange(request.body === undefined ? 'GET' : 'POST', request, limit.signal)
      } catch (error) {
        if (error instanceof HeldBack) continue
        const problem = asAppError(error, request.signal?.aborted)
        const pause = retryPause(problem, attempt)
        if (pause === null || Date.now() + pause >= deadline) throw problem
        attempt += 1
        await wait(pause, request.signal)
      } finally {
        limit.done()
      }
    }
  }

  async function send<T>(request: Write<T>): Promise<T> {
    const patience = request.timeoutMs ?? WRITE_PATIENCE_MS
    // What is left of the patience must do for an answer, or a write would be sent and not waited for.
    const latest = Date.now() + patience - ATTEMPT_MS
    const limit = timeLimit(patience, request.signal)
    const unsent = request.unsent ? AbortSignal.any([limit.signal, request.unsent]) : limit.signal
    let sent = false
    const track = (now: boolean) => (sent = now)
    try {
      for (;;) {
        await quietOver(latest, unsent)
        try {
          return await exchange(request.method, request, limit.signal, { unsent, track })
        } catch (error) {
          if (!(error instanceof HeldBack)) throw error
        }
      }
    } catch (error) {
      const problem = asAppError(error, request.signal?.aborted || (!sent && request.unsent?.aborted))
      // An answer with a status is an answer; without one the write may or may not have been carried out.
      const lost =
        sent &&
        (!(error instanceof AppError) || (problem.kind === 'unavailable' && !(error instanceof StatusError)))
      throw lost ? new AppError(problem.kind, { outcomeUnknown: true, cause: error }) : problem
    } finally {
      limit.done()
    }
  }

  async function download(
    url: string,
    onProgress: (loaded: number, total: number | null) => void,
    signal?: AbortSignal,
  ): Promise<Blob> {
    try {
      const response = await fetch(url, { signal: signal ?? null })
      if (response.status === 403) throw new AppError('address-expired')
      if (!response.ok || !response.body) throw await failure(response, () => null)
      const length = Number(response.headers.get('Content-Length'))
      const total = length > 0 ? length : null
      const parts: Uint8Array<ArrayBuffer>[] = []
      let loaded = 0
      const reader = response.body.getReader()
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        parts.push(chunk.value)
        loaded += chunk.value.byteLength
        onProgress(loaded, total)
      }
      if (total !== null && loaded < total) throw new AppError('unavailable')
      return new Blob(parts, { type: response.headers.get('Content-Type') ?? 'video/mp4' })
    } catch (error) {
      throw asAppError(error, signal?.aborted)
    }
  }

  return { read, send, download }
}

/** A failure the server itself answered. */
class StatusError extends AppError {}

/** Nothing was sent, since the server has asked to be left alone. */
class HeldBack extends Error {}

async function errorText(response: Response): Promise<string> {
  try {
    // One API says `error`, the other `message`.
    const { message, error = message } = JSON.parse(await response.text()) as Record<string, unknown>
    return typeof error === 'string' ? error : ''
  } catch {
    return ''
  }
}

async function failure(response: Response, explain: ExplainStatus): Promise<StatusError> {
  const text = await errorText(response)
  const kind = explain(response.status, text) ?? kindOfStatus(response.status)
  return new StatusError(kind, {
    serverText: text || null,
    retryAfterMs: retryAfter(response.headers.get('Retry-After')),
  })
}

/** What a status says where the server's own words do not say more. */
export function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden-role'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 429 || status === 503) return 'busy'
  return status >= 500 ? 'unavailable' : 'invalid'
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}

function retryPause(problem: AppError, attempt: number): number | null {
  if (problem.kind !== 'unavailable' && problem.kind !== 'busy') return null
  const pause = PAUSES_MS[attempt]
  if (pause === undefined) return null
  return problem.retryAfterMs ?? pause
}

function asAppError(error: unknown, isGivenUp: boolean | undefined): AppError {
  if (error instanceof AppError) return error
  if (isGivenUp) return new AppError('aborted', { cause: error })
  if (!navigator.onLine) return new AppError('offline', { cause: error })
  return toAppError(error)
}
