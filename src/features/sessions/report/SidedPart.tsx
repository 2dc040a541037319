import type { SidedMeasure } from '../../../domain/analysis.ts'
import { readableName } from '../../../domain/readableName.ts'
import { formatFixed, formatPlain } from '../../../lib/formatNumber.ts'
import { sheetText as text } from '../../../messages/report.ts'
import styles from './Sheet.module.css'

const SIDES = ['left', 'right', 'front', 'back'] as const

/** What was measured once for each side: degrees, and the score beside them. */
export function SidedPart({ sided }: { sided: readonly SidedMeasure[] }) {
  const sides = SIDES.filter((side) => sided.some((measure) => measure[side] !== null))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{text.measure}</th>
          {sides.map((side) => (
            <th key={side} scope="col" data-number>
              {text.sides[side]}
            </th>
          ))}
          <th scope="col" data-number>
            {text.gap}
          </th>
        </tr>
      </thead>
      <tbody>
        {sided.map((measure) => (
          <tr key={measure.name}>
            <th scope="row">
              <bdi>{readableName(measure.name)}</bdi>
            </th>
            {sides.map((side) => (
              <td key={side} data-number>
                {degrees(measure[side]?.value)}
                {measure[side]?.score == null ? null : (
                  <small>{text.scored(formatPlain(measure[side].score))}</small>
                )}
              </td>
            ))}
            <td data-number>{degrees(measure.gap)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const degrees = (value: number | null | undefined): string =>
  value == null ? text.missing : `${formatFixed(value, 1)}°`
