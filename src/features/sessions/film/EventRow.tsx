import Ellipsis from 'lucide-react/icons/ellipsis'
import TimerReset from 'lucide-react/icons/timer-reset'
import { memo } from 'react'
import type { SessionEvent } from '../../../domain/sessionEvent.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { eventsText as text } from '../../../messages/events.ts'
import { playerText } from '../../../messages/player.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import styles from './EventsPanel.module.css'

export type EventActions = {
  goTo: (event: SessionEvent) => void
  rename: (event: SessionEvent) => void
  /** To the moment on the screen. */
  move: (event: SessionEvent) => void
  zero: (event: SessionEvent | null) => void
  remove: (event: SessionEvent) => void
}

/** One marked event: where it is, by the clock as it is read (s), and what can be done with it. */
export const EventRow = memo(function EventRow({
  event,
  shown,
  isZero,
  moveRefusal,
  actions,
}: {
  event: SessionEvent
  shown: number
  isZero: boolean
  /** Why it cannot be moved now; null where it can. */
  moveRefusal: string | null
  actions: EventActions
}) {
  const time = formatSeconds(shown)
  return (
    <li data-mark={event.id} className={styles.event}>
      <button type="button" className={styles.go} onClick={() => actions.goTo(event)}>
        <span className={styles.time}>
          {time} <span className={styles.unit}>{playerText.seconds}</span>
        </span>{' '}
        <bdi className={styles.name}>{event.name}</bdi>
        {isZero ? (
          <span className={styles.zero}>
            <TimerReset aria-hidden /> {text.isZero}
          </span>
        ) : null}
      </button>
      <ActionMenu
        label={text.actions(event.name, time)}
        icon={<Ellipsis />}
        entries={() => [
          isZero
            ? { kind: 'action', label: text.fromStart, onSelect: () => actions.zero(null) }
            : { kind: 'action', label: text.zeroHere, onSelect: () => actions.zero(event) },
          {
            kind: 'action',
            label: text.move,
            disabledReason: moveRefusal,
            onSelect: () => actions.move(event),
          },
          { kind: 'action', label: text.rename, onSelect: () => actions.rename(event) },
          { kind: 'divider', key: 'delete' },
          { kind: 'action', label: text.remove, onSelect: () => actions.remove(event) },
        ]}
      />
    </li>
  )
})
