import { firstTime } from '../../../domain/alignment.ts'
import type { Analysis } from '../../../domain/analysis.ts'
import { compareLanes } from '../../../domain/comparedLanes.ts'
import type { ComparedStrip } from '../../../domain/comparedLanes.ts'
import { toLanes, usualLanes } from '../../../domain/lanes.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { sheetText as text } from '../../../messages/report.ts'
import type { ReportComparison } from './comparisonOf.ts'
import { LaneChart } from './LaneChart.tsx'
import type { ChartTrace } from './LaneChart.tsx'
import { NoSeries, NothingDrawn, spanOf } from './LanesPart.tsx'
import styles from './Sheet.module.css'
import type { ReadSeries, Reported } from './useReported.ts'

const NO_BANDS = { bands: [], equalParts: false }

/** Both recordings over each other on the first one's time, each side in a chart of its own. */
export function ComparedLanesPart({
  first,
  second,
  comparison: { alignment, marked },
  chosen,
}: {
  first: Reported
  second: Reported
  comparison: ReportComparison
  chosen: readonly string[] | null
}) {
  const numbered = [
    { number: text.numbers.first, series: first.series },
    { number: text.numbers.second, series: second.series },
  ]
  const said = numbered.map(({ number, series }) => <Said key={number} number={number} series={series} />)
  const [one, other] = [analysisOf(first), analysisOf(second)]
  if (!one && !other) return <>{said}</>
  const lanes = compareLanes(one ? toLanes(one) : [], other ? toLanes(other) : [])
  const shown = chosen ?? usualLanes(lanes)
  const drawn = lanes.filter(({ id }) => shown.includes(id))
  // What the second measures lies where its moment does in the first.
  const laidOver = other?.timestamps.map((time) => firstTime(alignment, time)) ?? []
  const tracesOf = ({ side, first, second }: ComparedStrip): ChartTrace[] => [
    ...(first && one
      ? [{ ...lookOf(side, text.numbers.first), times: one.timestamps, values: first.values }]
      : []),
    ...(second
      ? [{ ...lookOf(side, text.numbers.second), dashed: true, times: laidOver, values: second.values }]
      : []),
  ]
  return (
    <>
      {drawn.length === 0 ? <NothingDrawn measured={lanes.length} /> : null}
      {drawn.flatMap(({ id, label, strips, ...lane }) =>
        strips.map((strip) => (
          <LaneChart
            key={`${id} ${strip.side}`}
            {...lane}
            label={strip.side === null ? label : text.laneOf(label, lanesText.sideNames[strip.side])}
            traces={tracesOf(strip)}
            span={spanOf(one ?? { timestamps: laidOver })}
            scale={first.scale}
            bands={NO_BANDS}
            events={marked}
          />
        )),
      )}
      {drawn.length > 0 ? (
        <p className={styles.remark}>
          {text.overlay} {marked.length > 0 ? text.markedLines : null}
        </p>
      ) : null}
      {said}
    </>
  )
}

const analysisOf = ({ series }: Reported): Analysis | null =>
  series.kind === 'read' ? series.analysis : null

/** Why one of them has no lines, or which of them are missing. */
function Said({ number, series }: { number: string; series: ReadSeries }) {
  if (series.kind !== 'read') return <NoSeries series={series} number={number} />
  const { unreadable } = series.analysis
  if (unreadable.length === 0) return null
  return <p className={styles.remark}>{text.ofNumber(number, text.unreadable(unreadable.join(', ')))}</p>
}

const lookOf = (side: ComparedStrip['side'], number: string) => ({
  legend: `${number}:`,
  side,
  dashed: false,
})
