import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brotliSize, budgetReport, scriptFiles } from './budget.ts'
import type { Manifest } from './budget.ts'

const MANIFEST: Manifest = {
  'index.html': {
    file: 'assets/index.js',
    imports: ['_react.js'],
    dynamicImports: ['src/list.tsx', 'src/page.tsx'],
  },
  'src/list.tsx': { file: 'assets/list.js', imports: ['_react.js', '_table.js'] },
  'src/page.tsx': { file: 'assets/page.js', imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  '_table.js': { file: 'assets/table.js', imports: ['_react.js'] },
  'src/style.css': { file: 'assets/style.css' },
}

describe('the script of a first load', () => {
  it('is the entries with all that they import, each file once, and nothing that waits for a click', () => {
    expect(scriptFiles(MANIFEST, ['index.html', 'src/list.tsx'])).toEqual([
      'assets/index.js',
      'assets/list.js',
      'assets/react.js',
      'assets/table.js',
    ])
  })

  it('counts script alone', () => {
    expect(scriptFiles(MANIFEST, ['src/style.css'])).toEqual([])
  })

  it('cannot be measured when an entry has gone', () => {
    expect(() => scriptFiles(MANIFEST, ['src/renamed.tsx'])).toThrow('src/renamed.tsx')
  })
})

describe('a budget', () => {
  let folder: string
  const script = Buffer.from('export const text = "measured"\n')

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'budget-'))
    mkdirSync(join(folder, 'assets'))
    mkdirSync(join(folder, '.vite'))
    writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(MANIFEST))
    for (const name of ['index', 'list', 'page', 'react', 'table'])
      writeFileSync(join(folder, 'assets', `${name}.js`), script)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('holds to the byte', () => {
    const total = 2 * brotliSize(script)
    const budget = { name: 'page', entries: ['src/page.tsx'], limit: total }
    expect(budgetReport(folder, [budget]).ok).toBe(true)
    expect(budgetReport(folder, [{ ...budget, limit: total - 1 }])).toMatchObject({
      ok: false,
      table: expect.stringContaining('TOO MUCH') as string,
    })
  })
})
