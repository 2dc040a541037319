import type { Analysis } from '../../../domain/analysis.ts'
import { toLanes } from '../../../domain/lanes.ts'
import type { Session } from '../../../domain/session.ts'
import { writeCsv } from '../../../lib/csv.ts'
import { seriesText as text } from '../../../messages/series.ts'

const FORMAT = 'motion-console-series'
const VERSION = 1

/** One series as a file has it: the source's own name, what it is, and its unit where that is known. */
type FiledSeries = {
  readonly name: string
  readonly label: string
  readonly side: 'left' | 'right' | null
  readonly unit: string | null
  readonly values: readonly (number | null)[]
}

/** In the order of the lanes, left before right. */
const filedSeries = (analysis: Analysis): FiledSeries[] =>
  toLanes(analysis).flatMap(({ label, unit, traces }) =>
    traces.map(({ name, side, values }) => ({ name, label, side, unit: unit || null, values })),
  )

/** A row for each frame: its time in seconds of the recording, then every series as it was sent; missing is empty. */
export function writeSeriesCsv(analysis: Analysis): Blob {
  const series = filedSeries(analysis)
  const header = [text.time, ...series.map(({ name, unit }) => (unit ? `${name} (${unit})` : name))]
  const rows = analysis.timestamps.map((time, frame) => [
    time,
    ...series.map(({ values }) => values[frame] ?? null),
  ])
  return writeCsv(header, rows)
}

/** The same for a program, with which recording it is and what was measured once for each side. No addresses. */
export function writeSeriesJson(session: Session, analysis: Analysis): string {
  const { source, id, title, athlete, activity, exercise, recordedAt, duration, assessment } = session
  const file = {
    format: FORMAT,
    version: VERSION,
    session: { source, id, title, athlete, activity, exercise, recordedAt, duration, assessment },
    time: { unit: 's', values: analysis.timestamps },
    series: filedSeries(analysis),
    report: analysis.sided.map(({ name, left, right, front, back, gap }) => ({
      ...{ name, unit: '°', left, right, front, back, gap },
    })),
    unreadable: analysis.unreadable,
  }
  return `${JSON.stringify(file)}\n`
}
