import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { Alignment, EventPair } from '../../../domain/alignment.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { Playback } from '../../../player/playback.ts'
import type { StartAt } from '../../../player/playback.ts'
import { useAlignment } from '../../../player/useAlignment.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import type { Which } from '../../../player/comparedFilms.ts'
import type { KeptBeside } from '../film/keepMoment.ts'
import { readMomentAddress } from '../film/moment.ts'
import { useMomentInAddress } from '../film/useMomentInAddress.ts'
import { useSessionFilm } from '../filmRoom.ts'
import { pictureMoment } from '../pictureMoment.ts'
import { readCompareAddress, writeCompareAddress } from './compareAddress.ts'
import type { Compared } from './compared.ts'
import { createComparison } from './comparison.ts'
import type { Comparison, ComparisonStore } from './comparison.ts'

/** What the parts of a comparison's page share. */
export type CompareRoom = Readonly<Record<Which, Compared>> & {
  readonly alignment: Alignment
  /** Whether the second follows the first. */
  readonly linked: boolean
  readonly steered: Which
  readonly comparison: ComparisonStore
  /** Writes the moment into the address at once, for the way back to this page. */
  readonly keepNow: () => void
}

export type Recorded = { readonly session: Session; readonly source: SessionSource }

/** One for each pair of sessions: give the page that calls it both ids as `key`. */
export function useCompareRoom(one: Recorded, other: Recorded): CompareRoom {
  const [{ pathname, search }] = useState(() => ({ pathname: location.pathname, search: location.search }))
  const [comparison] = useState(() => createComparison(search))
  const events = useComparison(comparison, (present) => present.events)
  const linked = useComparison(comparison, ({ free }) => free === null)
  const steered = useComparison(comparison, (present) => present.steered)

  const [starts] = useState(() => startsOf(search))
  const first = useCompared(one, starts.first, events.first)
  const second = useCompared(other, starts.second, events.second)
  const [leader, follower] = [first.film.playback, second.film.playback]
  // Where nothing else says, both move at the speed of life, however they were filmed.
  const sameRate = second.film.settings.captureFactor / first.film.settings.captureFactor
  const alignment = useAlignment(leader, follower, events.first, events.second, sameRate)

  const beside = useMemo(() => besideOf(comparison, follower), [comparison, follower])
  const isHere = useCallback(() => location.pathname === pathname, [pathname])
  const keepNow = useMomentInAddress(leader, isHere, beside)
  return useMemo(
    () => ({ first, second, alignment, linked, steered, comparison, keepNow }),
    [first, second, alignment, linked, steered, comparison, keepNow],
  )
}

function useComparison<Value>(comparison: ComparisonStore, read: (present: Comparison) => Value): Value {
  return useSyncExternalStore(comparison.subscribe, () => read(comparison.get()))
}

function startsOf(search: string): Readonly<Record<Which, () => StartAt>> {
  const { free } = readCompareAddress(search)
  const first = readMomentAddress(search)
  const second = free === null ? {} : { time: free }
  return { first: () => first, second: () => second }
}

function useCompared({ session, source }: Recorded, startsAt: () => StartAt, events: EventPair): Compared {
  const [playback] = useState(() => new Playback())
  const film = useSessionFilm(session, playback, startsAt)
  const analysis = useQuery(analysisQuery(source, session)).data ?? null
  return useMemo(
    () => ({ session, source, film, analysis, events }),
    [session, source, film, analysis, events],
  )
}

/** What the address has besides the first's moment: the events, and where the second stands while it is unlinked. */
function besideOf(comparison: ComparisonStore, second: Playback): KeptBeside {
  const keepPlace = () => {
    const { free } = comparison.get()
    if (free === null || second.playing || second.duration === 0) return
    const now = pictureMoment(second)
    if (Math.abs(now - free) > 1e-6) comparison.change({ free: now })
  }
  return {
    write: (search) => writeCompareAddress(search, comparison.get()),
    goTo: (search) => {
      const there = readCompareAddress(search)
      comparison.change(there)
      if (there.free !== null) second.seek(there.free)
    },
    subscribe: (changed) => {
      const ends = [comparison.subscribe(changed), second.subscribe(keepPlace)]
      return () => ends.forEach((end) => end())
    },
  }
}
