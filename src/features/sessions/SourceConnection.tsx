import { useParams } from 'react-router'
import { ConnectPanel } from '../../auth/ConnectPanel.tsx'
import { todayHere } from '../../domain/calendarDays.ts'
import { formatDay } from '../../domain/recordedAt.ts'
import type { SessionSource } from '../../domain/source.ts'
import { commonText } from '../../messages/common.ts'
import { connectText as text } from '../../messages/connect.ts'
import { disconnectSource, useConnection } from '../../queries/connection.ts'
import { useServices } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { focusContent } from '../../ui/focusContent.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { useHistoryState } from './listPlace.ts'
import styles from './SourceConnection.module.css'

/** The sign-in that a source of its own asks for; once it is there, over the list, as whom and until when. */
export function SourceConnection({ source }: { source: SessionSource }) {
  const connection = useConnection(source)
  const { queryClient } = useServices()
  const { say } = useNotices()
  const { id } = useParams()
  const { over } = useHistoryState()
  if (connection?.state === 'none')
    return (
      <div className={styles.page}>
        <title>{commonText.pageTitle(text.title(source.label))}</title>
        <ConnectPanel source={source} level={1} />
      </div>
    )
  if (connection?.state === 'expired')
    return (
      <div className={styles.ended}>
        <ConnectPanel source={source} />
      </div>
    )
  if (!connection || (id !== undefined && over !== 'list')) return null
  const disconnect = () => {
    disconnectSource(queryClient, source)
    say(text.disconnected(source.label))
    focusContent()
  }
  return (
    <p className={styles.line}>
      <span>
        <bdi>{text.as(connection.account)}</bdi>
        {' · '}
        {text.until(momentOf(new Date(connection.expiresAt)))}
      </span>
      <Button onClick={disconnect}>{text.disconnect}</Button>
    </p>
  )
}

/** By the reader's own clock, with the day where it is another one: when something of theirs ends is no recorded time. */
const momentOf = (at: Date): string =>
  todayHere(at) === todayHere() ? timeHere(at) : `${formatDay(todayHere(at))}, ${timeHere(at)}`

const timeHere = (at: Date): string =>
  new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' }).format(at)
