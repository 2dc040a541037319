import { readableName } from '../../../domain/readableName.ts'
import type { Session } from '../../../domain/session.ts'
import type { CsvCell } from '../../../lib/csv.ts'
import { statusText } from '../../../messages/common.ts'
import { exportFileText as text } from '../../../messages/export.ts'
import { columnText } from '../../../messages/views.ts'
import type { ColumnId } from '../listLayout.ts'
import { metricCell, metricColumn, metricHeading, reasonsOf } from './exportValues.ts'
import type { ExportContext } from './exportValues.ts'

/** `averaged` is told once a value of it was an average. */
export type SheetColumn = { header: string; averaged: boolean; cell: (session: Session) => CsvCell }

const column = (header: string, cell: SheetColumn['cell']): SheetColumn => ({ header, averaged: false, cell })
const yesNo = (yes: boolean) => (yes ? text.yes : text.no)
const { names } = columnText
/** Facts that only some sources tell, and whose columns are only in those sources' files. */
export const OWN_FACTS = ['duration', 'assessment'] as const

/** The columns of the list, in its order. */
export function visibleColumns(ids: readonly ColumnId[], context: ExportContext): SheetColumn[] {
  const columns = ids.map((id) => columnOf(id, context))
  const headers = columns.map(({ header }) => header)
  // Two activities may have a metric of the same name and unit.
  return columns.map((each, index) => {
    const activity = metricColumn(ids[index] ?? 'title')?.activity
    const isTwice = headers.indexOf(each.header) !== headers.lastIndexOf(each.header)
    if (activity && isTwice) each.header = text.inActivity(each.header, activity)
    return each
  })
}

/** Every column but those of the metrics. */
export function plainColumns(context: ExportContext): SheetColumn[] {
  const { athleteId, uploaderId, hasVideo, hasAnalyzedVideo, unreadable } = text.columns
  const of = (id: ColumnId) => columnOf(id, context)
  return [
    of('id'),
    of('recorded'),
    of('title'),
    column(names.athlete, ({ athlete }) => athlete.name || null),
    column(athleteId, ({ athlete }) => athlete.id || null),
    of('activity'),
    of('exercise'),
    of('status'),
    of('segments'),
    ...OWN_FACTS.filter((fact) => context.facts?.has(fact)).map(of),
    column(names.uploader, ({ uploadedBy }) => (uploadedBy && context.uploaders.get(uploadedBy)) || null),
    column(uploaderId, ({ uploadedBy }) => uploadedBy),
    column(hasVideo, ({ videoUrl }) => yesNo(videoUrl !== null)),
    column(hasAnalyzedVideo, ({ analyzedVideoUrl }) => yesNo(analyzedVideoUrl !== null)),
    column(unreadable, (session) => session.unreadable.join(', ') || null),
  ]
}

function columnOf(id: ColumnId, { uploaders, now }: ExportContext): SheetColumn {
  switch (id) {
    case 'id':
      return column(names[id], (session) => session.id)
    case 'recorded':
      return column(names[id], ({ recordedAt }) => recordedAt && recordedAt.replace('T', ' '))
    case 'title':
      return column(names[id], ({ title }) => title)
    case 'athlete':
      return column(names[id], ({ athlete }) => athlete.name || athlete.id || null)
    case 'activity':
      return column(names[id], ({ activity }) => activity)
    case 'exercise':
      return column(names[id], ({ exercise }) => (exercise ? readableName(exercise) : null))
    case 'status':
      return column(names[id], ({ status }) => status && statusText[status])
    case 'segments':
      return column(names[id], ({ segments }) => segments)
    case 'duration':
      return column(text.columns.duration, ({ duration }) => duration)
    case 'assessment':
      return column(names[id], ({ assessment }) => assessment)
    case 'uploader':
      return column(names[id], ({ uploadedBy }) => uploadedBy && (uploaders.get(uploadedBy) ?? uploadedBy))
    case 'attention':
      return column(names[id], (session) => reasonsOf(session, now).join('; ') || null)
    default:
      return visibleMetric(id)
  }
}

/** As in the list, of sessions of its own activity only. */
function visibleMetric(id: ColumnId): SheetColumn {
  const { activity, metric } = metricColumn(id) ?? { activity: '', metric: id }
  const own = column(metricHeading(activity, metric), (session) => {
    const value = session.activity === activity && session.metrics.find(({ name }) => name === metric)?.value
    if (!value) return null
    own.averaged ||= value.kind === 'perSegment'
    return metricCell(value)
  })
  return own
}
