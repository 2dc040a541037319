// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import {
  adoptLayout,
  COLUMN_IDS,
  columnName,
  DEFAULT_LAYOUT,
  hideColumn,
  layoutStore,
  moveColumn,
  offeredColumns,
  readColumns,
  resetColumns,
  showColumn,
} from './listLayout.ts'
import type { ColumnId, ListLayout } from './listLayout.ts'

const layout = (...columns: ColumnId[]): ListLayout => ({ columns, density: 'compact' })

describe('the columns of the list', () => {
  it('are offered all, the shown ones in their order', () => {
    expect(offeredColumns(DEFAULT_LAYOUT.columns)).toEqual(COLUMN_IDS)
    const offered = offeredColumns(['id', 'title', 'recorded'])
    expect([...offered].sort()).toEqual([...COLUMN_IDS].sort())
    expect(offered.filter((id) => ['id', 'title', 'recorded'].includes(id))).toEqual([
      'id',
      'title',
      'recorded',
    ])
  })

  it.each(COLUMN_IDS.filter((id) => id !== 'title'))('show and hide %s where it is offered', (id) => {
    const shown = DEFAULT_LAYOUT.columns.includes(id) ? DEFAULT_LAYOUT : showColumn(DEFAULT_LAYOUT, id)
    const hidden = hideColumn(shown, id)
    expect(hidden.columns).not.toContain(id)
    expect(showColumn(hidden, id)).toEqual(shown)
    expect(offeredColumns(hidden.columns)).toEqual(offeredColumns(shown.columns))
  })

  it('always have the title', () => {
    expect(hideColumn(DEFAULT_LAYOUT, 'title')).toEqual(DEFAULT_LAYOUT)
    expect(readColumns([])).toEqual(['title'])
    expect(readColumns(['status', 'recorded'])).toEqual(['status', 'recorded', 'title'])
  })

  it('move one place at a time among those shown, and stop at the ends', () => {
    const start = layout('recorded', 'title', 'metric:speed', 'id')
    const up = moveColumn(start, 'metric:speed', -1)
    expect(up.columns).toEqual(['recorded', 'metric:speed', 'title', 'id'])
    expect(moveColumn(up, 'metric:speed', 1)).toEqual(start)
    expect(moveColumn(start, 'recorded', -1)).toEqual(start)
    expect(moveColumn(start, 'id', 1)).toEqual(start)
    expect(moveColumn(start, 'athlete', 1)).toEqual(start)
  })

  it('go back to what they were, and leave the density', () => {
    expect(resetColumns(layout('title', 'id'))).toEqual({ ...DEFAULT_LAYOUT, density: 'compact' })
  })

  it('say their activity where there is more than one speed', () => {
    expect(columnName('metric:speed')).toBe('Speed (Running)')
    expect(columnName('metric:peak_power')).toBe('Peak power (Vertical Jump)')
    expect(columnName('uploader')).toBe('Uploaded by')
    expect(new Set(COLUMN_IDS.map(columnName)).size).toBe(COLUMN_IDS.length)
  })
})

describe('a layout that was kept', () => {
  const OWNER = { account: 'anna' }
  const kept = (value: unknown) => {
    localStorage.setItem('motion-console:list-layout:anna', JSON.stringify({ version: 1, value }))
    return layoutStore.get(OWNER).value
  }
  afterEach(() => localStorage.clear())

  it('comes back', () => {
    layoutStore.change(OWNER, () => layout('title', 'metric:rsi', 'recorded'))
    expect(kept(layout('title', 'metric:rsi', 'recorded'))).toEqual(layout('title', 'metric:rsi', 'recorded'))
  })

  it('was one for all sources once, and goes to the one it was of, once', () => {
    const [home, other] = ['one', 'two'].map((source) => ({ ...OWNER, source }))
    kept(layout('title', 'id'))
    adoptLayout('anna', 'one')
    expect(layoutStore.get(home ?? OWNER).value).toEqual(layout('title', 'id'))
    expect(layoutStore.get(other ?? OWNER).value).toBe(DEFAULT_LAYOUT)
    expect(localStorage.getItem('motion-console:list-layout:anna')).toBeNull()

    // What was chosen for the source since then stays.
    kept(layout('title', 'recorded'))
    adoptLayout('anna', 'one')
    expect(layoutStore.get(home ?? OWNER).value).toEqual(layout('title', 'id'))
    adoptLayout('bo', 'one')
    expect(layoutStore.get({ account: 'bo', source: 'one' }).value).toBe(DEFAULT_LAYOUT)
  })

  it('loses columns that are not known, and those there twice', () => {
    expect(kept({ columns: ['id', 'metric:charm', 7, 'title', 'id', '__proto__'], density: 'vast' })).toEqual(
      {
        columns: ['id', 'title'],
        density: 'comfortable',
      },
    )
  })

  it.each([null, 7, 'columns', [], {}, { columns: 'title' }])(
    'is the first one when it reads %j',
    (value) => {
      expect(kept(value)).toEqual(DEFAULT_LAYOUT)
    },
  )
})
