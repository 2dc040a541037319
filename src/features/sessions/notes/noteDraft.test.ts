import { expect, it } from 'vitest'
import { LONGEST_NOTE } from '../../../domain/note.ts'
import { draftProblems, isWorthKeeping, settledDraft } from './noteDraft.ts'

const DRAFT = { id: null, time: 1, end: null, text: 'Heel' }

it('a draft that is sound has no problem', () => {
  expect(draftProblems(DRAFT, 8)).toEqual({})
  expect(draftProblems({ ...DRAFT, end: 8 }, 8)).toEqual({})
  expect(draftProblems({ ...DRAFT, time: 900 }, 0), 'no film is known').toEqual({})
})

it.each([
  [{ text: ' \n' }, { text: 'A note needs words.' }],
  [{ text: 'x'.repeat(LONGEST_NOTE + 2) }, { text: '2 characters too long.' }],
  [{ time: NaN }, { time: 'A number of seconds, such as 1.533.' }],
  [{ time: -0.1 }, { time: 'Not within the recording.' }],
  [{ time: 8.1 }, { time: 'Not within the recording.' }],
  [{ end: 1 }, { end: 'Has to be after the beginning.' }],
  [{ end: 0.5 }, { end: 'Has to be after the beginning.' }],
  [{ end: 9 }, { end: 'Not within the recording.' }],
  [{ end: NaN }, { end: 'A number of seconds, such as 1.533.' }],
])('says what is wrong with %j', (over, problems) => {
  expect(draftProblems({ ...DRAFT, ...over }, 8)).toEqual(problems)
})

it('takes what the screen reads of the first and last picture, and keeps whole microseconds', () => {
  // Zero at frame 32 of 30 a second: the start reads −1.067 and so is typed a third of a millisecond before it.
  const zero = Math.ceil((32 / 30) * 1e6) / 1e6
  const first = { ...DRAFT, time: zero - 1.067, end: 8.0004 }
  expect(draftProblems(first, 8)).toHaveProperty('time')
  expect(settledDraft(first, 8, 0.51e-3)).toEqual({ ...DRAFT, time: 0, end: 8 })
  const slow = { ...DRAFT, time: -0.004 }
  expect(settledDraft(slow, 8, 0.51e-3), 'further off than reading rounds').toEqual(slow)
  expect(settledDraft(slow, 8, 8 * 0.51e-3).time, 'filmed eight times as fast').toBe(0)
  expect(settledDraft({ ...DRAFT, time: 2e-16, end: 1 / 3 }, 8, 0)).toMatchObject({ time: 0, end: 0.333334 })
  expect(settledDraft({ ...DRAFT, time: NaN, end: null }, 0, 1)).toMatchObject({ time: NaN, end: null })
})

it('is worth keeping when something would be lost', () => {
  const note = { ...DRAFT, id: 'n1', writtenAt: '' }
  expect(isWorthKeeping({ ...DRAFT, text: ' ' }, [])).toBe(false)
  expect(isWorthKeeping(DRAFT, [])).toBe(true)
  expect(isWorthKeeping({ ...DRAFT, id: 'n1' }, [note])).toBe(false)
  expect(isWorthKeeping({ ...DRAFT, id: 'n1', end: 2 }, [note])).toBe(true)
})
