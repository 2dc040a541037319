import { metricDefinition } from '../../../domain/metrics.ts'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import type { ColumnId } from '../listLayout.ts'
import { metricColumn, metricJson, reasonsOf } from './exportValues.ts'
import type { ExportColumns, ExportContext } from './exportValues.ts'
import { OWN_FACTS } from './sheetColumns.ts'

/** Collects sessions as records of a JSON file. Pages are kept as blobs, which a browser can keep out of memory. */
export function createRecords(columns: ExportColumns, context: ExportContext) {
  const pages: Blob[] = []
  return {
    add: (sessions: readonly Session[]): void => {
      const lines = sessions.map((session) =>
        JSON.stringify(
          columns === 'all' ? wholeRecord(session, context) : recordOf(session, columns, context),
        ),
      )
      if (lines.length > 0) pages.push(new Blob([lines.join(',\n')]))
    },
    /** `exported` says what the file is. */
    toFile: (exported: Record<string, unknown>): Blob => {
      const head = `{"exported":${JSON.stringify(exported, null, 2)},\n"sessions":[\n`
      const body = pages.flatMap((page, index) => (index === 0 ? [page] : [',\n', page]))
      return new Blob([head, ...body, '\n]}\n'], { type: 'application/json' })
    },
  }
}

/** No addresses of videos: they are signed, and expire. */
function wholeRecord(session: Session, context: ExportContext) {
  return {
    ...recordOf(session, ['id', 'recorded', 'title', 'athlete', 'activity'], context),
    ...recordOf(session, ['exercise', 'status', 'segments', 'uploader'], context),
    ...recordOf(
      session,
      OWN_FACTS.filter((fact) => context.facts?.has(fact)),
      context,
    ),
    hasVideo: session.videoUrl !== null,
    hasAnalyzedVideo: session.analyzedVideoUrl !== null,
    unreadable: session.unreadable,
    metrics: session.metrics.map((metric) => metricRecord(session, metric)),
  }
}

function recordOf(session: Session, columns: readonly ColumnId[], context: ExportContext) {
  const fields = columns.map((id) => fieldOf(session, id, context)).filter((field) => field !== null)
  const chosen = columns.flatMap((id) => metricColumn(id) ?? [])
  if (chosen.length === 0) return Object.fromEntries(fields)
  const metrics = session.metrics.filter(({ name }) =>
    chosen.some(({ activity, metric }) => activity === session.activity && metric === name),
  )
  return {
    ...Object.fromEntries(fields),
    metrics: metrics.map((metric) => metricRecord(session, metric)),
  }
}

function fieldOf(session: Session, id: ColumnId, context: ExportContext): [string, unknown] | null {
  switch (id) {
    case 'id':
    case 'title':
    case 'activity':
    case 'exercise':
    case 'status':
    case 'segments':
    case 'duration':
    case 'assessment':
      return [id, session[id]]
    case 'recorded':
      return ['recordedAt', session.recordedAt]
    case 'athlete':
      return [id, session.athlete]
    case 'uploader':
      return ['uploadedBy', uploader(session.uploadedBy, context)]
    case 'attention':
      return [id, reasonsOf(session, context.now)]
    default:
      return null
  }
}

const uploader = (id: string | null, { uploaders }: ExportContext) =>
  id === null ? null : { id, name: uploaders.get(id) ?? null }

function metricRecord({ activity }: Session, { name, value }: Metric) {
  return { name, unit: metricDefinition(activity, name)?.unit ?? null, value: metricJson(value) }
}
