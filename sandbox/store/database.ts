import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
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

const project = join(import.meta.dirname, '..', '..')
const migrations = { migrationsFolder: join(project, 'sandbox', 'migrations') }

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

/**
 * Opens an empty database that lives in memory, for tests. Making one takes seconds of every file of tests, so that a
 * copy which has its tables is kept with the installed packages and goes with them.
 */
export async function openMemoryDatabase(): Promise<OpenDatabase> {
  const copy = join(KEPT_COPIES, `${await tablesDigest()}.tar`)
  const kept = await readFile(copy).catch(() => null)
  // A copy that cannot be opened is made anew.
  const opened = kept && (await open('memory://', { loadDataDir: new Blob([kept]) }).catch(() => null))
  if (opened) return opened
  const made = await openPGlite('memory://')
  // Keeping saves time and nothing else: tests run without it where the packages cannot be written to.
  await keepCopy(made, copy).catch(() => undefined)
  return made
}

const KEPT_COPIES = join(project, 'node_modules', '.cache', 'empty-database')

/** Keeps this one alone. Several files of tests may do so at once; each one's is whole when it takes the name. */
async function keepCopy({ client }: OpenPGlite, copy: string): Promise<void> {
  const content = await client.dumpDataDir('none')
  await mkdir(KEPT_COPIES, { recursive: true })
  const others = (await readdir(KEPT_COPIES)).map((name) => join(KEPT_COPIES, name))
  for (const other of others) if (!other.startsWith(copy)) await rm(other, { force: true })
  const unfinished = `${copy}.${randomUUID()}`
  await writeFile(unfinished, Buffer.from(await content.arrayBuffer()))
  await rename(unfinished, copy)
}

/** Changes with what the tables are made by: the migrations, their order, and the database itself. */
async function tablesDigest(): Promise<string> {
  const folder = migrations.migrationsFolder
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const engine = join(project, 'node_modules', '@electric-sql', 'pglite', 'package.json')
  const hash = createHash('sha256')
  for (const file of [engine, ...['meta/_journal.json', ...names].map((name) => join(folder, name))])
    hash.update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

type OpenPGlite = OpenDatabase & { client: PGlite }

async function openPGlite(dataDir: string): Promise<OpenPGlite> {
  const opened = await open(dataDir)
  await migrateEmbedded(opened.database, migrations)
  return opened
}

async function open(dataDir: string, options: PGliteOptions = {}): Promise<OpenPGlite> {
  const client = await PGlite.create(dataDir, { ...options, extensions: { pg_trgm } })
  return { client, database: drizzleEmbedded(client, { schema }), close: () => client.close() }
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
