import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../store/folderLock.ts'
import { claimFolder, removeFolder } from './folder.ts'

describe('the data folder', () => {
  let parent: string
  let folder: string

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'folder-'))
    folder = join(parent, '.sandbox')
  })
  afterEach(() => rmSync(parent, { recursive: true, force: true }))

  it('is made by the first start, kept for the next, and removed by a reset', () => {
    claimFolder(folder).release()
    writeFileSync(join(folder, 'database'), 'rows')
    claimFolder(folder).release()
    expect(existsSync(join(folder, 'database'))).toBe(true)
    expect(removeFolder(folder)).toBe(true)
    expect(existsSync(folder)).toBe(false)
    expect(removeFolder(folder)).toBe(false)
  })

  it('is never one that holds other files, neither to start in nor to remove', () => {
    writeFileSync(join(parent, 'thesis.txt'), 'ten years')
    expect(() => claimFolder(parent)).toThrow('holds other files')
    expect(() => removeFolder(parent)).toThrow('not made by the sandbox')
    expect(readdirSync(parent)).toEqual(['thesis.txt'])
  })

  it('serves one sandbox at a time', () => {
    const first = claimFolder(folder)
    expect(() => claimFolder(folder)).toThrow(`${folder} is in use`)
    first.release()
    claimFolder(folder).release()
  })

  it('is not removed while a sandbox or its API server runs on it', () => {
    const start = claimFolder(folder)
    expect(() => removeFolder(folder)).toThrow('in use')
    start.release()
    const server = lockFolder(folder)
    expect(() => removeFolder(folder)).toThrow('in use')
    server.release()
    expect(removeFolder(folder)).toBe(true)
  })
})
