import type { Alignment } from '../domain/alignment.ts'
import { comparePlayerText as text } from '../messages/comparePlayer.ts'
import { phaseMode } from './phase.ts'
import type { Playback } from './playback.ts'
import { formatRate } from './timing.ts'
import styles from './Transport.module.css'
import type { Lead } from './useLead.ts'
import { usePlayback } from './usePlayback.ts'

const PLAYED = { reason: null }

/** Why the second does not play with the first: that has failed, or both are stepped, so many pictures a second. */
export function PhaseReadout({
  leader,
  alignment,
  lead: { hasFailed },
}: {
  leader: Playback
  alignment: Alignment
  lead: Lead
}) {
  const rate = usePlayback(leader, ({ rate }) => rate)
  const pictures = usePlayback(leader, ({ steppedPictures }) => steppedPictures?.perSecond ?? null)
  const { reason } = hasFailed ? PLAYED : phaseMode(rate, alignment)
  return (
    <p className={styles.phase}>
      <span role="status">
        {hasFailed ? text.firstFailed : null}
        {reason ? text.stepped[reason](formatRate(rate * alignment.rate)) : null}
      </span>
      {reason && pictures !== null ? <span>{text.pictures(pictures)}</span> : null}
    </p>
  )
}
