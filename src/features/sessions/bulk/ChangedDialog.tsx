import { useId } from 'react'
import type { BulkJob } from '../../../domain/bulkWork.ts'
import { bulkDockText as text } from '../../../messages/bulkDock.ts'
import { commonText } from '../../../messages/common.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ChangesSince } from '../ChangesSince.tsx'
import styles from './bulk.module.css'

/** Shows what somebody else changed before it is deleted or overwritten after all. */
export function ChangedDialog({
  job,
  onConfirm,
  onClose,
}: {
  job: BulkJob
  onConfirm: () => void
  onClose: () => void
}) {
  const whatId = useId()
  const changed = job.items.filter(({ outcome }) => outcome === 'changed')
  return (
    <Dialog
      alert
      wide
      describedBy={whatId}
      title={text.changedTitle[job.action](changed.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} autoFocus>
            {commonText.cancel}
          </Button>
          <Button variant={job.action === 'delete' ? 'danger' : 'primary'} onClick={onConfirm}>
            {text.changedConfirm[job.action]}
          </Button>
        </>
      }
    >
      <p id={whatId}>{text.changedWhat}</p>
      <ul className={styles.list} aria-label={text.list} tabIndex={0}>
        {changed.map((item) => (
          <li key={item.id}>
            <bdi className={styles.name}>{item.title || commonText.untitled}</bdi>
            {item.latest ? (
              <ChangesSince before={item} now={item.latest} names={{ [item.athleteId]: item.athlete }} />
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
