import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { formatCount } from '../../messages/counts.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { shownTime } from '../clock.ts'
import type { TimeScale } from '../clock.ts'
import styles from './FrameTable.module.css'
import { frameShown } from './reading.ts'
import type { TableGroup } from './tableGroups.ts'
import type { Track } from './track.ts'

/** Frames of one page of the table. */
const ROWS = 25

/** The lanes as numbers, a page of frames of a recording at a time; it opens at the play head. */
export function FrameTable({
  id,
  track,
  scale,
  groups,
}: {
  id: string
  track: Track
  scale: TimeScale
  groups: readonly TableGroup[]
}) {
  const { timestamps } = track
  const isGrouped = groups.some(({ columns }) => columns.some(({ label }) => label !== null))
  const count = timestamps.length
  const pageAtHead = () => Math.floor(rowAtHead(track) / ROWS)
  const [page, setPage] = useState(pageAtHead)
  const first = page * ROWS
  const end = Math.min(count, first + ROWS)
  const shown = (index: number) => formatSeconds(shownTime(scale, timestamps[index] ?? 0))
  return (
    <div id={id} className={styles.panel}>
      <div className={styles.pager}>
        <IconButton
          label={text.earlierFrames}
          icon={<ChevronLeft aria-hidden />}
          disabledReason={page === 0 ? text.firstFrames : null}
          onClick={() => setPage(page - 1)}
        />
        <IconButton
          label={text.laterFrames}
          icon={<ChevronRight aria-hidden />}
          disabledReason={end === count ? text.lastFrames : null}
          onClick={() => setPage(page + 1)}
        />
        <Button onClick={() => setPage(pageAtHead())}>{text.atPlayHead}</Button>
        <p role="status" className={styles.place}>
          {text.tableCaption(
            String(first),
            String(end - 1),
            formatCount(count),
            shown(first),
            shown(end - 1),
          )}
        </p>
      </div>
      <div className={styles.scroll} role="region" aria-label={text.table} tabIndex={0} data-scrolls>
        <table className={styles.table} aria-label={text.table}>
          <thead>
            <tr>
              <th scope="col" rowSpan={isGrouped ? 2 : 1}>
                {text.frame}
              </th>
              <th scope="col" rowSpan={isGrouped ? 2 : 1}>
                {text.time}
              </th>
              {groups.map(({ key, label, columns }) => (
                <th key={key} scope={isGrouped ? 'colgroup' : 'col'} colSpan={columns.length}>
                  <bdi>{label}</bdi>
                </th>
              ))}
            </tr>
            {isGrouped ? (
              <tr>
                {groups.flatMap(({ key, columns }) =>
                  columns.map(({ label }) => (
                    <th key={`${key} ${label}`} scope="col">
                      {label}
                    </th>
                  )),
                )}
              </tr>
            ) : null}
          </thead>
          <tbody>
            {Array.from({ length: end - first }, (_, row) => first + row).map((frame) => (
              <tr key={frame}>
                <th scope="row">{frame}</th>
                <td>{shown(frame)}</td>
                {groups.flatMap(({ key, columns }) =>
                  columns.map(({ label, cell }) => <td key={`${key} ${label}`}>{cell(frame)}</td>),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** The frame of the picture on the screen; where there is none for it, the first or the last. */
function rowAtHead({ timestamps, clock }: Track): number {
  const frame = frameShown(timestamps, clock)
  if (frame >= 0) return frame
  return clock.pictureTime < (timestamps[0] ?? 0) ? 0 : timestamps.length - 1
}
