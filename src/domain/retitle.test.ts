import { describe, expect, it } from 'vitest'
import { makeSession } from '../testing/session.ts'
import { LONGEST_TITLE, planRetitles, unknownPlaceholders } from './retitle.ts'

const run = makeSession({ id: 'b', title: 'Run', recordedAt: '2026-11-15T16:39' })
const earlier = makeSession({
  id: 'a',
  title: 'Jumps',
  activity: 'Vertical Jump',
  recordedAt: '2026-11-14T09:00',
})
const undated = makeSession({ id: 'c', title: 'Undated', recordedAt: null })

const titles = (pattern: string, sessions = [run, earlier, undated]) =>
  planRetitles(pattern, sessions).map(({ newTitle }) => newTitle)

describe('a pattern', () => {
  it('is filled in with what is known of each session, counted from the oldest', () => {
    expect(titles('{n}. {activity}, {athlete}, {date} ({title})', [run, earlier])).toEqual([
      '1. Vertical Jump, A. Sørli, 14 Nov 2026 (Jumps)',
      '2. Running, A. Sørli, 15 Nov 2026 (Run)',
    ])
  })

  it('counts those without a time last and leaves no gap where the day would stand', () => {
    expect(titles('{n} {date} {title}')).toEqual(['1 14 Nov 2026 Jumps', '2 15 Nov 2026 Run', '3 Undated'])
  })

  it('takes what a name holds as it is, placeholders and dollar signs included', () => {
    const odd = makeSession({ title: '{n} $& <b>', athlete: { id: 'x', name: '{date}' } })
    expect(titles('{title} {athlete}', [odd])).toEqual(['{n} $& <b> {date}'])
  })

  it('uses the athlete’s id where there is no name', () => {
    expect(titles('{athlete}', [makeSession({ athlete: { id: 'x-1', name: '' } })])).toEqual(['x-1'])
  })

  it('names what it does not know, and leaves other braces alone', () => {
    expect(unknownPlaceholders('{Titel} {n} {titel} {Titel} {} {1}')).toEqual(['{Titel}', '{titel}'])
    expect(titles('{} {1} {n}', [run])).toEqual(['{} {1} 1'])
  })
})

it.each([
  ['nothing would be left', ' {date} ', undated, 'empty'],
  ['it is so already', '{title}', run, 'unchanged'],
  ['it is so but for spaces around it', '{title}', makeSession({ title: ' two  within ' }), 'unchanged'],
  ['it is too long', 'x'.repeat(LONGEST_TITLE + 1), run, 'too-long'],
  ['it is the longest there may be', 'x'.repeat(LONGEST_TITLE), run, null],
] as const)('says when %s', (_what, pattern, session, problem) => {
  expect(planRetitles(pattern, [session])[0]?.problem).toBe(problem)
})
