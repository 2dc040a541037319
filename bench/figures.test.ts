import { describe, expect, it } from 'vitest'
import { figureLines, formatTable, median, sizeLines } from './figures.ts'

describe('the table of figures', () => {
  it('shows the middle of the runs, not their mean', () => {
    expect(median([900, 10, 30])).toBe(30)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  it('holds a figure against its limit', () => {
    const figures = [
      { id: 'back', name: 'back', unit: 'ms', limit: 100 },
      { id: 'shift', name: 'shift', unit: '', limit: 0 },
    ] as const
    const samples = [
      { back: 100, shift: 0.01 },
      { back: 90, shift: 0 },
      { back: 300, shift: 0.02 },
    ]
    expect(figureLines(figures, samples)).toEqual([
      ['back', '100 ms', '90–300 ms', '100 ms', '', 'met'],
      ['shift', '0.0100', '0–0.0200', '0', '', 'MISSED'],
    ])
  })

  it('counts a limit from the floor of the same runs', () => {
    const limit = (medians: Record<string, number>) => (medians['floor'] ?? 0) + 150
    const figures = [{ id: 'filter', name: 'filter', unit: 'ms', limit, floor: 'floor' }] as const
    const lines = (filter: number) => figureLines(figures, [{ filter, floor: 600 }])
    expect(lines(750)).toEqual([['filter', '750 ms', '', '750 ms', '600 ms', 'met']])
    expect(lines(751)[0]?.at(-1)).toBe('MISSED')
  })

  it('never calls a figure met that was not measured', () => {
    expect(figureLines([{ id: 'lost', name: 'lost', unit: 'ms', limit: 100 }], [{}])[0]?.at(-1)).toBe(
      'MISSED',
    )
  })

  it('stands in columns', () => {
    expect(formatTable(['figure', 'ms'], [['back', '1200']])).toBe('figure    ms\nback    1200')
  })
})

it('puts the sizes beside each other and says how much longer the largest takes', () => {
  const lines = sizeLines([
    [{ cold: 1000 }, { cold: 3000 }, { cold: 2000 }],
    [{ cold: 2100 }, { cold: 2200 }, { cold: 2300 }],
  ])
  expect(lines[0]).toEqual(['first row, cold', '2000 ms', '2200 ms', '1.10 ×'])
})
