import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const PROJECT_FOLDER = resolve(import.meta.dirname, '..', '..')

const END_WITH_PARENT = new URL('./endWithParent.mjs', import.meta.url).href
const LAST_LINES = 40
const MOST_LINES = 5_000
const GRACE_MS = 5_000

/** A Node program to run. `name` is how messages call it; `script` is an absolute path. */
export type Program = {
  name: string
  script: string
  args?: string[]
  nodeArgs?: string[]
  cwd?: string
  env: NodeJS.ProcessEnv
  /** File that takes everything it prints. */
  log?: string
  /** True prints its output as it comes, beside keeping the last lines. */
  show?: boolean
  onLine?: (line: string) => void
  onMessage?: (message: unknown) => void
}

/** A failure that is told in one message, without a stack trace. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** The group was stopped while somebody waited for one of its programs. */
export class GroupStopped extends CommandError {
  override name = 'GroupStopped'
}

export type Outcome = { status: number; output: string }

export type ProcessGroup = {
  /** Starts a program that lives as long as the group; its end is the end of all (see `died`). */
  keep(program: Program): void
  /** Runs a program to its end; rejects with `GroupStopped` when the group ended it. */
  finish(program: Program): Promise<Outcome>
  /** Rejects with a `CommandError` when a program that was to be kept has ended, or the group was stopped. */
  readonly died: Promise<never>
  /** Asks every program to end, kills what has not after five seconds, and resolves when none is left. */
  stop(): Promise<void>
  /** Kills every program at once. */
  kill(): void
}

/** Starts programs so that none outlives the group, nor the process that made the group. */
export function createProcessGroup(): ProcessGroup {
  const running = new Set<ChildProcess>()
  let stopping = false
  let fail: (error: CommandError) => void = () => undefined
  const died = new Promise<never>((_, reject) => (fail = reject))
  // Whoever waits for it sees the rejection; nobody may be waiting yet.
  died.catch(() => undefined)

  function start(program: Program): Promise<Outcome> {
    if (stopping) return Promise.reject(new GroupStopped('Stopped.'))
    const { child, output } = spawnProgram(program)
    running.add(child)
    return new Promise((done, reject) => {
      child.once('error', (error) => {
        running.delete(child)
        reject(error)
      })
      child.once('close', (code, signal) => {
        running.delete(child)
        if (stopping) reject(new GroupStopped('Stopped.'))
        done({ status: code ?? 1, output: signal ? `${output()}\n(ended by ${signal})` : output() })
      })
    })
  }

  function signalAll(signal: NodeJS.Signals): void {
    for (const child of running) signalTree(child, signal)
  }

  return {
    died,
    finish: start,
    keep(program) {
      start(program).then(
        ({ status, output }) => {
          const last = output.split('\n').slice(-LAST_LINES).join('\n')
          const where = program.log ? ` All of its output: ${program.log}` : ''
          if (!stopping) fail(new CommandError(`${program.name} ended (status ${status}).${where}\n${last}`))
        },
        (error: Error) => fail(new CommandError(`${program.name} could not be started: ${error.message}`)),
      )
    },
    async stop() {
      stopping = true
      // Whoever still waits for a part to become ready gives up.
      fail(new GroupStopped('Stopped.'))
      signalAll('SIGTERM')
      const late = setTimeout(() => signalAll('SIGKILL'), GRACE_MS)
      await Promise.all([...running].map((child) => new Promise((ended) => child.once('close', ended))))
      clearTimeout(late)
    },
    kill: () => signalAll('SIGKILL'),
  }
}

function spawnProgram(program: Program): { child: ChildProcess; output: () => string } {
  const { script, args = [], nodeArgs = [], cwd = PROJECT_FOLDER } = program
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...nodeArgs, script, ...args], {
    cwd,
    env: { ...program.env, ENDS_WITH_PARENT: '1' },
    // A group of its own: Ctrl-C reaches the command alone, and a group is ended with all it started.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  if (program.onMessage) child.on('message', program.onMessage)
  if (program.log) mkdirSync(dirname(program.log), { recursive: true })
  const log = program.log ? createWriteStream(program.log) : null
  child.once('close', () => log?.end())
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8')
    let rest = ''
    stream?.on('data', (text: string) => {
      log?.write(text)
      if (program.show) process.stdout.write(text)
      const found = (rest + text).split('\n')
      rest = found.pop() ?? ''
      for (const line of found) {
        lines.push(line)
        if (lines.length > MOST_LINES) lines.shift()
        program.onLine?.(line)
      }
    })
    stream?.once('end', () => {
      if (rest) lines.push(rest)
    })
  }
  return { child, output: () => lines.join('\n') }
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

/** Where an installed package's program lies, such as `bin('vite', 'bin/vite.js')`. */
export function bin(packageName: string, file: string): string {
  return join(PROJECT_FOLDER, 'node_modules', packageName, file)
}
