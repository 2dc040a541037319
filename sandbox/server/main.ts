import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { initializeApp } from 'firebase-admin/app'
import { getAuth, type Auth } from 'firebase-admin/auth'
import { ensureAccounts, SAMPLE_ACCOUNTS } from '../accounts.ts'
import { mediaSeries } from '../media/series.ts'
import { readSettings, SettingsError, type SandboxSettings } from '../settings.ts'
import { FolderInUse, lockFolder } from '../store/folderLock.ts'
import { signingSecret } from '../store/signingSecret.ts'
import { createValor } from '../valor/valor.ts'
import { createAnalysisJobs, type Clock } from './analysisJobs.ts'
import { createApp } from './app.ts'
import { mediaAddresses } from './mediaAddress.ts'
import { openStore, StoreError } from './openStore.ts'
import { PortError, startServer } from './startServer.ts'
import { firebaseVerifier } from './tokens.ts'

type Stop = () => Promise<void> | void
type Handler = (request: Request) => Response | Promise<Response>

const ANALYSIS_TIMES = { queuedMs: 1500, processingMs: 3500 }
const clock: Clock = { now: Date.now, wait: (ms, signal) => pause(ms, undefined, { signal }) }

/** What has been started, to be ended in reverse. */
const stops: Stop[] = []
let stopping: Promise<void> | null = null

for (const event of ['SIGTERM', 'SIGINT', 'disconnect'])
  process.on(event, () => void stop().then(() => process.exit(0)))
start().then(
  () => process.send?.({ ready: true }),
  (error: unknown) => void fail(error),
)

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const emulator = requireAllowedEmulator()
  const lock = lockFolder(settings.folder)
  stops.push(lock.release)
  // The port first: that it is taken should be said before a minute of preparing data.
  let handle: Handler = () => starting()
  const server = await startServer(settings.apiPort, (request) => handle(request))
  stops.push(server.close)
  const store = await openStore(settings, mediaSeries('jumping').segments, say)
  stops.push(store.close)
  const auth = await signInService(settings, emulator)
  const jobs = createAnalysisJobs(store.database, clock, ANALYSIS_TIMES, mediaSeries('jumping').segments)
  stops.push(jobs.stop)
  await jobs.resume()
  const origin = `http://localhost:${settings.apiPort}`
  const secret = signingSecret(settings.folder)
  const app = createApp({
    database: store.database,
    verifyToken: firebaseVerifier(auth),
    addresses: mediaAddresses({
      origin,
      secret,
      ttlSeconds: settings.urlTtlSeconds,
      now: clock.now,
    }),
    jobs,
    series: mediaSeries,
    mediaFolder: join(import.meta.dirname, '..', 'media', 'files'),
    consoleOrigin: `http://localhost:${settings.webPort}`,
    accounts: settings.control
      ? { create: (accounts) => ensureAccounts(auth, accounts), remove: (uids) => removeAccounts(auth, uids) }
      : null,
    valor: createValor({ settings: settings.valor, secret, address: `${origin}/valor`, now: clock.now }),
  })
  handle = (request) => app.fetch(request)
  say(`The sandbox API answers at ${origin}${settings.control ? ', control routes included' : ''}.`)
}

/** Tokens of the emulator are unsigned: nobody may take them for real ones by accident. */
function requireAllowedEmulator(): string | null {
  const emulator = process.env['FIREBASE_AUTH_EMULATOR_HOST']?.trim() || null
  if (emulator === null || process.env['NODE_ENV'] !== 'production') return emulator
  throw new SettingsError(
    `FIREBASE_AUTH_EMULATOR_HOST is "${emulator}" while NODE_ENV is "production"; unsigned tokens are for tests, so unset one of the two.`,
  )
}

async function signInService(settings: SandboxSettings, emulator: string | null): Promise<Auth> {
  const auth = getAuth(initializeApp({ projectId: settings.projectId }))
  if (emulator === null) {
    say('No Auth emulator is set (FIREBASE_AUTH_EMULATOR_HOST): signed tokens only, no sample accounts.')
    return auth
  }
  try {
    await ensureAccounts(auth, SAMPLE_ACCOUNTS)
  } catch (error) {
    throw new SettingsError(
      `The Auth emulator at ${emulator} did not take the sample accounts: ${(error as Error).message}`,
    )
  }
  return auth
}

async function removeAccounts(auth: Auth, uids: string[]): Promise<void> {
  await auth.deleteUsers(uids)
}

function starting(): Response {
  const body = { error: 'The sandbox is starting.', error_code: 'STARTING' }
  return Response.json(body, { status: 503, headers: { 'Retry-After': '1' } })
}

function stop(): Promise<void> {
  return (stopping ??= endAll())
}

async function endAll(): Promise<void> {
  for (const end of stops.splice(0).reverse()) await end()
}

async function fail(error: unknown): Promise<void> {
  await stop().catch(() => undefined)
  const expected = [SettingsError, FolderInUse, PortError, StoreError].some((kind) => error instanceof kind)
  const problem = error instanceof Error ? error.message : String(error)
  console.error(expected ? problem : error)
  if (process.send) process.send({ problem }, () => process.exit(1))
  else process.exit(1)
}

function say(line: string): void {
  console.log(line)
}
