import { attentionReasons } from '../../../domain/attention.ts'
import { metricDefinition, summarize } from '../../../domain/metrics.ts'
import type { MetricValue } from '../../../domain/metrics.ts'
import type { RecordedAt } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionFact } from '../../../domain/source.ts'
import type { CsvCell } from '../../../lib/csv.ts'
import { reasonText } from '../../../messages/attention.ts'
import { METRIC_COLUMNS } from '../listLayout.ts'
import type { ColumnId } from '../listLayout.ts'

export type ExportColumns = readonly ColumnId[] | 'all'

/**
 * What a file needs beside the sessions. `uploaders`: names by id, as far as they are known; `facts`: what the source's
 * records tell.
 */
export type ExportContext = {
  uploaders: ReadonlyMap<string, string>
  now: RecordedAt
  facts?: ReadonlySet<SessionFact>
}

/** Enough for any instrument, and without the noise of binary fractions. */
const DIGITS = 12

/** A metric as one cell: the average where it was measured more than once. */
export function metricCell(value: MetricValue): CsvCell {
  switch (value.kind) {
    case 'number':
      return value.value
    case 'perSegment': {
      const summary = summarize(value.values)
      return summary && Number(summary.average.toPrecision(DIGITS))
    }
    case 'text':
      return value.text
    case 'other':
      return jsonText(value.json)
  }
}

/** A metric as it was sent. */
export function metricJson(value: MetricValue): unknown {
  switch (value.kind) {
    case 'number':
      return value.value
    case 'perSegment':
      return value.values
    case 'text':
      return value.text
    case 'other':
      return jsonText(value.json) === null ? null : value.json
  }
}

/** `Speed (m/s)`; a metric that nobody knows has its own name. */
export function metricHeading(activity: string, name: string): string {
  const definition = metricDefinition(activity, name)
  if (!definition) return name
  return definition.unit ? `${definition.label} (${definition.unit})` : definition.label
}

export const metricColumn = (id: ColumnId) => METRIC_COLUMNS.find((column) => column.id === id)

/** Why a session needs attention, in the list's words. */
export const reasonsOf = (session: Session, now: RecordedAt): string[] =>
  attentionReasons(session, now).map((reason) => reasonText(reason, session.activity))

function jsonText(json: unknown): string | null {
  try {
    return JSON.stringify(json) ?? null
  } catch {
    return null // nested deeper than the browser can write
  }
}
