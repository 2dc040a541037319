import { endOfFrame, toBands } from '../../../domain/bands.ts'
import type { Analysis } from '../../../domain/analysis.ts'
import { toLanes, usualLanes } from '../../../domain/lanes.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { LaneChart } from './LaneChart.tsx'
import styles from './Sheet.module.css'
import type { ReadSeries, Reported } from './useReported.ts'

/** What was measured frame by frame, as charts; or why there is nothing. `chosen`: ids of lanes, null for the usual ones. */
export function LanesPart({ reported, chosen }: { reported: Reported; chosen: readonly string[] | null }) {
  const { series, session, scale, settings } = reported
  if (series.kind !== 'read') return <NoSeries series={series} />
  const { analysis } = series
  const lanes = toLanes(analysis)
  const shown = chosen ?? usualLanes(lanes)
  const drawn = lanes.filter(({ id }) => shown.includes(id))
  const bands = toBands(analysis)
  const events = settings.events.map(({ time }) => time)
  return (
    <>
      {drawn.length === 0 ? <NothingDrawn measured={lanes.length} /> : null}
      {drawn.map(({ id, traces, ...lane }) => (
        <LaneChart
          key={id}
          {...lane}
          traces={traces.map(({ side, values }) => ({
            ...{ legend: side && lanesText.sides[side], side, dashed: side === 'right' },
            ...{ times: analysis.timestamps, values },
          }))}
          span={spanOf(analysis)}
          scale={scale}
          bands={bands}
          events={events}
        />
      ))}
      <p className={styles.remark}>
        {[
          drawn.length > 0 && bands.bands.length > 1 ? text.bands(bandWord(session.activity)) : '',
          drawn.length > 0 && bands.equalParts ? text.bandsEqual(bandWord(session.activity)) : '',
          drawn.length > 0 && events.length > 0 ? text.eventLines : '',
          analysis.unreadable.length > 0 ? text.unreadable(analysis.unreadable.join(', ')) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  )
}

const bandWord = (activity: string): string =>
  (Object.hasOwn(lanesText.bands, activity) ? lanesText.bands[activity] : undefined) ?? lanesText.otherBand

/** From the first picture to the end of the last one (s). */
export function spanOf({ timestamps }: Pick<Analysis, 'timestamps'>): { from: number; to: number } {
  const from = timestamps[0] ?? 0
  const to = endOfFrame(timestamps, timestamps.length - 1)
  return { from, to: to > from ? to : from + 1 }
}

/** `number`: which of two recordings it is. */
export function NoSeries({
  series: { kind },
  number,
}: {
  series: Exclude<ReadSeries, { kind: 'read' }>
  number?: string
}) {
  const said = { reading: text.seriesReading, none: text.seriesNone, failed: text.seriesFailed }[kind]
  return <p className={styles.none}>{number === undefined ? said : text.ofNumber(number, said)}</p>
}

/** Where there is something, nobody wanted to see it. `measured`: how many lanes there are. */
export const NothingDrawn = ({ measured }: { measured: number }) => (
  <p className={styles.none}>{measured > 0 ? text.nothingChosen : text.seriesNone}</p>
)
