import { describe, expect, it } from 'vitest'
import { MOST_NOTES, UNKNOWN_MOMENT } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import { fileText } from '../../../testing/fileText.ts'
import { writeNotesCsv } from './noteCsv.ts'
import type { FiledNote, NoteFile } from './filedNotes.ts'
import {
  countBeyondEnd,
  LARGEST_FILE,
  parseNoteFile,
  planImport,
  readNoteFile,
  withNotes,
} from './noteFile.ts'
import { writeNotesJson } from './noteJson.ts'
import { writeNotesVtt } from './noteVtt.ts'

const writtenAt = '2026-11-22T09:15:00.000Z'
const NOTES: readonly Note[] = [
  { id: 'n1', time: 0, end: null, text: '=SUM(A1) is no formula', writtenAt },
  { id: 'n2', time: 1.533334, end: null, text: 'Пятка “late”,\n\nsee <b>knee</b> & hip --> now', writtenAt },
  { id: 'n3', time: 61.5, end: 3_661.25, text: "'quoted\n-->\n\n\n&amp; &nbsp; end", writtenAt },
]

function parsed(text: string): NoteFile {
  const file = parseNoteFile(text)
  if (typeof file === 'string') throw new Error(file)
  return file
}
/** To a millisecond, as WebVTT has them. */
const rounded = ({ time, end, text }: FiledNote) => ({
  time: Math.ceil(time * 1000 - 5e-4) / 1000,
  end,
  text,
})

describe('notes to a file and back', () => {
  it('JSON is exact, and says which session it was written for', () => {
    const file = parsed(writeNotesJson(NOTES, 's1'))
    expect(file).toEqual({ notes: NOTES, unreadable: [], session: 's1' })
  })

  it('CSV keeps times and texts, and nothing in it is a formula', async () => {
    const text = await fileText(writeNotesCsv(NOTES))
    expect(text).toContain(`0,,"'=SUM(A1)`)
    const { notes, unreadable } = parsed(text)
    expect(notes).toEqual(NOTES.map(({ id: _id, ...note }) => note))
    expect(unreadable).toEqual([])
  })

  it('CSV that a spreadsheet saved with semicolons and decimal commas is read as well', () => {
    const { notes } = parsed('\uFEFFtext;from_s;to_s\r\n"Heel; late";1,5;\r\nRange;2,25;3\r\n')
    expect(notes).toEqual([
      { time: 1.5, end: null, text: 'Heel; late', writtenAt: UNKNOWN_MOMENT },
      { time: 2.25, end: 3, text: 'Range', writtenAt: UNKNOWN_MOMENT },
    ])
  })

  it('CSV times as other programs write the very small are read', () => {
    expect(parsed('from_s,to_s,text\n2e-16,1.5E+1,Start').notes).toMatchObject([{ time: 2e-16, end: 15 }])
    expect(parsed('from_s;text\n2,5e-1;Start').notes).toMatchObject([{ time: 0.25 }])
  })

  it('WebVTT keeps a line that is a no-break space beside an empty one', () => {
    const note: Note = { id: 'n1', time: 1, end: 2, text: 'a\n\u00a0\n\nb', writtenAt }
    expect(parsed(writeNotesVtt([note])).notes[0]?.text).toBe(note.text)
  })

  it('WebVTT keeps texts, and times to the millisecond', () => {
    const text = writeNotesVtt(NOTES)
    expect(text).toContain('moment-2\n00:00:01.534 --> 00:00:02.534\n')
    expect(text).toContain('range-3\n00:01:01.500 --> 01:01:01.250\n')
    expect(text.match(/-->/g), 'in no text').toHaveLength(NOTES.length)
    expect(parsed(text).notes.map(rounded)).toEqual(NOTES.map(rounded))
  })

  it('captions of another program are ranges, without their markup', () => {
    const { notes, unreadable } = parsed(
      'WEBVTT\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nmoment-1\n00:01.000 --> 00:02.500 align:start\n<v Coach>Heel <i>late</i> &lt;5 ms\n\n1\nnonsense\n\n00:09.000 --> 00:08.000\nBackwards',
    )
    expect(notes).toMatchObject([{ time: 1, end: 2.5, text: 'Heel late <5 ms' }])
    expect(unreadable).toEqual([
      { place: 'line', number: 11, reason: 'time' },
      { place: 'line', number: 14, reason: 'end' },
    ])
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['', 'nothing'],
    ['{"format":"motion-console-notes"', 'damaged'],
    ['[]', 'not-notes'],
    ['{"format":"motion-console-views","version":1}', 'not-notes'],
    ['{"format":"motion-console-notes","version":2,"notes":[]}', 'newer'],
    ['{"format":"motion-console-notes","version":1,"notes":{}}', 'not-notes'],
    ['{"format":"motion-console-notes","version":1,"notes":[]}', 'nothing'],
    ['<html><script>alert(1)</script>', 'not-notes'],
    ['id,title\n1,Tempo run', 'not-notes'],
    ['from_s,to_s\n1,2', 'columns'],
    ['from_s,to_s,text\n', 'nothing'],
    ['WEBVTT', 'nothing'],
    ['\u0000\u0001binary', 'not-notes'],
  ])('says why of %j', (text, problem) => {
    expect(parseNoteFile(text)).toBe(problem)
  })

  it('names the places of what is unreadable in one that can', () => {
    const json = JSON.stringify({
      format: 'motion-console-notes',
      version: 1,
      notes: [null, { ...NOTES[0], id: '__proto__ x' }, { ...NOTES[0], time: -1 }],
    })
    const { notes, unreadable } = parsed(json)
    expect(notes).toHaveLength(1)
    expect(notes[0]).not.toHaveProperty('id')
    expect(unreadable).toEqual([
      { place: 'entry', number: 1, reason: 'form' },
      { place: 'entry', number: 3, reason: 'time' },
    ])
    expect(parsed('from_s,text\n1,a\nx,b\n"2","c\nd"\n3,').unreadable).toEqual([
      { place: 'line', number: 3, reason: 'time' },
      { place: 'line', number: 6, reason: 'empty' },
    ])
  })

  it('a file that is too large, or gone since it was chosen, is not read', async () => {
    expect(await readNoteFile({ size: LARGEST_FILE + 1 } as Blob)).toBe('too-large')
    const gone = { size: 10, text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }
    expect(await readNoteFile(gone as unknown as Blob)).toBe('unreadable')
  })
})

