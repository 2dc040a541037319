import { useSyncExternalStore } from 'react'
import { shellText } from '../messages/shell.ts'
import styles from './AppLayout.module.css'

/** Says that the device is offline, for as long as it is. */
export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return <div role="status">{online ? null : <p className={styles.offline}>{shellText.offline}</p>}</div>
}

function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
