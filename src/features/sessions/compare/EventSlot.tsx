import ChevronDown from 'lucide-react/icons/chevron-down'
import Flag from 'lucide-react/icons/flag'
import X from 'lucide-react/icons/x'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { playerText } from '../../../messages/player.ts'
import { shownTime } from '../../../player/clock.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { Button, IconButton } from '../../../ui/Button.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import styles from './CompareEvents.module.css'
import type { Slot } from './comparison.ts'

/** One of a recording's two moments: when it is (s), and how it is marked, chosen among the stored events, or cleared. */
export function EventSlot({
  slot,
  time,
  film: { settings, scale },
  refusal,
  onMark,
  onPut,
  onClear,
  onGoTo,
}: {
  slot: Slot
  time: number | null
  film: FilmRoom
  refusal: string | null
  onMark: () => void
  onPut: (time: number) => void
  onClear: () => void
  onGoTo: (time: number) => void
}) {
  const { events } = settings
  const shown = (at: number) => formatSeconds(shownTime(scale, at))
  const name = time === null ? null : events.find((event) => Math.abs(event.time - time) < 1e-6)?.name
  return (
    <li className={styles.slot} data-mark={slot}>
      <span className={styles.label}>{text.slot[slot]}</span>
      {time === null ? (
        <span className={styles.none}>{text.notMarked}</span>
      ) : (
        <button
          type="button"
          className={styles.time}
          aria-label={text.goTo(name ?? text.slot[slot], shown(time))}
          onClick={() => onGoTo(time)}
        >
          <span className={styles.number}>
            {shown(time)} <span className={styles.unit}>{text.seconds}</span>
          </span>{' '}
          {name ? <bdi className={styles.eventName}>{name}</bdi> : null}
        </button>
      )}
      <span className={styles.tools}>
        <Button icon={<Flag />} aria-label={text.mark[slot]} disabledReason={refusal} onClick={onMark}>
          {text.markShort}
        </Button>
        {events.length > 0 ? (
          <ActionMenu
            label={text.pick[slot]}
            icon={<ChevronDown />}
            entries={() =>
              events.map((event) => ({
                kind: 'action',
                label: event.name,
                note: playerText.position(shown(event.time)),
                onSelect: () => onPut(event.time),
              }))
            }
          />
        ) : null}
        <IconButton
          label={text.clear[slot]}
          icon={<X />}
          disabledReason={time === null ? text.nothingToClear : null}
          onClick={onClear}
        />
      </span>
    </li>
  )
}
