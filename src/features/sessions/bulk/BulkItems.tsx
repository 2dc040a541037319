import Check from 'lucide-react/icons/check'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import { memo } from 'react'
import type { ComponentType } from 'react'
import type { BulkItem, BulkOutcome } from '../../../domain/bulkWork.ts'
import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import { bulkOutcomeText } from '../../../messages/bulk.ts'
import { bulkDockText as text } from '../../../messages/bulkDock.ts'
import { commonText } from '../../../messages/common.ts'
import styles from './BulkStrip.module.css'

/** Each session of a job and what became of it. */
export function BulkItems({ items }: { items: readonly BulkItem[] }) {
  return (
    <ul className={styles.list} aria-label={text.list} tabIndex={0}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  )
}

const MARKS: Record<BulkOutcome, ComponentType<{ 'aria-hidden': true }>> = {
  waiting: CircleDashed,
  running: LoaderCircle,
  done: Check,
  gone: Check,
  changed: CircleAlert,
  failed: CircleAlert,
  unknown: CircleQuestionMark,
  left: CircleDashed,
}

/** Drawn again only when its own outcome has changed: a job has up to 2,000 of them. */
const Item = memo(function Item({ item }: { item: BulkItem }) {
  const Mark = MARKS[item.outcome]
  return (
    <li className={styles.item} data-outcome={item.outcome}>
      <Mark aria-hidden />
      <span className={styles.outcome}>{bulkOutcomeText(item)}</span>
      <span>
        <bdi className={styles.name}>{item.title || commonText.untitled}</bdi>
        {item.newTitle === null ? null : (
          <>
            {' → '}
            <bdi className={styles.name}>{item.newTitle}</bdi>
          </>
        )}{' '}
        <span className={styles.when}>
          <bdi>{item.athlete}</bdi>
          {item.recordedAt ? ` · ${formatRecordedAt(item.recordedAt)}` : ''}
        </span>
      </span>
    </li>
  )
})
