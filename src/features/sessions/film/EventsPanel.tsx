import { useCallback, useMemo, useRef, useState } from 'react'
import { MOST_EVENTS } from '../../../domain/sessionEvent.ts'
import type { SessionEvent } from '../../../domain/sessionEvent.ts'
import type { Session } from '../../../domain/session.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { eventsText as text } from '../../../messages/events.ts'
import { paths } from '../../../paths.ts'
import { shownTime } from '../../../player/clock.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { withEvent, withEventAt, withoutEvent, withZeroAt } from '../filmStore.ts'
import { newId } from '../newId.ts'
import { pictureMoment } from '../pictureMoment.ts'
import { UndoLine, useUndo } from '../UndoLine.tsx'
import { useCurrentMarks } from '../useCurrentMarks.ts'
import { CopyLink, useLinkCopy } from './CopyLink.tsx'
import { EventName } from './EventName.tsx'
import { EventRow } from './EventRow.tsx'
import type { EventActions } from './EventRow.tsx'
import styles from './EventsPanel.module.css'
import { MarkButton, useMarkMenu } from './MarkButton.tsx'
import { momentOf, writeMomentAddress } from './moment.ts'
import { useFocusAfterNaming } from './useFocusAfterNaming.ts'
import { zeroShortcut } from './zeroShortcut.ts'

/**
 * Moments of the movement that somebody has marked, to go back to and to count the time from, and the link to the moment
 * on the screen. Nothing where nothing plays and there is no event.
 */
export function EventsPanel({ session, film }: { session: Session; film: FilmRoom }) {
  const hasVideo = (session.analyzedVideoUrl ?? session.videoUrl) !== null
  const plays = usePlayback(film.playback, ({ duration }) => duration > 0)
  if (!hasVideo && !plays && film.settings.events.length === 0) return null
  return <Events session={session} film={film} />
}

/** What is being named: an event that is there, or one that is about to be marked at a time (s). */
type Naming = { event: SessionEvent } | { at: number }

function Events({ session, film }: { session: Session; film: FilmRoom }) {
  const { playback, settings, changeSettings, scale, kept } = film
  const { events, zeroAt } = settings
  const [naming, setNaming] = useState<Naming | null>(null)
  const [said, setSaid] = useState('')
  const undo = useUndo()
  const list = useCurrentMarks<HTMLUListElement>(playback, events)
  const { source, id } = session
  const link = useLinkCopy(
    useCallback(
      () => paths.session(source, id, writeMomentAddress('', momentOf(playback))),
      [source, id, playback],
    ),
  )
  const plays = usePlayback(playback, ({ duration }) => duration > 0)
  const full = events.length >= MOST_EVENTS
  const shown = (time: number) => formatSeconds(shownTime(scale, time))

  const mark = (name: string, time: number) => {
    changeSettings((present) => withEvent(present, { id: newId(), name, time }))
    setNaming(null)
    setSaid(text.marked(name, shown(time)))
  }
  const menu = useMarkMenu({
    playback,
    refusal: !plays ? text.noVideo : full ? text.full(MOST_EVENTS) : null,
  })
  const panel = useRef<HTMLElement>(null)
  useFocusAfterNaming(panel, naming && ('event' in naming ? naming.event.id : ''), menu.button)

  const { did } = undo
  const actions = useMemo(
    (): EventActions => ({
      goTo: ({ time }) => playback.seek(time),
      rename: (event) => setNaming({ event }),
      move: ({ id, name, time }) => {
        const put = (time: number) => changeSettings((present) => withEventAt(present, id, time))
        put(pictureMoment(playback))
        did(text.moved(name), () => put(time))
      },
      zero: (event) => changeSettings((present) => withZeroAt(present, event?.id ?? null)),
      remove: (event) => {
        const wasZero = zeroAt === event.id
        changeSettings((present) => withoutEvent(present, event.id))
        did(text.deleted(event.name), () =>
          changeSettings((present) => {
            const back = withEvent(present, event)
            return wasZero && present.zeroAt === null ? withZeroAt(back, event.id) : back
          }),
        )
      },
    }),
    [playback, changeSettings, zeroAt, did],
  )

  const { shortcut: markKey } = menu
  const { shortcut: linkKey } = link
  useShortcuts(
    useMemo(
      () => ({
        title: text.shortcutGroup,
        shortcuts: [markKey, zeroShortcut({ playback, events, changeSettings, say: setSaid }), linkKey],
      }),
      [markKey, linkKey, playback, events, changeSettings],
    ),
  )

  const zero = events.find(({ id }) => id === zeroAt)
  return (
    <section ref={panel} aria-label={text.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <MarkButton
          menu={menu}
          activity={session.activity}
          events={events}
          shown={shown}
          onMark={mark}
          onOwnWords={(at) => setNaming({ at })}
        />
        <CopyLink {...link} />
      </div>
      {naming && 'at' in naming ? (
        <EventName
          name=""
          action={text.markShort}
          onName={(name) => mark(name, naming.at)}
          onCancel={() => setNaming(null)}
        />
      ) : null}
      {events.length === 0 ? (
        <p className={styles.none}>
          {text.none} {kept ? text.where : null}
        </p>
      ) : (
        <ul ref={list} aria-label={text.list} className={styles.list}>
          {events.map((event) =>
            naming && 'event' in naming && naming.event.id === event.id ? (
              <li key={event.id} className={styles.wide}>
                <EventName
                  name={event.name}
                  action={text.renameShort}
                  onName={(name) => {
                    changeSettings((present) => withEvent(present, { ...event, name }))
                    setNaming(null)
                  }}
                  onCancel={() => setNaming(null)}
                />
              </li>
            ) : (
              <EventRow
                key={event.id}
                event={event}
                shown={shownTime(scale, event.time)}
                isZero={event.id === zeroAt}
                moveRefusal={plays ? null : text.moveNeedsVideo}
                actions={actions}
              />
            ),
          )}
        </ul>
      )}
      {zero ? (
        <p className={styles.clock}>
          {text.zeroAt(zero.name)} <Button onClick={() => actions.zero(null)}>{text.fromStart}</Button>
        </p>
      ) : null}
      {kept ? null : <p className={styles.warning}>{text.notKept}</p>}
      <UndoLine last={undo.last} undo={undo.undo} />
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  )
}
