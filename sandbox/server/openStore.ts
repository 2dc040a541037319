import { join } from 'node:path'
import { seedDatabase } from '../seed/seedDatabase.ts'
import type { SandboxSettings } from '../settings.ts'
import { openEmbeddedDatabase, openServerDatabase, type OpenDatabase } from '../store/database.ts'

/** A database that cannot be opened or filled; the message is for people. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/** Opens the database that the settings name, with tables and sample data. Throws `StoreError`. */
export async function openStore(
  settings: SandboxSettings,
  jumps: number,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const fill = (database: OpenDatabase['database']) =>
    seedDatabase(database, { sessions: settings.sessions, jumps, say })
  try {
    return settings.databaseUrl === null
      ? await openEmbeddedDatabase(settings.folder, fill)
      : await openServerDatabase(settings.databaseUrl, fill)
  } catch (error) {
    const reason = reasonOf(error)
    const message =
      settings.databaseUrl === null
        ? `The database in ${join(settings.folder, 'database')} cannot be used: ${reason}\nTo start afresh: npm run sandbox:reset`
        : `The database that DATABASE_URL names cannot be used: ${reason}`
    throw new StoreError(message, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ')
  return cause instanceof Error ? cause.message : String(cause)
}
