import { expect, it } from 'vitest'
import { makeSession } from '../../../testing/session.ts'
import type { FilterWords } from '../filterWords.ts'
import { DEFAULT_LAYOUT } from '../listLayout.ts'
import { describeExport, exportFileName, filtersLine } from './exportFile.ts'
import type { ExportChoice } from './exportFile.ts'
import type { ExportOffer } from './exportOffer.ts'

const all: ExportChoice = { rows: 'all', columns: 'visible', format: 'csv' }
const query = {
  activity: 'Running',
  athlete: 'a1',
  from: '2026-11-01',
  attention: true,
  unseen: '2026-11-22T10:00:00',
  size: 25,
}
const offer: ExportOffer = {
  query,
  layout: DEFAULT_LAYOUT,
  selected: [],
  loaded: [makeSession()],
  total: 111,
}
const words: FilterWords[] = [
  { name: 'activity', label: 'Activity', value: 'Running' },
  { name: 'athlete', label: 'Athlete', value: 'A. Sørli' },
  { name: 'from', label: 'From', value: '1 Nov 2026' },
  { name: 'attention', label: 'Needs attention only', value: null },
  { name: 'unseen', label: 'Hide seen', value: null },
]

it('a file is named by its day and by what no file system stumbles over', () => {
  expect(exportFileName(all, { size: 25 }, '2026-11-22')).toBe('sessions 2026-11-22.csv')
  const named = exportFileName(
    { ...all, rows: 'selected', format: 'json' },
    { size: 25, activity: 'Vertical Jump', title: '../../x', status: ['failed', 'queued'] },
    '2026-11-22',
  )
  expect(named).toBe('sessions 2026-11-22 selected vertical jump failed queued.json')
  expect(exportFileName(all, { size: 25, activity: '../x' }, '2026-11-22')).toBe('sessions 2026-11-22.csv')
})

it('the filters are said with days as a program reads them', () => {
  const line =
    'Activity: Running; Athlete: A. Sørli; From: 2026-11-01; Needs attention only; Hide seen: 2026-11-22T10:00:00Z'
  expect(filtersLine(words, offer, all, [])).toBe(line)
  expect(filtersLine([], offer, all, [])).toBe('none')
})

it('rows that are not all that match say so, and so do days of which some are missing', () => {
  expect(filtersLine([], offer, { ...all, rows: 'selected' }, [])).toBe('Rows: selected by hand')
  expect(filtersLine([], offer, { ...all, rows: 'loaded' }, [])).toBe('Rows: the 1 loaded of 111')
  expect(filtersLine([], offer, all, ['2026-11-15'])).toBe('Incomplete days: 2026-11-15')
})

it('a JSON file says the same in parts', () => {
  const about = describeExport(words, offer, all, { found: 7, incompleteDays: ['2026-11-15'], leftOut: 2 })
  expect(about).toEqual({
    filters: [
      { filter: 'activity', label: 'Activity', value: 'Running' },
      { filter: 'athlete', label: 'Athlete', value: 'A. Sørli', id: 'a1' },
      { filter: 'from', label: 'From', value: '2026-11-01' },
      { filter: 'attention', label: 'Needs attention only', value: null },
      { filter: 'unseen', label: 'Hide seen', value: '2026-11-22T10:00:00Z' },
    ],
    rows: 'all',
    columns: 'visible',
    count: 7,
    incompleteDays: ['2026-11-15'],
    recordsWithoutId: 2,
  })
})
