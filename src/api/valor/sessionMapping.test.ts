import { expect, it } from 'vitest'
import { readRecordedAt } from './dates.ts'
import { mapSession, seriesKey } from './sessionMapping.ts'

const ROW = {
  'Session ID': 'r1',
  Date: '2026-11-14T16:39:05Z',
  s3Key: 'a/b c',
  Duration: '12.35',
  'Athlete ID': 'p1',
  'Assessment ID': 'as1',
  'Exercise ID': 'EX-014',
  'Session Name': 'Squat',
}

it('reads a row as it is documented', () => {
  expect(mapSession(ROW, 'second')).toMatchObject({
    source: 'second',
    id: 'r1',
    recordedAt: '2026-11-14T16:39Z',
    title: 'Squat',
    activity: '',
    exercise: 'EX-014',
    athlete: { id: 'p1', name: '' },
    duration: 12.35,
    assessment: 'as1',
    unreadable: [],
  })
})

it('takes the names in other spellings, and keeps what it does not know', () => {
  const session = mapSession({ sessionId: 'r2', session_name: 'Row', s3key: 'k', Mood: 'fine' }, 'second')
  expect(session).toMatchObject({ id: 'r2', title: 'Row', extra: { Mood: 'fine' } })
  expect(session && seriesKey(session)).toBe('k')
})

it('keeps a row that it cannot read in full, and says what of it; without an id there is none', () => {
  const odd = mapSession({ ...ROW, Date: '31/12/2026', Duration: 'long', 'Session Name': ['x'] }, 'second')
  expect(odd?.unreadable).toEqual(['Date', 'Duration', 'Session Name'])
  expect(odd).toMatchObject({ id: 'r1', title: '', recordedAt: null, duration: null })
  for (const row of [null, 'text', [], {}, { ...ROW, 'Session ID': '' }, { ...ROW, 'Session ID': {} }])
    expect(mapSession(row, 'second')).toBeNull()
})

it('says of a recording that stands alone that it is of no assessment', () => {
  expect(mapSession({ ...ROW, 'Assessment ID': 'singleExercise' }, 'second')?.assessment).toBeNull()
})

it.each([
  ['2026-11-14T16:39:05Z', '2026-11-14T16:39Z'],
  ['2026-11-14T16:39:05.120Z', '2026-11-14T16:39Z'],
  ['2026-11-14 16:39:05', '2026-11-14T16:39Z'],
  ['2026-11-14T16:39:05+00:00', '2026-11-14T16:39Z'],
  ['2026-11-14', '2026-11-14Z'],
  ['2026-11-14T16:39:05+02:00', null],
  ['2026-02-30', null],
  ['14/11/2026', null],
  [1_700_000_000, null],
])('reads the time %j as %j', (sent, read) => {
  expect(readRecordedAt(sent)).toBe(read)
})
