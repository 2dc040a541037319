import CircleAlert from 'lucide-react/icons/circle-alert'
import { metricsText as text } from '../../../messages/metrics.ts'
import type { Part } from '../../../messages/metrics.ts'
import styles from './PartNumbers.module.css'
import { PART } from './useParts.ts'

/** More than this many values scroll sideways in a box of their own. */
const FIT = 6

/** A metric's number of each segment or jump; `onGoTo` leads to it, null where it is not known where that is. */
export function PartNumbers({
  label,
  part,
  values,
  flagged,
  onGoTo,
}: {
  label: string
  part: Part
  values: readonly (string | null)[]
  flagged: readonly (number | null)[]
  onGoTo: ((part: number) => void) | null
}) {
  // What scrolls must be reachable by keyboard; buttons are.
  const scrolls =
    values.length > FIT
      ? { role: 'group', 'aria-label': text.perPart(label, part), ...(onGoTo ? {} : { tabIndex: 0 }) }
      : {}
  return (
    <div className={styles.scroll} {...scrolls}>
      <ol className={styles.parts}>
        {values.map((value, index) => {
          const number = index + 1
          const content = (
            <>
              <span className="visually-hidden">{text.part(part, number)}</span>{' '}
              {flagged.includes(number) ? (
                <>
                  <CircleAlert aria-hidden className={styles.flag} />
                  <span className="visually-hidden">{text.flagged}</span>{' '}
                </>
              ) : null}
              {value ?? (
                <>
                  <span className="visually-hidden">{text.missing}</span>
                  <span aria-hidden>–</span>
                </>
              )}
            </>
          )
          return (
            <li key={index}>
              {onGoTo ? (
                <button
                  type="button"
                  className={styles.part}
                  {...{ [PART]: number }}
                  onClick={() => onGoTo(number)}
                >
                  {content}
                </button>
              ) : (
                <span className={styles.part} {...{ [PART]: number }}>
                  {content}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
