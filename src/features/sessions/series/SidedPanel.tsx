import { useQuery } from '@tanstack/react-query'
import type { Scored, SidedMeasure } from '../../../domain/analysis.ts'
import { AppError } from '../../../domain/errors.ts'
import { readableName } from '../../../domain/readableName.ts'
import type { Session } from '../../../domain/session.ts'
import { formatFixed, formatPlain } from '../../../lib/formatNumber.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { sidedText as text } from '../../../messages/series.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useSource } from '../../../services.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import styles from './SidedPanel.module.css'

type Side = keyof typeof text.sides

/** What is measured on both sides of the body, and what forwards and backwards, in a table of its own. */
const PAIRS: readonly (readonly [Side, Side])[] = [
  ['left', 'right'],
  ['front', 'back'],
]

/** What was measured once for each side of the recording: left beside right, how each was scored, and the gap. */
export function SidedPanel({ session }: { session: Session }) {
  const analysis = useQuery(analysisQuery(useSource(), session))
  if (!analysis.data) return null
  const { sided, failed } = analysis.data
  if (failed === 'sided') return <Unreadable onTryAgain={() => void analysis.refetch()} />
  if (sided.length === 0) return null
  const values = sided.flatMap(({ left, right }) => [left?.value ?? 0, right?.value ?? 0])
  const most = Math.max(1, ...values)
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      {PAIRS.map((pair) => {
        const measures = sided.filter((measure) => pair.some((side) => measure[side] !== null))
        return measures.length > 0 ? (
          <Measures key={pair[0]} pair={pair} measures={measures} most={most} />
        ) : null
      })}
      <p className={styles.hint}>
        {text.hint} {text.gapHint}
      </p>
    </section>
  )
}

/** The lanes came without it. */
function Unreadable({ onTryAgain }: { onTryAgain: () => void }) {
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      <ErrorPanel error={new AppError('unavailable')} title={text.unreadable} onTryAgain={onTryAgain} />
    </section>
  )
}

function Measures({
  pair,
  measures,
  most,
}: {
  pair: readonly [Side, Side]
  measures: readonly SidedMeasure[]
  /** The largest angle (°) of left and right. */
  most: number
}) {
  const hasGap = pair[0] === 'left'
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text.measure}</th>
          {pair.map((side) => (
            <th key={side} scope="col" data-number>
              {text.sides[side]}
            </th>
          ))}
          {hasGap ? (
            <th scope="col" data-number>
              {text.gap}
            </th>
          ) : (
            <td />
          )}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.name}>
            <th scope="row">
              <bdi>{readableName(measure.name)}</bdi>
              {hasGap ? <Ends measure={measure} most={most} /> : null}
            </th>
            {pair.map((side) => (
              <td key={side} data-number>
                <OneSide side={side} scored={measure[side]} />
              </td>
            ))}
            <td data-number>
              {!hasGap ? null : measure.gap === null ? text.missing : <Degrees value={measure.gap} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneSide({ side, scored }: { side: Side; scored: Scored | null }) {
  if (!scored) return text.missing
  const letter = side === 'left' || side === 'right' ? lanesText.sides[side] : null
  return (
    <>
      <span className={styles.value}>
        {letter ? (
          <span className={styles.letter} data-side={side} aria-hidden>
            {letter}
          </span>
        ) : null}
        {scored.value === null ? text.missing : <Degrees value={scored.value} />}
      </span>
      <span className={styles.score}>
        {scored.score === null ? text.noScore : text.score(formatPlain(scored.score))}
      </span>
    </>
  )
}

const Degrees = ({ value }: { value: number }) => (
  <>
    {formatFixed(value, 1)}
    <span className={styles.unit}>{lanesText.unit('°')}</span>
  </>
)

const WIDTH = 120
const EDGE = 5

/** How far apart left and right are, for the eye; the numbers stand beside. */
function Ends({ measure: { left, right }, most }: { measure: SidedMeasure; most: number }) {
  if (left?.value == null || right?.value == null) return null
  const x = (value: number) => EDGE + (Math.max(0, value) / most) * (WIDTH - 2 * EDGE)
  return (
    <svg className={styles.ends} viewBox={`0 0 ${WIDTH} 12`} aria-hidden>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={6} y2={6} />
      <line data-gap x1={x(left.value)} x2={x(right.value)} y1={6} y2={6} />
      <circle data-side="left" cx={x(left.value)} cy={6} r={4} />
      <rect data-side="right" x={x(right.value) - 3.5} y={2.5} width={7} height={7} />
    </svg>
  )
}
