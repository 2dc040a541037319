import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folderLock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder has one owner, until that one lets go', () => {
  const lock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  lock.release()
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test('a dead owner holds nothing', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(join(folder, 'owner.4.lock'), JSON.stringify({ pid, started: '' }))
  lockFolder(folder)
  expect(readdirSync(folder)).toEqual(['owner.5.lock'])
})

test('a process that got the number of a dead owner does not inherit its lock', () => {
  writeFileSync(join(folder, 'owner.1.lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }))
  lockFolder(folder)
  expect(existsSync(join(folder, 'owner.2.lock'))).toBe(true)
})
