import type { ReactNode } from 'react'
import { exportText as text } from '../../../messages/export.ts'
import type { WalkProgress } from '../../../queries/allSessions.ts'
import styles from './ExportDialog.module.css'

/** How far the reading is, under what was chosen. `sieved`: only some of what is read is exported. */
export function ExportProgress({
  progress,
  sieved,
  children,
}: {
  progress: WalkProgress | null
  sieved: boolean
  children: ReactNode
}) {
  const total = progress?.total
  const known = progress && total ? { value: progress.lookedAt, max: total } : {}
  return (
    <div className={styles.progress}>
      <p className={styles.chosen}>{children}</p>
      <progress aria-label={text.progress} {...known} />
      <p>{progress ? inWords(progress, sieved) : text.noneYet}</p>
    </div>
  )
}

function inWords({ found, lookedAt, total }: WalkProgress, sieved: boolean): string {
  const read = text.readOf(lookedAt, total)
  return sieved ? text.foundOf(found, read) : read
}
