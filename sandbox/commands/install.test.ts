import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installed } from './install.mjs'

const REACT = { version: '19.3.1', integrity: 'sha512-react' }
const MAC_ONLY = { version: '1.0.0', integrity: 'sha512-mac', optional: true }

describe('what is installed', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'))
    mkdirSync(join(root, 'node_modules'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  function lockfile(packages: object): void {
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { '': { name: 'console' }, ...packages } }),
    )
  }
  function hiddenLockfile(text: string): void {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), text)
  }

  it('is enough when every package is there, optional ones of another platform apart', () => {
    lockfile({ 'node_modules/react': REACT, 'node_modules/mac-only': MAC_ONLY })
    hiddenLockfile(JSON.stringify({ packages: { 'node_modules/react': REACT } }))
    expect(installed(root)).toBe(true)
  })

  it('is not enough before the first install', () => {
    lockfile({ 'node_modules/react': REACT })
    expect(installed(root)).toBe(false)
  })

  it('is not enough when the install was cut off while its last file was written', () => {
    lockfile({ 'node_modules/react': REACT })
    hiddenLockfile('{"packages":{"node_mod')
    expect(installed(root)).toBe(false)
  })

  it.each([
    ['another version', { 'node_modules/react': { ...REACT, version: '19.3.0' } }],
    ['another content', { 'node_modules/react': { ...REACT, integrity: 'sha512-other' } }],
    ['a package missing', {}],
    ['a package too many', { 'node_modules/react': REACT, 'node_modules/left': { version: '1.0.0' } }],
  ])('is not enough with %s', (_, found) => {
    lockfile({ 'node_modules/react': REACT })
    hiddenLockfile(JSON.stringify({ packages: found }))
    expect(installed(root)).toBe(false)
  })
})
