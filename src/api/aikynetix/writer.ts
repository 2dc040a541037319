import { AppError, ConflictError } from '../../domain/errors.ts'
import { editedMeanwhile } from '../../domain/session.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import { changedMeanwhile, versionOf } from '../../domain/sessionVersion.ts'
import type { SessionWriter } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { writeRecordedAt } from './dates.ts'

const sessionPath = (id: SessionId) => `/session-management/sessions/${encodeURIComponent(id)}`

/** Writes over an API whose records have no version: it reads before writing and compares. */
export function createWriter(
  http: Http,
  get: (ids: SessionId[], signal?: AbortSignal) => Promise<Map<SessionId, Session>>,
): SessionWriter {
  const readOne = async (id: SessionId, signal?: AbortSignal) => {
    const session = (await get([id], signal)).get(id)
    if (signal?.aborted) throw new AppError('aborted')
    return session
  }

  /** The answer to a write was lost: looks whether it arrived instead of guessing. */
  const lookAfter = async (id: SessionId, lost: AppError) => {
    try {
      return await readOne(id)
    } catch {
      throw lost
    }
  }

  return {
    async update(before, patch, signal) {
      const now = await readOne(before.id, signal)
      if (!now) throw new AppError('not-found')
      if (editedMeanwhile(before, now).length > 0) {
        // An earlier try, of which no answer came, has done it already.
        if (editedMeanwhile({ ...before, ...patch }, now).length === 0) return now
        throw new ConflictError(now)
      }
      const wanted = { ...now, ...patch }
      try {
        await http.send({
          method: 'PUT',
          path: sessionPath(before.id),
          unsent: signal,
          body: {
            ...(patch.title === undefined ? {} : { title: patch.title }),
            ...(patch.recordedAt === undefined ? {} : { created_at: writeRecordedAt(patch.recordedAt) }),
          },
          parse: () => undefined,
        })
        return wanted
      } catch (error) {
        if (!(error instanceof AppError) || !error.outcomeUnknown) throw error
        const after = await lookAfter(before.id, error)
        if (after && editedMeanwhile(wanted, after).length === 0) return after
        throw new AppError(error.kind, { cause: error })
      }
    },

    async remove(before, signal) {
      const now = await readOne(before.id, signal)
      if (!now) return 'gone'
      if (changedMeanwhile(before, versionOf(now)).length > 0) throw new ConflictError(now)
      try {
        await http.send({
          method: 'DELETE',
          path: sessionPath(before.id),
          unsent: signal,
          parse: () => undefined,
        })
        return 'removed'
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.kind === 'not-found') return 'gone'
        if (!error.outcomeUnknown) throw error
        if (!(await lookAfter(before.id, error))) return 'removed'
        throw new AppError(error.kind, { cause: error })
      }
    },
  }
}
