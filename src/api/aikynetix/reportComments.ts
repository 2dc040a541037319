import { AppError } from '../../domain/errors.ts'
import { CommentsConflictError, sameComments } from '../../domain/reportComments.ts'
import type { ReportComment, SessionId } from '../../domain/session.ts'
import type { ReportComments } from '../../domain/source.ts'
import type { Http, Write } from '../http.ts'
import { asObject, field } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { mapComments } from './sessionMapping.ts'

const pathOf = (id: SessionId) => `/running/sessions/${encodeURIComponent(id)}/report-comments/`

/** The API says 404 both for a missing session and for a session without comments, and tells them apart by text. */
const isNone = (error: unknown) =>
  error instanceof AppError &&
  error.kind === 'not-found' &&
  /comments not found/i.test(error.serverText ?? '')

/**
 * Report comments of runs, which the API takes as one object without a version: what is there is read and compared
 * before it is written, and parts of it that are no comments are written back as they were.
 */
export function createReportComments(http: Http): Omit<ReportComments, 'canWrite'> {
  const readRaw = async (id: SessionId, signal?: AbortSignal): Promise<JsonObject> => {
    const parse = (json: unknown): JsonObject => {
      const comments = asObject(json)
      if (!comments) throw new AppError('unavailable')
      return comments
    }
    try {
      return await http.read({ path: pathOf(id), signal, parse })
    } catch (error) {
      if (isNone(error)) return {}
      throw error
    }
  }
  const read = async (id: SessionId, signal?: AbortSignal) => mapComments(await readRaw(id, signal))

  /** Writes once; when the answer was lost, looks whether it arrived instead of guessing. */
  const write = async (
    id: SessionId,
    request: Pick<Write<unknown>, 'method' | 'body'>,
    wanted: readonly ReportComment[],
  ): Promise<void> => {
    try {
      await http.send({ ...request, path: pathOf(id), parse: () => undefined })
    } catch (error) {
      if (!(error instanceof AppError) || !error.outcomeUnknown) throw error
      const after = await read(id).catch(() => {
        throw error
      })
      if (!sameComments(wanted, after)) throw new AppError(error.kind, { cause: error })
    }
  }

  return {
    read,

    async save({ id, comments: before }, wanted) {
      const raw = await readRaw(id)
      const now = mapComments(raw)
      if (!sameComments(before, now)) {
        // An earlier try, of which no answer came, has done it already.
        if (sameComments(wanted, now)) return now
        throw new CommentsConflictError(now)
      }
      const body = rawOf(wanted, before, raw)
      await write(id, { method: 'POST', body }, wanted)
      return mapComments(body)
    },

    async remove({ id, comments: before }) {
      const raw = await readRaw(id)
      const now = mapComments(raw)
      if (now.length === 0) return
      if (!sameComments(before, now)) throw new CommentsConflictError(now)
      // A DELETE would take with it what other programs keep there and nobody here has seen.
      const rest = rawOf([], before, raw)
      const isAll = Object.values(rest).every(saysNothing)
      try {
        await write(id, isAll ? { method: 'DELETE' } : { method: 'POST', body: rest }, [])
      } catch (error) {
        if (!isNone(error)) throw error
      }
    },
  }
}

const saysNothing = (value: unknown): boolean =>
  value === null || value === '' || Object.values(asObject(value) ?? { value }).every((each) => each === '')

/** The object that says `wanted` and keeps of `raw` all that was no comment. */
function rawOf(
  wanted: readonly ReportComment[],
  before: readonly ReportComment[],
  raw: JsonObject,
): JsonObject {
  const shown = new Set(before.map(({ key }) => key))
  const wantedKeys = new Set(wanted.map(({ key }) => key))
  const notUnderstood = (key: string) =>
    Object.entries(asObject(field(raw, key)) ?? {}).filter(([, value]) => typeof value !== 'string')
  const kept = Object.keys(raw).flatMap((key): [string, unknown][] => {
    if (wantedKeys.has(key)) return []
    if (!shown.has(key)) return [[key, raw[key]]]
    // Its words are removed; what stood beside them is not.
    const rest = notUnderstood(key)
    return rest.length > 0 ? [[key, Object.fromEntries(rest)]] : []
  })
  const written = wanted.map(({ key, text }): [string, unknown] => {
    const entries = Object.entries(text)
    const isPlain = asObject(field(raw, key)) === null && entries.length === 1 && entries[0]?.[0] === ''
    return [key, isPlain ? text[''] : Object.fromEntries([...notUnderstood(key), ...entries])]
  })
  return Object.fromEntries([...written, ...kept])
}
