import { AppError, ConflictError } from '../../domain/errors.ts'
import { editedMeanwhile } from '../../domain/session.ts'
import type { Session, SessionId, SessionPatch } from '../../domain/session.ts'
import type { SessionWriter } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { writeRecordedAt } from './dates.ts'

const sessionPath = (id: SessionId) => `/session-management/sessions/${encodeURIComponent(id)}`

/** Writes over an API whose records have no version: it reads before writing and compares. */
export function createWriter(
  http: Http,
  get: (ids: SessionId[]) => Promise<Map<SessionId, Session>>,
): SessionWriter {
  const getOne = async (id: SessionId) => (await get([id])).get(id)

  return {
    async update(before: Session, patch: SessionPatch): Promise<Session> {
      const now = await getOne(before.id)
      if (!now) throw new AppError('not-found')
      if (editedMeanwhile(before, now).length > 0) throw new ConflictError(now)
      const wanted = { ...now, ...patch }
      try {
        await http.send({
          method: 'PUT',
          path: sessionPath(before.id),
          body: {
            ...(patch.title === undefined ? {} : { title: patch.title }),
            ...(patch.recordedAt === undefined ? {} : { created_at: writeRecordedAt(patch.recordedAt) }),
          },
          parse: () => undefined,
        })
        return wanted
      } catch (error) {
        if (!(error instanceof AppError) || !error.outcomeUnknown) throw error
        // The answer was lost: look whether the write arrived instead of guessing.
        const after = await getOne(before.id)
        if (after && editedMeanwhile(wanted, after).length === 0) return after
        throw new AppError(error.kind, { cause: error })
      }
    },

    async remove(id: SessionId): Promise<void> {
      try {
        await http.send({ method: 'DELETE', path: sessionPath(id), parse: () => undefined })
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.kind === 'not-found') return
        if (!error.outcomeUnknown) throw error
        if (await getOne(id)) throw new AppError(error.kind, { cause: error })
      }
    },
  }
}
