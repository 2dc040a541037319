import { readNote } from '../../../domain/note.ts'
import type { Note } from '../../../domain/note.ts'
import type { FiledNote, NoteFile, Unreadable } from './filedNotes.ts'

/** WebVTT has no cue without a length: a moment is shown for so long (s). */
const MOMENT_LENGTH = 1
const TITLE = 'Motion Console notes'

/**
 * Notes as WebVTT (https://www.w3.org/TR/webvtt1/), to be shown as captions. Times are rounded up to the millisecond, so
 * that a moment stays within its picture.
 */
export function writeNotesVtt(notes: readonly Note[]): string {
  const about = `NOTE\nA note on a moment is a cue of ${MOMENT_LENGTH} second; its identifier begins with "moment".`
  const cues = notes.map(({ time, end, text }, index) => {
    const from = milliseconds(time)
    const to = end === null ? from + MOMENT_LENGTH * 1000 : Math.max(milliseconds(end), from + 1)
    const id = `${end === null ? 'moment' : 'range'}-${index + 1}`
    return `${id}\n${timestamp(from)} --> ${timestamp(to)}\n${escapeCue(text)}`
  })
  return `${[`WEBVTT - ${TITLE}`, about, ...cues].join('\n\n')}\n`
}

const milliseconds = (seconds: number) => Math.ceil(seconds * 1000 - 5e-4)

function timestamp(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
}

/** An empty line would end the cue; one that is a no-break space is written as the character itself. */
const EMPTY_LINE = '&nbsp;'

/** `-->` is not allowed in a cue. */
const escapeCue = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .split('\n')
    .map((line) => (line === '' ? EMPTY_LINE : line))
    .join('\n')

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s.*)?$`)

/** Reads captions as notes, those of other programs too: markup of a cue is left out, its words stay. */
export function readNotesVtt(text: string): NoteFile {
  const lines = text.split(/\r\n?|\n/)
  const isOurs = lines[0]?.includes(TITLE) ?? false
  const notes: FiledNote[] = []
  const unreadable: Unreadable[] = []
  for (const { line, block } of blocksOf(lines)) {
    const at = block.findIndex((words) => words.includes('-->'))
    if (at < 0 && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block[0] ?? '')) continue
    const note = readNote({
      ...timesOf(block[at] ?? '', isOurs && at > 0 && (block[0] ?? '').startsWith('moment')),
      text: plainCue(block.slice(at + 1)),
    })
    if (typeof note === 'string') unreadable.push({ place: 'line', number: line, reason: note })
    else notes.push(note)
  }
  return { notes, unreadable, session: null }
}

/** Blocks between empty lines, the header left out, with the line (from 1) that each begins in. */
function blocksOf(lines: readonly string[]): { line: number; block: string[] }[] {
  const blocks: { line: number; block: string[] }[] = []
  let inBlock = true
  for (const [index, words] of lines.entries()) {
    if (words === '') inBlock = false
    else if (inBlock) blocks.at(-1)?.block.push(words)
    else {
      blocks.push({ line: index + 1, block: [words] })
      inBlock = true
    }
  }
  return blocks
}

function timesOf(line: string, isMoment: boolean): { time: number; end: number | null } {
  const match = TIMES.exec(line)
  if (!match) return { time: NaN, end: null }
  const seconds = (first: number) => {
    const [hours, minutes, whole, ms] = match.slice(first, first + 4).map((digits) => Number(digits ?? 0))
    return ((hours ?? 0) * 3_600_000 + (minutes ?? 0) * 60_000 + (whole ?? 0) * 1000 + (ms ?? 0)) / 1000
  }
  return { time: seconds(1), end: isMoment ? null : seconds(5) }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
}

const plainCue = (lines: readonly string[]): string =>
  lines.map((line) => (line === EMPTY_LINE ? '' : plainLine(line))).join('\n')

const plainLine = (line: string): string =>
  line
    .replace(/<[^<>]*>/g, '')
    .replace(/&([a-z]+);/g, (whole, name: string) =>
      Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? '') : whole,
    )
