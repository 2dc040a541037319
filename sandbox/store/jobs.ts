import { and, eq } from 'drizzle-orm'
import type { Database } from './database.ts'
import { analysisJobs, sessions, type SessionRow } from './schema.ts'
import { anySession } from './sessions.ts'

/** Writes down that an analysis was asked for, unless the video is there already or the session is gone. */
export function beginJob(db: Database, sessionId: string): Promise<'begun' | 'made' | 'gone'> {
  return db.transaction(async (tx) => {
    const begun = await tx
      .update(sessions)
      .set({ status: 'queued' })
      .where(and(eq(sessions.id, sessionId), eq(sessions.analyzed, false)))
      .returning({ id: sessions.id })
    if (begun.length === 0) return (await anySession(tx, sessionId)) ? 'made' : 'gone'
    await tx.insert(analysisJobs).values({ sessionId, state: 'queued' }).onConflictDoNothing()
    return 'begun'
  })
}

/** Moves a job on from waiting to work. */
export function startJob(db: Database, sessionId: string): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.update(analysisJobs).set({ state: 'processing' }).where(eq(analysisJobs.sessionId, sessionId))
    await tx.update(sessions).set({ status: 'processing' }).where(eq(sessions.id, sessionId))
  })
}

/** Ends a job with what it made; false when the session is gone. */
export function endJob(db: Database, sessionId: string, result: Partial<SessionRow>): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.delete(analysisJobs).where(eq(analysisJobs.sessionId, sessionId))
    const ended = await tx
      .update(sessions)
      .set(result)
      .where(eq(sessions.id, sessionId))
      .returning({ id: sessions.id })
    return ended.length > 0
  })
}

/** Jobs that an earlier process left behind. */
export async function unfinishedJobs(db: Database): Promise<string[]> {
  return (await db.select({ id: analysisJobs.sessionId }).from(analysisJobs)).map((job) => job.id)
}
