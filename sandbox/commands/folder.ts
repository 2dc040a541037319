import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FolderInUse, lockFolder, type FolderLock } from '../store/folderLock.ts'
import { CommandError } from './processes.ts'

const MARKER = 'made-by-motion-console'
/** What a lock leaves behind for a moment does not make a folder somebody else's. */
const OWN_NAMES = new Set([MARKER, 'emulators'])

/**
 * Makes this command the only one that builds and serves from the data folder, and marks a new one as the
 * sandbox's. Throws a `CommandError` when the folder is in use or holds somebody's other files. (The API
 * server locks its database by itself.)
 */
export function claimFolder(folder: string): FolderLock {
  if (!isSandboxFolder(folder)) {
    const others = existsSync(folder) ? readdirSync(folder).filter((name) => !OWN_NAMES.has(name)) : []
    if (others.length > 0) {
      throw new CommandError(
        `${folder} holds other files; SANDBOX_FOLDER must name a new or an empty folder.`,
      )
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, MARKER), 'Data of the sandbox. "npm run sandbox:reset" removes this folder.\n')
  }
  return lock(folder, 'emulators')
}

/**
 * Removes the data folder; answers false when there is none. Throws a `CommandError`, and removes nothing,
 * when a sandbox runs on it or when the sandbox did not make it.
 */
export function removeFolder(folder: string): boolean {
  if (!existsSync(folder)) return false
  if (!isSandboxFolder(folder)) {
    throw new CommandError(
      `${folder} was not made by the sandbox (no file "${MARKER}" in it); nothing was removed.`,
    )
  }
  const locks: FolderLock[] = []
  try {
    locks.push(lock(folder, 'emulators'))
    locks.push(lock(folder, ''))
    // The marker goes last: a removal that was interrupted can be repeated.
    for (const name of readdirSync(folder)) {
      if (name !== MARKER) rmSync(join(folder, name), { recursive: true, force: true })
    }
    rmSync(folder, { recursive: true, force: true })
  } finally {
    for (const { release } of locks) release()
  }
  return true
}

function isSandboxFolder(folder: string): boolean {
  return existsSync(join(folder, MARKER))
}

function lock(folder: string, part: string): FolderLock {
  const path = join(folder, part)
  try {
    return lockFolder(path)
  } catch (error) {
    if (error instanceof FolderInUse) throw new CommandError(error.message.replace(path, folder))
    throw error
  }
}