describe('an import', () => {
  it('adds what is new, and leaves alone what is there', () => {
    const mine = [{ ...NOTES[0], text: 'Mine' } as Note, NOTES[2] as Note]
    const { fresh, same, beyond } = planImport(mine, NOTES)
    expect({ same, beyond }).toEqual({ same: 1, beyond: 0 })
    expect(fresh.map(({ text }) => text)).toEqual([NOTES[0]?.text, NOTES[1]?.text])
    expect(fresh[0]?.id, 'its id is taken').not.toBe('n1')
    const after = withNotes(mine, fresh)
    expect(after.map(({ text }) => text)).toEqual(['Mine', NOTES[0]?.text, NOTES[1]?.text, NOTES[2]?.text])
    expect(planImport(after, NOTES)).toEqual({ fresh: [], same: 3, beyond: 0 })
    // From the rounded times of WebVTT too.
    expect(planImport(NOTES, parsed(writeNotesVtt(NOTES)).notes).same).toBe(3)
  })

  it('tells what lies beyond the end of the recording', () => {
    expect(countBeyondEnd(NOTES, 100)).toBe(1)
    expect(countBeyondEnd(NOTES, 1)).toBe(2)
    expect(countBeyondEnd(NOTES, 0), 'not known').toBe(0)
  })

  it('as large as the device can hold is read', async () => {
    const words = 'Ж'.repeat(10_000)
    const many = Array.from({ length: 600 }, (_, at) => ({
      ...NOTES[0],
      id: `n${at}`,
      time: at,
      text: words,
    }))
    const file = new Blob([writeNotesJson(many as Note[], 's1')])
    expect(file.size).toBeGreaterThan(10_000_000)
    expect(await readNoteFile(file)).toMatchObject({ notes: { length: 600 } })
  })

  it('stops at the room there is, also with a hostile number of notes', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => ({
      time: index / 10,
      end: null,
      text: 'again',
      writtenAt,
    }))
    const { fresh, beyond } = planImport(NOTES, many)
    expect(fresh).toHaveLength(MOST_NOTES - NOTES.length)
    expect(fresh.length + beyond).toBe(many.length)
  })
})
