import { readFileSync } from 'node:fs'
import { SettingsError } from '../settings.ts'
import { CommandError, createProcessGroup, type ProcessGroup } from './processes.ts'

/**
 * Runs a command's work with a group of processes, and ends the group however the work ends: done, failed,
 * or interrupted (Ctrl-C, SIGTERM, a closed terminal; a second Ctrl-C kills at once). Resolves with the
 * exit status; `interrupted` is the status after an interruption. Expected failures are printed as text.
 */
export async function supervise(
  work: (group: ProcessGroup) => Promise<number>,
  { interrupted }: { interrupted: number },
): Promise<number> {
  const group = createProcessGroup()
  let ending = false
  // A closed terminal takes no more words; that must not stop the ending.
  process.stdout.on('error', () => undefined)
  const ended = new Promise<number>((resolve) => {
    const end = (): void => {
      if (ending) group.kill()
      else console.log('\nEnding everything …')
      ending = true
      resolve(interrupted)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    whenAbandoned(end)
  })
  try {
    return await Promise.race([work(group), ended])
  } catch (error) {
    if (!(error instanceof CommandError) && !(error instanceof SettingsError)) throw error
    console.error(`\n${error.message}`)
    return 1
  } finally {
    ending = true
    await group.stop()
  }
}

/** npm, killed, takes no command with it: one that npm started ends when npm or npm's shell is gone. */
function whenAbandoned(end: () => void): void {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    end()
  }, 1_000)
  timer.unref()
}

/** The parent of a process; null where the system does not say, which then counts as unchanged. */
function parentOf(pid: number): number | null {
  try {
    // The fields after the name, which may hold spaces and ends with the last parenthesis: state, parent.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return Number(parent)
  } catch {
    return null
  }
}
