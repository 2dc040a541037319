import { withoutDirectionMarks } from '../domain/directionMarks.ts'
import type { ClipProblem } from '../player/clip/clipFailure.ts'

const quoted = (text: string) => `“${withoutDirectionMarks(text)}”`
const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`)

/** Words of taking stills and clips. Times arrive formatted, in seconds, sizes with their unit. */
export const takeAwayText = {
  shortcutGroup: 'Stills and clips',
  saveStill: 'Save still',
  stillShort: 'Still',
  stillKey: 'Save the picture on the screen as a still',
  makeClip: 'Make clip',
  clipShort: 'Clip',
  clipKey: 'Make a clip of the loop',
  noPicture: 'There is no picture on the screen yet.',
  forbidden: 'The video’s host does not let this page read its pictures, so they cannot be saved here.',
  asking: 'Finding out whether the video’s host lets its pictures be read.',
  noLoop: 'Set where the loop begins and ends: that range becomes the clip.',
  saved: (file: string) => `Saved ${quoted(file)}. It is also in “Stills and clips”.`,
  notSaved: 'The picture could not be taken. Try again once the video stands.',
  kilobytes: (size: string) => `${size} kB`,
  megabytes: (size: string) => `${size} MB`,
} as const

/** What a still says of itself. */
export const stillText = {
  caption: (name: string, time: string) => (name === '' ? `Picture at ${time} s` : `${name}, ${time} s`),
  what: (time: string) => `${time} s`,
  original: (caption: string) => `${caption}, original`,
  moment: (time: string, frame: number) => `${time} s · frame ${frame}`,
  ofRecording: (moment: string, time: string) => `${moment} · recording ${time} s`,
  side: (letter: string | null, value: string) => (letter === null ? value : `${letter} ${value}`),
} as const

export const clipText = {
  title: 'Make clip',
  range: (from: string, to: string, count: number) => `From ${from} to ${to} s: ${pictures(count)}.`,
  rangeHint: 'From the picture the loop begins in to the one it ends in, both of them included.',
  film: 'Film',
  form: 'How',
  quick: 'Quick cut',
  quickHint: (size: string, hidden: number, hasSound: boolean) =>
    `About ${size}. Copied as it is${hasSound ? ', sound included' : ''}. ${
      hidden === 0
        ? 'It holds nothing but the range.'
        : `The file hides ${pictures(hidden)} from outside the range, which a program can show.`
    }`,
  exact: 'Exact',
  exactHint: (size: string) =>
    `About ${size}, estimated. Encoded anew: it holds the pictures of the range and nothing else.`,
  exactSilent: 'Without sound: this browser cannot write it.',
  opus: 'With sound, as Opus',
  opusHint:
    'This browser cannot write the usual sound of an MP4 file (AAC). Opus is heard in browsers, not in every program.',
  notDecoded: (codec: string | null) =>
    `Not possible here: this browser cannot decode the film’s format${codec ? ` (${codec})` : ''}.`,
  notEncoded: 'Not possible here: this browser has nothing to write pictures of this size with.',
  memory: (size: string) => `About ${size} of memory are needed while it is made.`,
  tooLarge: (needed: string, most: string) =>
    `Making it needs about ${needed} of memory, and a page can count on ${most} on this device.`,
  shorter: 'Choose a shorter range.',
  shorterOrQuick: 'Choose a shorter range, or the quick cut.',
  reading: 'Reading the film’s index…',
  make: 'Make clip',
  making: 'Making the clip…',
  progress: 'Clip',
  percent: (percent: number) => `${percent} %`,
  failed: 'No clip was made.',
  notRead: 'The film’s index could not be read.',
  problem: {
    unreachable: 'The connection to the video’s host was lost. Nothing was kept.',
    expired: 'The video’s address is no longer accepted, although it was renewed.',
    'not-renewed': 'The video’s address is no longer accepted, and no new one could be had.',
    'index-too-large': 'The film’s index is too large to be read here.',
    'not-indexed': 'Clips can be made of MP4 and MOV files; this film is something else.',
    'not-decoded': 'This browser cannot decode the film’s format. A quick cut may still be possible.',
    'not-encoded': 'This browser could not encode the pictures. A quick cut may still be possible.',
    'not-copied': 'The film’s format does not fit into an MP4 file without encoding it anew.',
    'too-large': 'The film’s host sent far more than the range needs. Nothing was kept.',
    failed: 'The browser could not make it.',
  } satisfies Record<ClipProblem, string>,
  done: (file: string, size: string) => `${quoted(file)}, ${size}. It is in “Stills and clips”.`,
  caption: (from: string, to: string) => `Clip, ${from} to ${to} s`,
  what: (from: string, to: string) => `${from} to ${to} s`,
  save: 'Save',
  preview: 'The clip',
} as const

export const trayText = {
  title: 'Stills and clips',
  where: 'Here until this page is reloaded or closed, or you sign out. Save what you want to keep.',
  none: 'Nothing taken yet. “Save still” takes the picture on the screen, “Make clip” the range of the loop.',
  list: 'Stills and clips in the order of time',
  caption: 'Caption',
  play: (caption: string) => `Play ${quoted(caption)}`,
  goTo: (when: string) => `Go to ${when}`,
  moment: (time: string) => `${time} s`,
  range: (from: string, to: string) => `${from} to ${to} s`,
  still: (width: number, height: number, size: string) => `${width} × ${height}, ${size}`,
  clip: (form: string, size: string) => `${form}, ${size}`,
  save: 'Save',
  saveNamed: (caption: string) => `Save ${quoted(caption)}`,
  remove: 'Remove',
  removeNamed: (caption: string) => `Remove ${quoted(caption)}`,
  removed: (caption: string) => `Removed ${quoted(caption)}.`,
} as const
