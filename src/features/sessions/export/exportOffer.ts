import type { Session } from '../../../domain/session.ts'
import type { ListQuery } from '../../../queries/sessions.ts'
import type { ListLayout } from '../listLayout.ts'

/** What an export may take: the list on the screen, its rows in memory and the rows selected. */
export type ExportOffer = {
  query: ListQuery
  layout: ListLayout
  /** In the order in which they are written. */
  selected: readonly Session[]
  loaded: readonly Session[]
  /** All that the filters match, null where nobody counts them. */
  total: number | null
}
