import { KEY_METRICS, metricDefinition } from '../../domain/metrics.ts'
import { ACTIVITIES } from '../../domain/session.ts'
import type { Activity } from '../../domain/session.ts'
import { createOwnStore } from '../../lib/ownStore.ts'
import { columnText } from '../../messages/views.ts'

type PlainColumnId = keyof typeof columnText.names
export type MetricColumnId = `metric:${string}`
export type ColumnId = PlainColumnId | MetricColumnId
export type MetricColumn = { id: MetricColumnId; activity: Activity; metric: string }

/** The columns somebody sees, in their order, and how close the rows stand. */
export type ListLayout = { columns: ColumnId[]; density: 'comfortable' | 'compact' }

/** A column for each key metric of each activity. */
export const METRIC_COLUMNS: readonly MetricColumn[] = ACTIVITIES.flatMap((activity) =>
  KEY_METRICS[activity].map((metric) => ({ id: `metric:${metric}` as const, activity, metric })),
)

/** Every column, in the order in which those that are not shown are offered. */
export const COLUMN_IDS: readonly ColumnId[] = [
  ...(['recorded', 'title', 'athlete', 'activity', 'status', 'segments'] as const),
  ...(['exercise', 'uploader', 'attention'] as const),
  ...METRIC_COLUMNS.map(({ id }) => id),
  'id',
]

export const DEFAULT_LAYOUT: ListLayout = {
  columns: ['recorded', 'title', 'athlete', 'activity', 'status', 'segments'],
  density: 'comfortable',
}

/** The title is the way into a session, so it can be moved but not hidden. */
export const canHide = (id: ColumnId): boolean => id !== 'title'

/** What a column is called where its activity is not plain to see: `Speed (Running)`. */
export function columnName(id: ColumnId): string {
  const column = METRIC_COLUMNS.find((metric) => metric.id === id)
  if (!column) return columnText.names[id as PlainColumnId]
  const { activity, metric } = column
  return columnText.ofActivity(metricDefinition(activity, metric)?.label ?? metric, activity)
}

/** Every column: those shown in their order, each of the others behind its neighbour of `COLUMN_IDS`. */
export function offeredColumns(shown: readonly ColumnId[]): ColumnId[] {
  const offered = [...shown]
  COLUMN_IDS.forEach((id, index) => {
    if (offered.includes(id)) return
    const neighbour = COLUMN_IDS[index - 1]
    offered.splice(neighbour ? offered.indexOf(neighbour) + 1 : 0, 0, id)
  })
  return offered
}

/** Shows a column where `offeredColumns` offers it. */
export function showColumn(layout: ListLayout, id: ColumnId): ListLayout {
  const columns = offeredColumns(layout.columns).filter(
    (offered) => offered === id || layout.columns.includes(offered),
  )
  return { ...layout, columns }
}

export function hideColumn(layout: ListLayout, id: ColumnId): ListLayout {
  if (!canHide(id)) return layout
  return { ...layout, columns: layout.columns.filter((shown) => shown !== id) }
}

/** Moves a shown column one place back or on; at the ends it stays where it is. */
export function moveColumn(layout: ListLayout, id: ColumnId, by: -1 | 1): ListLayout {
  const from = layout.columns.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= layout.columns.length) return layout
  const columns = layout.columns.filter((shown) => shown !== id)
  columns.splice(to, 0, id)
  return { ...layout, columns }
}

/** The columns as they were at first; the density stays. */
export function resetColumns(layout: ListLayout): ListLayout {
  return { ...layout, columns: DEFAULT_LAYOUT.columns }
}

/** Reads columns that were kept: what is unknown or there twice is dropped, the title is never missing. */
export function readColumns(json: unknown): ColumnId[] | null {
  if (!Array.isArray(json)) return null
  const columns = COLUMN_IDS.filter((id) => json.includes(id)).sort(
    (one, other) => json.indexOf(one) - json.indexOf(other),
  )
  return columns.includes('title') ? columns : showColumn({ ...DEFAULT_LAYOUT, columns }, 'title').columns
}

function readLayout(json: unknown): ListLayout | null {
  if (typeof json !== 'object' || json === null || !('columns' in json)) return null
  const columns = readColumns(json.columns)
  const density = 'density' in json && json.density === 'compact' ? 'compact' : 'comfortable'
  return columns && { columns, density }
}

/** Each account's own layout, on this device. */
export const layoutStore = createOwnStore({
  name: 'list-layout',
  version: 1,
  empty: DEFAULT_LAYOUT,
  read: readLayout,
})
