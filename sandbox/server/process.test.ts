import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ADMIN_ACCOUNT } from '../accounts.ts'
import { emulatorToken, startIdentityService } from './testing/identityService.ts'

let identity: Awaited<ReturnType<typeof startIdentityService>>
const folder = mkdtempSync(join(tmpdir(), 'sandbox-process-'))
const running = new Set<ChildProcess>()

beforeAll(async () => {
  identity = await startIdentityService()
})
afterEach(async () => {
  for (const child of running) await kill(child)
})
afterAll(async () => {
  await identity.close()
  rmSync(folder, { recursive: true, force: true })
})

type Said = { ready?: true; problem?: string }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the real server and resolves with the first thing it says to its parent; a refused start has ended then. */
async function serve(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: Said; errors: string }> {
  const child = fork(join(import.meta.dirname, 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    env: {
      PATH: process.env['PATH'],
      SANDBOX_FOLDER: folder,
      SANDBOX_SESSIONS: '30',
      FIREBASE_AUTH_EMULATOR_HOST: identity.host,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  running.add(child)
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const closed = once(child, 'close')
  const [said] = (await once(child, 'message')) as [Said]
  if (said.problem !== undefined) expect(await closed).toEqual([1, null])
  return { child, said, errors }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

test(
  'updates that were answered survive SIGKILL, and the folder goes to the next process',
  { timeout: 120_000 },
  async () => {
    const port = String(await freePort())
    const headers = {
      Authorization: `Bearer ${emulatorToken(ADMIN_ACCOUNT.uid, 'demo-motion-console')}`,
      'Content-Type': 'application/json',
    }
    const url = `http://localhost:${port}/session-management/sessions/`
    const sessions = async () => {
      const answer = await fetch(`${url}filter/?limit=1000`, { headers })
      expect(answer.status).toBe(200)
      return ((await answer.json()) as { sessions: Record<string, { title: string }> }).sessions
    }
    const first = await serve({ API_PORT: port })
    expect(first.said).toEqual({ ready: true })
    const ids = Object.keys(await sessions())
    expect(ids).toHaveLength(30)

    const answered = new Map<string, string>()
    const attempted = new Map<string, string>()
    let killed: Promise<void> | null = null
    for (let n = 0; ; n++) {
      const id = ids[n % ids.length]!
      attempted.set(id, `Update ${n}`)
      const answer = await fetch(url + id, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ title: `Update ${n}` }),
      }).catch(() => null)
      if (answer === null) break
      expect(answer.status).toBe(200)
      answered.set(id, `Update ${n}`)
      // Not awaited: the server dies while updates are under way.
      if (n === 150) killed = kill(first.child)
    }
    await killed

    const second = await serve({ API_PORT: port })
    expect(second.said).toEqual({ ready: true })
    const found = await sessions()
    const lost = [...answered].filter(
      ([id, title]) => found[id]?.title !== title && found[id]?.title !== attempted.get(id),
    )
    expect(answered.size).toBe(30)
    expect(lost).toEqual([])

    const refusals = await Promise.all([
      serve({ API_PORT: String(await freePort()) }),
      serve({ API_PORT: port, SANDBOX_FOLDER: join(folder, 'other') }),
      serve({ NODE_ENV: 'production' }),
    ])
    expect(refusals.map(({ said }) => said.problem)).toEqual([
      expect.stringContaining(`in use by another sandbox (process ${second.child.pid})`),
      `Port ${port} is taken by another program. Stop it, or set API_PORT to a free port.`,
      expect.stringContaining('FIREBASE_AUTH_EMULATOR_HOST'),
    ])
    // One clear line each, and no stack trace.
    for (const { said, errors } of refusals) expect(errors.trim()).toBe(said.problem)
    await kill(second.child, 'SIGTERM')
    expect(second.child.exitCode).toBe(0)
  },
)
