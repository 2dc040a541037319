import { describe, expect, it } from 'vitest'
import { NO_VIEWS } from './savedViews.ts'
import type { SavedViews } from './savedViews.ts'
import { updateView } from './savedViews.ts'
import { addView, MOST_VIEWS } from './viewChanges.ts'
import { importViews, LARGEST_FILE, parseViewsFile, readViewsFile, writeViewsFile } from './viewsFile.ts'
import type { FiledViews } from './viewsFile.ts'

const RUNS = { search: '?activity=Running', days: null, columns: ['title', 'recorded'] as const }
const WEEK = { search: '?size=50', days: { from: 6, to: null }, columns: ['title'] as const }
const content = ({ columns, ...rest }: typeof RUNS | typeof WEEK) => ({ ...rest, columns: [...columns] })

const saved: SavedViews = addView(
  addView(NO_VIEWS, 'Runs', content(RUNS), true),
  'A week “so far”',
  content(WEEK),
  false,
)

function parsed(text: string): FiledViews {
  const filed = parseViewsFile(text, 'lab')
  if (typeof filed === 'string') throw new Error(filed)
  return filed
}
const file = (entries: unknown, over: object = {}) =>
  JSON.stringify({ format: 'motion-console-views', version: 1, source: 'lab', views: entries, ...over })

describe('a file of views', () => {
  it('carries them to another account as they are', () => {
    const { views, skipped } = parsed(writeViewsFile(saved.views, 'lab'))
    const result = importViews(NO_VIEWS, views)
    expect(result).toMatchObject({ added: 2, same: 0, beyond: 0 })
    expect(result.saved).toEqual({ ...saved, startId: null })
    expect(skipped).toBe(0)
  })

  it.each([
    ['', 'not-json'],
    ['{"format":"motion-console-views"', 'not-json'],
    ['<html>', 'not-json'],
    ['null', 'not-views'],
    ['[]', 'not-views'],
    ['{"__proto__":{"format":"motion-console-views"}}', 'not-views'],
    [file('all'), 'not-views'],
    [file([], { version: '1' }), 'not-views'],
    [file([], { version: 2 }), 'newer'],
    [file([RUNS], { source: 'other' }), 'other-source'],
    [file([]), 'nothing'],
    [file([{ name: 'No filters' }, null]), 'nothing'],
  ])('%s is refused as %s', (text, problem) => {
    expect(parseViewsFile(text, 'lab')).toBe(problem)
  })

  it('is not even read when it is far too large', async () => {
    const filler = ' '.repeat(LARGEST_FILE)
    expect(await readViewsFile(new Blob([file([{ name: 'Runs', ...RUNS }]), filler]), 'lab')).toBe(
      'too-large',
    )
    expect(await readViewsFile(new Blob([file([{ name: 'Runs', ...RUNS }])]), 'lab')).toMatchObject({
      skipped: 0,
    })
  })

  it('gives what can be read of it, and counts the rest', () => {
    const { views, skipped } = parsed(
      file([
        { name: 'Runs', ...RUNS },
        { name: 'x'.repeat(61), ...RUNS },
        'Runs',
        { name: 'Bare', search: '' },
      ]),
    )
    expect(views).toEqual([{ name: 'Runs', ...RUNS }])
    expect(skipped).toBe(3)
  })
})

describe('importing', () => {
  it('twice adds nothing the second time, whatever names were given the first time', () => {
    const mine = updateView(saved, 'v1', { columns: ['title', 'id'] })
    const { views } = parsed(writeViewsFile(saved.views, 'lab'))
    const once = importViews(mine, views)
    expect(once).toMatchObject({ added: 1, same: 1 })
    expect(once.saved.views.map(({ name }) => name)).toEqual(['Runs', 'A week “so far”', 'Runs (2)'])
    expect(once.saved.views[0]).toEqual(mine.views[0])
    expect(importViews(once.saved, views)).toMatchObject({ added: 0, same: 2, saved: once.saved })
  })

  it('never takes a built-in view’s name', () => {
    const { views } = parsed(file([{ name: 'Mine', ...RUNS }]))
    expect(importViews(NO_VIEWS, views).saved.views[0]?.name).toBe('Mine (2)')
  })

  it('stops where the menu is full, and says how many were left', () => {
    const many = Array.from({ length: MOST_VIEWS + 3 }, (_, index) => ({ name: `View ${index}`, ...RUNS }))
    const result = importViews(NO_VIEWS, parsed(file(many)).views)
    expect(result).toMatchObject({ added: MOST_VIEWS, beyond: 3 })
  })
})
