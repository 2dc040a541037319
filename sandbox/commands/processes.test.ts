import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProcessGroup, GroupStopped, type ProcessGroup } from './processes.ts'

const FOREVER = `process.send(process.pid); setInterval(() => {}, 1000)`
const DEAF = `process.on('SIGTERM', () => {}); ${FOREVER}`

describe('a group of processes', () => {
  let folder: string
  let group: ProcessGroup

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'processes-'))
    group = createProcessGroup()
  })
  afterEach(async () => {
    await group.stop()
    rmSync(folder, { recursive: true })
  })

  function script(name: string, text: string): string {
    const path = join(folder, `${name}.mjs`)
    writeFileSync(path, text)
    return path
  }
  /** Starts a program that tells its process id, and resolves with it. */
  function keep(text: string): Promise<number> {
    return new Promise((started) => {
      const onMessage = (pid: unknown): void => started(Number(pid))
      group.keep({ name: 'The clock', script: script('kept', text), env: process.env, onMessage })
    })
  }

  it('tells how a program ended and what it said', async () => {
    const program = script('short', `console.log('first'); console.error('last'); process.exit(3)`)
    const outcome = await group.finish({ name: 'Short', script: program, env: process.env })
    expect(outcome.status).toBe(3)
    expect(outcome.output.split('\n').sort()).toEqual(['first', 'last'])
  })

  it('names the program that was to stay and has ended, with its last words', async () => {
    const dying = script('dying', `console.error('no disk left'); process.exit(1)`)
    group.keep({ name: 'The database', script: dying, env: process.env })
    await expect(group.died).rejects.toThrow(/The database ended \(status 1\)[\s\S]*no disk left/)
  })

  it('leaves nobody behind when it stops, and says so to whoever was waiting', async () => {
    const pid = await keep(FOREVER)
    const waiting = expect(group.died).rejects.toThrow(GroupStopped)
    await group.stop()
    await waiting
    expect(isRunning(pid)).toBe(false)
  })

  it('kills at once when it is told to', async () => {
    const pid = await keep(DEAF)
    group.kill()
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false))
  })

  it('ends with the process that made it, even one that was killed', async () => {
    const groupModule = new URL('./processes.ts', import.meta.url).href
    const launcher = script(
      'launcher',
      `const { createProcessGroup } = await import(${JSON.stringify(groupModule)})
       createProcessGroup().keep({
         name: 'kept', script: ${JSON.stringify(script('kept', FOREVER))}, env: process.env,
         onMessage: (pid) => process.send(pid),
       })`,
    )
    const tsx = import.meta.resolve('tsx')
    const parent = spawn(process.execPath, ['--import', tsx, launcher], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [pid] = (await once(parent, 'message')) as [number]
    expect(isRunning(pid)).toBe(true)
    parent.kill('SIGKILL')
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000 })
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
