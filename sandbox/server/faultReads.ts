import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../store/database.ts'
import { sessions, type SessionRow } from '../store/schema.ts'

const FAULT = 'changed while you edit'
const READ = 1
const CHANGED = 2
const MARK = ' (changed by somebody else)'

/** Remembers that a session made to change under its reader has been seen in a list. */
export async function noteListed(database: Database, rows: SessionRow[]): Promise<void> {
  const seen = rows.filter((row) => row.fault === FAULT && row.readsSinceSave === 0)
  if (seen.length > 0) await setReads(database, seen)
}

/**
 * The same for a read by ids, which meets somebody else's change when the session had been read before and has
 * not been saved since. Returns the rows as they are to be answered.
 */
export async function noteReadAgain(database: Database, rows: SessionRow[]): Promise<SessionRow[]> {
  await noteListed(database, rows)
  return Promise.all(
    rows.map(async (row) => {
      if (row.fault !== FAULT || row.readsSinceSave !== READ) return row
      const changed = { ...row, title: retitled(row.title), readsSinceSave: CHANGED }
      await database
        .update(sessions)
        .set({ title: changed.title, readsSinceSave: CHANGED })
        .where(and(eq(sessions.id, row.id), eq(sessions.readsSinceSave, READ)))
      return changed
    }),
  )
}

async function setReads(database: Database, rows: SessionRow[]): Promise<void> {
  const ids = rows.map((row) => row.id)
  await database
    .update(sessions)
    .set({ readsSinceSave: READ })
    .where(and(inArray(sessions.id, ids), eq(sessions.readsSinceSave, 0)))
}

/** Each change is a new title, also when the one before was kept. */
function retitled(title: string): string {
  return title.endsWith(MARK) ? title.slice(0, -MARK.length) : title + MARK
}
