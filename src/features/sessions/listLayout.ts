import { KEY_METRICS, metricDefinition } from '../../domain/metrics.ts'
import { ACTIVITIES } from '../../domain/session.ts'
import type { Activity, SourceId } from '../../domain/session.ts'
import type { SessionFact, SessionSource } from '../../domain/source.ts'
import { createOwnStore } from '../../lib/ownStore.ts'
import { columnText } from '../../messages/views.ts'

type PlainColumnId = keyof typeof columnText.names
export type MetricColumnId = `metric:${string}`
export type ColumnId = PlainColumnId | MetricColumnId
export type MetricColumn = { id: MetricColumnId; activity: Activity; metric: string }

/** The columns somebody sees, in their order, how close the rows stand, and whether assessments are one row each. */
export type ListLayout = { columns: ColumnId[]; density: 'comfortable' | 'compact'; fold?: boolean }

/** A column for each key metric of each activity. */
export const METRIC_COLUMNS: readonly MetricColumn[] = ACTIVITIES.flatMap((activity) =>
  KEY_METRICS[activity].map((metric) => ({ id: `metric:${metric}` as const, activity, metric })),
)

/** Every column, in the order in which those that are not shown are offered. */
export const COLUMN_IDS: readonly ColumnId[] = [
  ...(['recorded', 'title', 'athlete', 'activity', 'status', 'segments'] as const),
  ...(['duration', 'assessment', 'exercise', 'uploader', 'attention'] as const),
  ...METRIC_COLUMNS.map(({ id }) => id),
  'id',
]

export const DEFAULT_LAYOUT: ListLayout = {
  columns: ['recorded', 'title', 'athlete', 'activity', 'status', 'segments'],
  density: 'comfortable',
}

const USUAL: readonly ColumnId[] = [...DEFAULT_LAYOUT.columns, 'duration', 'assessment']

/** What a column needs its source's records to tell; every source has the others. */
const NEEDED: Partial<Record<ColumnId, SessionFact>> = {
  ...{ activity: 'activity', status: 'status', segments: 'segments', exercise: 'exercise' },
  ...{ uploader: 'uploader', duration: 'duration', assessment: 'assessment', attention: 'status' },
}

/** Whether a source's sessions have anything to show in a column. */
export function hasColumn({ facts }: Pick<SessionSource, 'facts'>, id: ColumnId): boolean {
  const needed = id.startsWith('metric:') ? 'metrics' : NEEDED[id]
  return needed === undefined || facts.has(needed)
}

/** The columns a source can show, in the order in which those that are not shown are offered. */
export const columnsOf = (source: Pick<SessionSource, 'facts'>): readonly ColumnId[] =>
  COLUMN_IDS.filter((id) => hasColumn(source, id))

/**
 * The layout as a source can show it. Until somebody chooses, what its records tell beside the usual is shown too.
 */
export function layoutOf(source: Pick<SessionSource, 'facts'>, layout: ListLayout): ListLayout {
  const isUsual = layout.columns.join() === DEFAULT_LAYOUT.columns.join()
  const columns = isUsual ? USUAL : layout.columns
  return { ...layout, columns: columns.filter((id) => hasColumn(source, id)) }
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
export function offeredColumns(shown: readonly ColumnId[], all = COLUMN_IDS): ColumnId[] {
  const offered = [...shown]
  all.forEach((id, index) => {
    if (offered.includes(id)) return
    const neighbour = all[index - 1]
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
  const fold = 'fold' in json && json.fold === true
  return columns && { columns, density, ...(fold ? { fold } : {}) }
}

/** Each account's own layout of each source's list, on this device. */
export const layoutStore = createOwnStore({
  name: 'list-layout',
  version: 1,
  empty: DEFAULT_LAYOUT,
  read: readLayout,
})

/** An account once had one layout for whatever it saw. It becomes the layout of the source that it was of. */
export function adoptLayout(account: string, source: SourceId): void {
  const old = layoutStore.get({ account }).value
  if (old === DEFAULT_LAYOUT) return
  const kept = layoutStore.change({ account, source }, (own) => (own === DEFAULT_LAYOUT ? old : own))
  if (kept) layoutStore.change({ account }, () => DEFAULT_LAYOUT)
}
