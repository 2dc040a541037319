import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { paths } from '../../../paths.ts'
import { marksOnFirst } from '../../../player/comparedFilms.ts'
import { useLead } from '../../../player/useLead.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { useLinkCopy } from '../film/CopyLink.tsx'
import { momentOf } from '../film/moment.ts'
import { useHistoryState } from '../listPlace.ts'
import { TakeAwayMenu } from '../pack/TakeAwayMenu.tsx'
import { pictureMoment } from '../pictureMoment.ts'
import { NARROW, useMediaQuery } from '../useMediaQuery.ts'
import { CompareEvents } from './CompareEvents.tsx'
import { CompareFilms } from './CompareFilms.tsx'
import { CompareHeader } from './CompareHeader.tsx'
import { CompareLanes } from './CompareLanes.tsx'
import { CompareMetrics } from './CompareMetrics.tsx'
import styles from './ComparePage.module.css'
import { searchOf, searchSwapped, searchWithoutSecond } from './compareSearch.ts'
import { eventMarks, withEvents } from './eventMarks.ts'
import { useCompareCommands } from './useCompareCommands.ts'
import { useCompareRoom } from './useCompareRoom.ts'
import type { Recorded } from './useCompareRoom.ts'
import { useCompareShortcuts } from './useCompareShortcuts.ts'

const CompareDialog = lazy(() =>
  import('./CompareDialog.tsx').then((module) => ({ default: module.CompareDialog })),
)

/** Both sessions, on one clock. */
export function CompareView({ one, other }: { one: Recorded; other: Recorded }) {
  // On a phone the pictures come first, for the eye and for the keyboard alike.
  const narrow = useMediaQuery(NARROW)
  const room = useCompareRoom(one, other)
  const { first, second, alignment, linked, steered, comparison, keepNow } = room
  const lead = useLead(first.film.playback, linked, steered)
  const commands = useCompareCommands(room)
  const onOneClock = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const { list } = useHistoryState()
  const [replacing, setReplacing] = useState<string | null>(null)

  const [leader, follower] = [first.film.playback, second.film.playback]
  const [session, otherSession] = [first.session, second.session]
  const swap = useCallback(() => {
    keepNow()
    const search = searchSwapped(momentOf(leader), pictureMoment(follower), comparison.get(), alignment)
    const state = otherSession.source === session.source ? { list } : {}
    void navigate(paths.compare(otherSession, session, search), { state })
  }, [keepNow, leader, follower, comparison, alignment, navigate, otherSession, session, list])
  const replace = useCallback(() => {
    keepNow()
    setReplacing(searchWithoutSecond(momentOf(leader), comparison.get()))
  }, [keepNow, leader, comparison])
  const link = useLinkCopy(
    useCallback(
      () => paths.compare(session, otherSession, searchOf(momentOf(leader), comparison.get())),
      [session, otherSession, leader, comparison],
    ),
  )
  const duration = usePlayback(leader, (playback) => playback.duration)
  const marks = useMemo(() => {
    const others = marksOnFirst(eventMarks(second.events), alignment, duration)
    return [...withEvents(first.film.marks, first.events), ...others].sort((a, b) => a.time - b.time)
  }, [first.film.marks, first.events, second.events, alignment, duration])
  const searchNow = useCallback(() => {
    leader.pause()
    keepNow()
    return searchOf(momentOf(leader), comparison.get())
  }, [leader, keepNow, comparison])
  useCompareShortcuts(room, commands, { swap, replace, copy: link.shortcut })

  const header = (
    <CompareHeader
      room={room}
      link={link}
      onSwap={swap}
      onReplace={replace}
      onToggleLink={commands.toggleLink}
    >
      <TakeAwayMenu session={session} second={otherSession} searchNow={searchNow} />
    </CompareHeader>
  )
  const titles = [session, otherSession].map(({ title }) => title || commonText.untitled)
  return (
    <article className={styles.page}>
      <title>{commonText.pageTitle(text.heading(titles[0] ?? '', titles[1] ?? ''))}</title>
      {narrow ? null : header}
      <div ref={onOneClock} className={styles.film}>
        <CompareFilms room={room} onChoose={commands.choose} keysWithin={onOneClock} />
        {narrow ? header : null}
        <CompareEvents room={room} commands={commands} />
        <div className={styles.figures}>
          <CompareLanes
            first={first}
            second={second}
            alignment={alignment}
            steered={lead.steered}
            marks={marks}
          />
          <CompareMetrics first={session} second={otherSession} />
        </div>
      </div>
      {replacing === null ? null : (
        <Suspense fallback={null}>
          <CompareDialog
            session={session}
            without={[session, otherSession]}
            search={replacing}
            onClose={() => setReplacing(null)}
          />
        </Suspense>
      )}
    </article>
  )
}
