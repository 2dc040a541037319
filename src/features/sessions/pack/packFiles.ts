import type { Analysis } from '../../../domain/analysis.ts'
import { nowHere } from '../../../domain/calendarDays.ts'
import type { Note } from '../../../domain/note.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionEvent } from '../../../domain/sessionEvent.ts'
import { writeCsv } from '../../../lib/csv.ts'
import type { ZipEntry } from '../../../lib/zip.ts'
import { uniquePaths } from '../../../lib/zipPaths.ts'
import { commonText } from '../../../messages/common.ts'
import { packFileText as text } from '../../../messages/report.ts'
import { writeNotesJson } from '../notes/noteJson.ts'
import { writeNotesVtt } from '../notes/noteVtt.ts'
import { writeSeriesCsv, writeSeriesJson } from '../series/seriesFile.ts'
import type { Clip, Still } from '../takeAway/tray.ts'
import { safeFileName } from '../videoFileName.ts'
import { comparisonCsv } from './comparisonCsv.ts'
import { figuresCsv } from './figuresCsv.ts'
import { readMe } from './readMe.ts'

/** What a pack holds of one session. */
export type Packed = {
  readonly session: Session
  readonly series: Analysis | 'none' | 'failed' | 'reading'
  /** How many times slower the film plays than it was filmed. */
  readonly captureFactor: number
  readonly notes: readonly Note[]
  readonly events: readonly SessionEvent[]
  readonly taken: readonly (Still | Clip)[]
  /** The athlete's earlier sessions; null where they were not read. */
  readonly earlier: readonly Session[] | null
}

/** A folder's name has to leave room for those of the files in it. */
const FOLDER_BYTES = 60

/** The files of a review pack: those of one session, or two folders of them and what compares the two. */
export function packFiles(packed: readonly Packed[], now = nowHere()): ZipEntry[] {
  const [first, second] = packed
  const files = second
    ? packed.flatMap((one, index) => {
        const title = safeFileName(one.session.title || commonText.untitled, FOLDER_BYTES)
        return sessionFiles(one, now).map((file) => ({ ...file, path: `${index + 1} ${title}/${file.path}` }))
      })
    : packed.flatMap((one) => sessionFiles(one, now))
  const both =
    first && second ? [{ path: 'comparison.csv', content: comparisonCsv(first.session, second.session) }] : []
  const all = [{ path: 'README.txt', content: new Blob([readMe(packed, now)]) }, ...both, ...files]
  const paths = uniquePaths(all.map(({ path }) => path))
  return all.map(({ content }, index) => ({ path: paths[index] ?? '', content }))
}

function sessionFiles(packed: Packed, now: string): ZipEntry[] {
  const { session, series, notes, events, taken, earlier } = packed
  return [
    ...(session.metrics.length > 0
      ? [{ path: 'figures.csv', content: figuresCsv(session, earlier, now) }]
      : []),
    ...(typeof series === 'string' ? [] : seriesFiles(session, series)),
    ...(notes.length > 0
      ? [
          { path: 'notes.vtt', content: new Blob([writeNotesVtt(notes)]) },
          { path: 'notes.json', content: new Blob([writeNotesJson(notes, session.id)]) },
        ]
      : []),
    ...(events.length > 0 ? [{ path: 'events.csv', content: eventsCsv(events) }] : []),
    ...taken.map(({ kind, fileName, file }) => ({
      path: `${kind === 'still' ? 'stills' : 'clips'}/${fileName}`,
      content: file,
    })),
  ]
}

/** What was measured once for each side has no place in a table of frames. */
const seriesFiles = (session: Session, series: Analysis): ZipEntry[] => [
  { path: 'series.csv', content: writeSeriesCsv(series) },
  ...(series.sided.length > 0
    ? [{ path: 'series.json', content: new Blob([writeSeriesJson(session, series)]) }]
    : []),
]

const eventsCsv = (events: readonly SessionEvent[]): Blob =>
  writeCsv(
    [text.time, text.event],
    events.map(({ time, name }) => [time, name]),
  )
