import type { QueryClient } from '@tanstack/react-query'
import type { Analysis } from '../../../domain/analysis.ts'
import { toAppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import type { Owner } from '../../../lib/ownStore.ts'
import { earlierSessionsQuery } from '../../../queries/baseline.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { filmStore } from '../filmStore.ts'
import { noteStore } from '../notes/noteStore.ts'
import { tray } from '../takeAway/tray.ts'
import type { Packed } from './packFiles.ts'

/** What somebody has made of a session, and what the page has read of it by now: a pack asks nobody for anything. */
export function packedOf(
  queryClient: QueryClient,
  account: string | null,
  source: SessionSource,
  session: Session,
): Packed {
  const owner: Owner = { account, source: session.source, session: session.id }
  const { captureFactor, events } = filmStore.get(owner).value
  return {
    session,
    series: seriesOf(queryClient.getQueryState(analysisQuery(source, session).queryKey)),
    captureFactor,
    notes: noteStore.get(owner).value,
    events,
    taken: tray.of(owner),
    earlier: queryClient.getQueryData(earlierSessionsQuery(source, session).queryKey)?.sessions ?? null,
  }
}

function seriesOf(read: { data: Analysis | undefined; error: Error | null } | undefined): Packed['series'] {
  if (read?.data) return read.data.timestamps.length > 0 ? read.data : 'none'
  if (!read?.error) return 'reading'
  return toAppError(read.error).kind === 'not-found' ? 'none' : 'failed'
}
