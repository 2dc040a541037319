import { useEffect, useRef, useState } from 'react'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { reportText as text } from '../../../messages/report.ts'
import { shownTime } from '../../../player/clock.ts'
import type { TimeScale } from '../../../player/clock.ts'
import { drawPicture } from '../takeAway/drawPicture.ts'
import { takenName } from '../takeAway/takenName.ts'
import type { Still } from '../takeAway/tray.ts'
import styles from './Sheet.module.css'

/** Stills at their own size, two beside each other. `onDrawn` is told of each, drawn or found unreadable, and gone. */
export function StillsPart({
  stills,
  scale,
  onDrawn,
}: {
  stills: readonly Still[]
  scale: TimeScale
  onDrawn: (id: string, isThere: boolean) => void
}) {
  return (
    <div className={styles.stills}>
      {stills.map((still) => (
        <figure key={still.id}>
          <Picture still={still} name={takenName(still, scale)} onDrawn={onDrawn} />
          <figcaption>
            <bdi>{captionOf(still, scale)}</bdi>
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

/** With its time, unless that is in the words already. */
export function captionOf(still: Still, scale: TimeScale): string {
  const [name, when] = [takenName(still, scale), formatSeconds(shownTime(scale, still.time))]
  return name.includes(when) ? name : text.still(name, when)
}

function Picture({
  still: { id, file, width, height },
  name,
  onDrawn,
}: {
  still: Still
  name: string
  onDrawn: (id: string, isThere: boolean) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    drawPicture(canvas, file)
      .catch(() => !gone && setFailed(true))
      .finally(() => !gone && onDrawn(id, true))
    return () => {
      gone = true
      onDrawn(id, false)
    }
  }, [id, file, onDrawn])
  if (failed) return <p className={styles.none}>{text.stillFailed}</p>
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={name} />
}
