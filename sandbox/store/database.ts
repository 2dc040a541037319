import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres'
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzleEmbedded, type PgliteDatabase } from 'drizzle-orm/pglite'
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator'
import * as schema from './schema.ts'

/** One database, embedded or on a server; both answer the same queries. */
export type Database = PgliteDatabase<typeof schema>
/** The database or a transaction in it. */
export type Queries = Database | Parameters<Parameters<Database['transaction']>[0]>[0]

export type OpenDatabase = { database: Database; close: () => Promise<void> }

/** Fills a database that has its tables; an embedded one is only kept when this has succeeded. */
export type FillDatabase = (database: Database) => Promise<void>

const migrations = { migrationsFolder: join(import.meta.dirname, '..', 'migrations') }

/** Opens a database on a PostgreSQL server, brings its tables up to date and lets `fill` add what is missing. */
export async function openServerDatabase(url: string, fill: FillDatabase): Promise<OpenDatabase> {
  const server = drizzleServer(url, { schema })
  await migrateServer(server, migrations)
  const database = server as unknown as Database
  await fill(database)
  return { database, close: () => server.$client.end() }
}

/**
 * Opens the embedded database in `<folder>/database`. A new one is made and filled beside its place and moved
 * there when it is whole, so that an interrupted first start leaves nothing that looks like a database.
 */
export async function openEmbeddedDatabase(folder: string, fill: FillDatabase): Promise<OpenDatabase> {
  const place = join(folder, 'database')
  if (!(await exists(place))) {
    const unfinished = join(folder, 'database-unfinished')
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const made = await openPGlite(unfinished)
    await fill(made.database)
    await made.close()
    await rename(unfinished, place)
  }
  const opened = await openPGlite(place)
  await fill(opened.database)
  return opened
}

/** Opens an empty database that lives in memory, for tests. */
export function openMemoryDatabase(): Promise<OpenDatabase> {
  return openPGlite('memory://')
}

async function openPGlite(dataDir: string): Promise<OpenDatabase> {
  const client = await PGlite.create(dataDir, { extensions: { pg_trgm } })
  const database = drizzleEmbedded(client, { schema })
  await migrateEmbedded(database, migrations)
  return { database, close: () => client.close() }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
