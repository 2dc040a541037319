import { describe, expect, it } from 'vitest'
import {
  cleanNoteText,
  firstLine,
  isSameNote,
  LONGEST_NOTE,
  readNote,
  UNKNOWN_MOMENT,
  withNote,
  withoutNote,
} from './note.ts'
import type { Note } from './note.ts'

const note = (over: Partial<Note> = {}): Note => ({
  id: 'n1',
  time: 1.533334,
  end: null,
  text: 'Heel strikes late',
  writtenAt: '2026-11-22T09:15:00.000Z',
  ...over,
})

it('notes stand in the order of time, and a changed one takes its new place', () => {
  const notes = withNote(
    withNote(withNote([], note({ id: 'b', time: 2 })), note({ id: 'a', time: 1 })),
    note({ id: 'c', time: 1, end: 3 }),
  )
  expect(notes.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  const moved = withNote(notes, note({ id: 'a', time: 9 }))
  expect(moved.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(withoutNote(moved, 'b').map(({ id }) => id)).toEqual(['c', 'a'])
  expect(withoutNote(moved, 'z')).toBe(moved)
})

it('a text keeps its lines and tabs, and nothing else that cannot be seen', () => {
  expect(cleanNoteText(' one\r\n\ttwo\u0000\u001b[0m\rthree\u2028four \n')).toBe('one\n\ttwo[0m\nthree\nfour')
})

it('a timeline gets the first line, cut between characters', () => {
  expect(firstLine({ text: 'Knee\nand more' })).toBe('Knee')
  expect(firstLine({ text: '🦵'.repeat(90) })).toBe(`${'🦵'.repeat(79)}…`)
})

describe('reading a note', () => {
  it('takes one that is sound as it is', () => {
    const sound = { time: 1.5, end: 2, text: 'Knee', writtenAt: '2026-11-22T09:15:00.000Z' }
    expect(readNote({ ...sound, more: 1 })).toEqual(sound)
    expect(readNote(note({ text: 'x'.repeat(LONGEST_NOTE) }))).toMatchObject({ time: 1.533334 })
    expect(readNote({ ...note(), writtenAt: 'yesterday' })).toMatchObject({ writtenAt: UNKNOWN_MOMENT })
  })

  it.each([
    [null, 'form'],
    ['text', 'form'],
    [note({ time: -1 }), 'time'],
    [note({ time: NaN }), 'time'],
    [note({ time: Infinity }), 'time'],
    [note({ time: 1e9 }), 'time'],
    [{ ...note(), time: '1' }, 'time'],
    [note({ end: 1 }), 'end'],
    [{ ...note(), end: undefined }, 'end'],
    [{ ...note(), text: 7 }, 'form'],
    [note({ text: ' \u0007\n ' }), 'empty'],
    [note({ text: 'x'.repeat(LONGEST_NOTE + 1) }), 'too-long'],
  ])('says what is wrong with %j', (json, problem) => {
    expect(readNote(json)).toBe(problem)
  })
})

it('two notes are the same when their words are and their times agree to a millisecond', () => {
  expect(isSameNote(note(), note({ time: 1.534, writtenAt: UNKNOWN_MOMENT }))).toBe(true)
  expect(isSameNote(note(), note({ time: 1.54 }))).toBe(false)
  expect(isSameNote(note(), note({ end: 2 }))).toBe(false)
  expect(isSameNote(note(), note({ text: 'Heel' }))).toBe(false)
})
