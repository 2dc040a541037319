import { sessionsText } from '../../messages/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/fields.tsx'
import { PAGE_SIZES } from './listAddress.ts'
import styles from './ListPager.module.css'

const SIZES = PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))

/** The foot of a list that only goes forward and that nobody counts: how much is read, and more of it. */
export function ReadOn({
  loaded,
  loading,
  hasMore,
  size,
  reading,
  onReadOn,
  onReadAgain,
  onSize,
}: {
  /** Recordings read so far, those of folded assessments included. */
  loaded: number
  /** The first ones are on their way. */
  loading: boolean
  hasMore: boolean
  size: number
  reading: boolean
  onReadOn: () => void
  /** From the beginning: what was recorded meanwhile stands there. */
  onReadAgain: () => void
  onSize: (size: number) => void
}) {
  return (
    <div className={styles.pager}>
      <p role="status" className={styles.status}>
        {loading ? '' : hasMore ? sessionsText.readSoFar(loaded) : sessionsText.readAll(loaded)}
      </p>
      <div className={styles.size}>
        <span aria-hidden>{sessionsText.rowsAtOnce}</span>
        <SelectField
          label={sessionsText.rowsAtOnce}
          hideLabel
          options={SIZES}
          value={String(size)}
          onChange={(event) => onSize(Number(event.target.value))}
        />
      </div>
      <Button onClick={onReadAgain}>{sessionsText.readAgain}</Button>
      {hasMore ? (
        <Button variant="primary" busy={reading} onClick={onReadOn}>
          {reading ? sessionsText.loadingMore : sessionsText.loadMore}
        </Button>
      ) : null}
    </div>
  )
}
