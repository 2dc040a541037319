import { AppError, ConflictError } from '../domain/errors.ts'
import { CommentsConflictError, sameComments } from '../domain/reportComments.ts'
import { editedMeanwhile } from '../domain/session.ts'
import type { ReportComment, Session, SessionId } from '../domain/session.ts'
import { changedMeanwhile, versionOf } from '../domain/sessionVersion.ts'
import type { ReportComments, SessionSource, SessionWriter } from '../domain/source.ts'

export type MemorySource = ReturnType<typeof createMemorySource>

/** How long one request takes, in milliseconds of the test's clock. */
export const REQUEST_MS = 50

/**
 * A source whose sessions are in memory and whose writer reads, compares and then writes, each taking a while. What goes
 * wrong is said beforehand, by session: `refused` before the write, `lost` after it, with nobody able to look.
 */
export function createMemorySource(sessions: readonly Session[]) {
  const stored = new Map(sessions.map((session) => [session.id, session]))
  const begun: SessionId[] = []
  const refusals = new Map<SessionId, AppError[]>()
  const lost = new Set<SessionId>()
  let inFlight = 0
  let mostInFlight = 0

  async function request<T>(answer: () => T): Promise<T> {
    inFlight += 1
    mostInFlight = Math.max(mostInFlight, inFlight)
    await new Promise((resolve) => setTimeout(resolve, REQUEST_MS))
    inFlight -= 1
    return answer()
  }

  async function readFirst(id: SessionId, signal: AbortSignal | undefined): Promise<Session | undefined> {
    begun.push(id)
    const now = await request(() => stored.get(id))
    if (signal?.aborted) throw new AppError('aborted')
    const refusal = refusals.get(id)?.shift()
    if (refusal) throw refusal
    return now
  }

  const write = (id: SessionId, act: () => void) =>
    request(() => {
      act()
      if (lost.delete(id)) throw new AppError('unavailable', { outcomeUnknown: true })
    })

  const writer: SessionWriter = {
    async update(before, patch, signal) {
      const now = await readFirst(before.id, signal)
      if (!now) throw new AppError('not-found')
      if (editedMeanwhile(before, now).length > 0) throw new ConflictError(now)
      const wanted = { ...now, ...patch }
      await write(before.id, () => stored.set(before.id, wanted))
      return wanted
    },
    async remove(before, signal) {
      const now = await readFirst(before.id, signal)
      if (!now) return 'gone'
      if (changedMeanwhile(before, versionOf(now)).length > 0) throw new ConflictError(now)
      await write(before.id, () => stored.delete(before.id))
      return 'removed'
    },
  }
  const writeComments = async (
    { id, comments: before }: Pick<Session, 'id' | 'comments'>,
    wanted: ReportComment[],
  ) => {
    const now = await readFirst(id, undefined)
    if (!now) throw new AppError('not-found')
    if (sameComments(wanted, now.comments)) return wanted
    if (!sameComments(before, now.comments)) throw new CommentsConflictError(now.comments)
    await write(id, () => stored.set(id, { ...now, comments: wanted }))
    return wanted
  }
  const comments: ReportComments = {
    canWrite: ({ activity }) => activity === 'Running',
    read: (id) =>
      request(() => {
        const session = stored.get(id)
        if (!session) throw new AppError('not-found')
        return session.comments
      }),
    save: writeComments,
    remove: async (before) => void (await writeComments(before, [])),
  }
  const get = (ids: SessionId[]) => request(() => new Map([...stored].filter(([id]) => ids.includes(id))))
  return {
    source: { id: 'memory', get, comments, writer } as Partial<SessionSource> as SessionSource,
    stored,
    /** Ids in the order in which their work was begun, once for each try. */
    begun,
    mostInFlight: () => mostInFlight,
    refuse: (id: SessionId, ...errors: AppError[]) => refusals.set(id, errors),
    lose: (id: SessionId) => lost.add(id),
  }
}
