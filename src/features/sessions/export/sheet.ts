import { metricDefinition } from '../../../domain/metrics.ts'
import { ACTIVITIES } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import { csvField, csvFields, csvFile } from '../../../lib/csv.ts'
import { exportFileText as text } from '../../../messages/export.ts'
import { metricCell, metricHeading } from './exportValues.ts'
import type { ExportColumns, ExportContext } from './exportValues.ts'
import { plainColumns, visibleColumns } from './sheetColumns.ts'

/** Fields as the file has them; `metrics` by the place at which their columns were met. */
type Row = { fields: string; metrics: string[] }

/** A column of metrics of the same name and unit. `activity`: place of the first activity that has it. */
type MetricColumn = { heading: string; place: number; activity: number; known: boolean; averaged: boolean }

/**
 * Collects sessions as rows of a CSV file; a session is not kept, only its fields. With all columns, each metric that
 * is met has one. The last column says on every row which filters applied, so that nothing stands outside the table.
 */
export function createSheet(columns: ExportColumns, context: ExportContext) {
  const fixed = columns === 'all' ? plainColumns(context) : visibleColumns(columns, context)
  const byHeading = new Map<string, MetricColumn>()
  const rows: Row[] = []

  const metricFields = ({ activity, metrics }: Session): string[] => {
    const fields: string[] = []
    for (const { name, value } of metrics) {
      const column = columnOfMetric(byHeading, activity, name)
      column.averaged ||= value.kind === 'perSegment'
      while (fields.length < column.place) fields.push('')
      fields[column.place] = csvField(metricCell(value))
    }
    return fields
  }

  return {
    add: (sessions: readonly Session[]): void => {
      for (const session of sessions) {
        rows.push({
          fields: csvFields(fixed.map(({ cell }) => cell(session))),
          metrics: columns === 'all' ? metricFields(session) : [],
        })
      }
    },
    toFile: (filters: string): Blob => {
      const metrics = [...byHeading.values()].sort(inOrder)
      const header = [...fixed.map(headerOf), ...metrics.map(headerOf), text.columns.filters]
      return csvFile(lines(header, rows, metrics, filters))
    },
  }
}

function* lines(
  header: readonly string[],
  rows: readonly Row[],
  metrics: readonly MetricColumn[],
  filters: string,
) {
  yield csvFields(header)
  const end = csvField(filters)
  for (const row of rows) {
    yield [row.fields, ...metrics.map(({ place }) => row.metrics[place] ?? ''), end].join(',')
  }
}

function columnOfMetric(byHeading: Map<string, MetricColumn>, activity: string, name: string): MetricColumn {
  const heading = metricHeading(activity, name)
  const known = metricDefinition(activity, name) !== null
  // A metric that nobody knows may have any name, also that of a known column.
  const key = `${known ? '' : '?'}${heading}`
  const index = (ACTIVITIES as readonly string[]).indexOf(activity)
  const rank = index < 0 ? ACTIVITIES.length : index
  const column = byHeading.get(key) ?? {
    heading,
    place: byHeading.size,
    activity: rank,
    known,
    averaged: false,
  }
  column.activity = Math.min(column.activity, rank)
  byHeading.set(key, column)
  return column
}

/** The same for every export, whatever was met first. */
const inOrder = (a: MetricColumn, b: MetricColumn): number =>
  Number(b.known) - Number(a.known) ||
  a.activity - b.activity ||
  (a.heading < b.heading ? -1 : a.heading > b.heading ? 1 : 0)

const headerOf = (column: { header: string; averaged: boolean } | MetricColumn): string => {
  const heading = 'header' in column ? column.header : column.heading
  return column.averaged ? text.average(heading) : heading
}
