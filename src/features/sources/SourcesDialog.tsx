import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SessionSource } from '../../domain/source.ts'
import { setHidden } from '../../lib/hiddenSources.ts'
import { commonText } from '../../messages/common.ts'
import { connectText as text } from '../../messages/connect.ts'
import { paths } from '../../paths.ts'
import { disconnectSource, useConnection } from '../../queries/connection.ts'
import { useServices } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CheckboxField } from '../../ui/fields.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import styles from './SourcesDialog.module.css'

/** Every source the console was built with: whether it is connected, and whether this device shows it. */
export function SourcesDialog({ onClose }: { onClose: () => void }) {
  const { sources, hidden = [] } = useServices()
  const { warn } = useNotices()
  const [off, setOff] = useState<ReadonlySet<string>>(() => new Set(hidden.map(({ id }) => id)))
  const changed = [...sources, ...hidden].filter(
    ({ id }) => off.has(id) !== hidden.some((one) => one.id === id),
  )

  const apply = () => {
    const kept = changed.map(({ id }) => setHidden(id, off.has(id)))
    if (kept.includes(false)) return warn(text.notKept)
    // Loaded anew, nothing is left of what is switched off: no code, no rows, no connection.
    window.location.assign(paths.home())
  }
  const choose = (id: string, shown: boolean) =>
    setOff((before) => {
      const next = new Set(before)
      if (shown) next.delete(id)
      else next.add(id)
      return next
    })

  return (
    <Dialog
      title={text.sources}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonText.close}</Button>
          {changed.length > 0 ? (
            <Button variant="primary" onClick={apply}>
              {text.apply}
            </Button>
          ) : null}
        </>
      }
    >
      <p className={styles.lead}>{text.sourcesLead}</p>
      <ul className={styles.list}>
        {[...sources, ...hidden].map((source) => (
          <li key={source.id} className={styles.source}>
            <h3>{source.label}</h3>
            {hidden.includes(source) ? null : <State source={source} onLeave={onClose} />}
            {source.connection === null ? null : (
              <CheckboxField
                label={text.show(source.label)}
                hint={text.showHint}
                checked={!off.has(source.id)}
                onChange={({ target }) => choose(source.id, target.checked)}
              />
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={styles.lead}>
        {changed.length > 0 ? text.switched : ''}
      </p>
    </Dialog>
  )
}

function State({ source, onLeave }: { source: SessionSource; onLeave: () => void }) {
  const connection = useConnection(source)
  const { queryClient } = useServices()
  const navigate = useNavigate()
  if (!connection) return <p className={styles.state}>{text.noSignIn}</p>
  if (connection.state === 'connected')
    return (
      <p className={styles.state}>
        <bdi>{text.as(connection.account)}</bdi>
        <Button onClick={() => disconnectSource(queryClient, source)}>{text.disconnect}</Button>
      </p>
    )
  const connect = () => {
    onLeave()
    void navigate(paths.sessions(source.id))
  }
  return (
    <p className={styles.state}>
      {connection.state === 'expired' ? text.ended : text.notConnected}
      <Button onClick={connect}>{text.submit}</Button>
    </p>
  )
}
