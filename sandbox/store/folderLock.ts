import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type FolderLock = { release: () => void }

/** The folder belongs to another process that is alive. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

type Owner = { pid: number; started: string }

const LOCK_NAME = /^owner\.(\d+)\.lock$/

/**
 * Makes this process the only owner of the folder, or throws `FolderInUse`. A dead owner holds nothing.
 *
 * Owners are numbered: the next one may only follow an owner it has found dead, and of all that try to
 * follow the same one, `link` lets a single one through with its file already complete. So nobody ever
 * removes a lock that somebody else may just have taken.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `owner-${randomUUID()}.draft`)
  const self: Owner = { pid: process.pid, started: startOf(process.pid) ?? '' }
  writeFileSync(draft, JSON.stringify(self))
  try {
    return takeOver(folder, draft)
  } finally {
    unlinkSync(draft)
  }
}

function takeOver(folder: string, draft: string): FolderLock {
  const last = Math.max(0, ...lockNumbers(folder))
  if (last > 0) refuseIfAlive(folder, last)
  const mine = last + 1
  try {
    linkSync(draft, lockPath(folder, mine))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return takeOver(folder, draft)
  }
  const numbers = lockNumbers(folder)
  if (Math.max(...numbers) > mine) {
    // Somebody went past while this process was deciding; the higher number counts.
    rmSync(lockPath(folder, mine), { force: true })
    return takeOver(folder, draft)
  }
  for (const number of numbers) if (number < mine) rmSync(lockPath(folder, number), { force: true })
  return { release: () => rmSync(lockPath(folder, mine), { force: true }) }
}

function refuseIfAlive(folder: string, number: number): void {
  const owner = readOwner(lockPath(folder, number))
  if (owner === null || !isAlive(owner)) return
  throw new FolderInUse(
    `${folder} is in use by another sandbox (process ${owner.pid}). Stop that one, or set SANDBOX_FOLDER to another folder.`,
  )
}

function lockNumbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => Number(LOCK_NAME.exec(name)?.[1] ?? []))
}

function lockPath(folder: string, number: number): string {
  return join(folder, `owner.${number}.lock`)
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return null // released between listing and reading
  }
}

/** A process id may belong to somebody else by now, so the time the process started has to agree too. */
function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = startOf(owner.pid)
  return started === null || owner.started === '' || started === owner.started
}

/** When a process started, in words that no two processes of one id share; null where nobody can tell. */
function startOf(pid: number): string | null {
  try {
    // The 22nd field; the second one may hold spaces and ends with the last parenthesis.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (fields[0] === 'Z') return 'ended' // its parent has not looked yet
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return startByPs(pid)
  }
}

function startByPs(pid: number): string | null {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } } as const
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).trim() || null
  } catch {
    return null
  }
}
