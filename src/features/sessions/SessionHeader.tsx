import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Fragment, lazy, Suspense } from 'react'
import { Link, useNavigate } from 'react-router'
import { canDelete, canEdit } from '../../domain/permissions.ts'
import { readableName } from '../../domain/readableName.ts'
import type { Session } from '../../domain/session.ts'
import { commonText, refusalText } from '../../messages/common.ts'
import { sessionPageText } from '../../messages/sessionPage.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { paths } from '../../paths.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useSource } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { CompareButton } from './compare/CompareButton.tsx'
import { useHistoryState } from './listPlace.ts'
import { TakeAwayMenu } from './pack/TakeAwayMenu.tsx'
import { Neighbours } from './review/Neighbours.tsx'
import { SessionFactsLine } from './SessionFactsLine.tsx'
import styles from './SessionHeader.module.css'
import { SessionStatus } from './SessionStatus.tsx'

const AttentionNote = lazy(() =>
  import('./AttentionReasons.tsx').then((module) => ({ default: module.AttentionNote })),
)

/** Which session this is, the way back and onwards, and what can be done with it. */
export function SessionHeader({ session, searchNow }: { session: Session; searchNow: () => string }) {
  const source = useSource()
  const facts = [
    session.exercise && readableName(session.exercise),
    session.segments !== null && sessionPageText.segments(session.segments),
    session.duration !== null && sessionsText.lasted(session.duration),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return (
    <header className={styles.header}>
      <SessionWays />
      <h1 className={styles.title}>
        <bdi>{session.title || commonText.untitled}</bdi>
      </h1>
      <div className={styles.line}>
        <p className={styles.facts}>
          <SessionFactsLine session={session} linked />
          {facts.map((fact) => (
            <Fragment key={fact}>
              {' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </p>
        {source.facts.has('status') ? <SessionStatus status={session.status} /> : null}
        <Actions session={session} searchNow={searchNow} />
      </div>
      <Suspense fallback={null}>
        <AttentionNote session={session} />
      </Suspense>
      {session.unreadable.length > 0 ? (
        <p className={styles.unreadable}>
          {sessionsText.unreadableFields(session.unreadable.map(readableName).join(', '))}
        </p>
      ) : null}
    </header>
  )
}

/** The way back to the list, and on to its other sessions. */
export function SessionWays() {
  const source = useSource()
  const { list } = useHistoryState()
  return (
    <div className={styles.ways}>
      <Link
        className={styles.back}
        to={paths.sessions(source.id, list?.search)}
        state={{ row: list?.row ?? 0 }}
      >
        <ChevronLeft aria-hidden />
        {sessionPageText.back}
      </Link>
      <Neighbours className={styles.neighbours} />
    </div>
  )
}

/** Comparing and taking something away is for everybody; what changes the session is not. */
function Actions({ session, searchNow }: { session: Session; searchNow: () => string }) {
  return (
    <div className={styles.actions}>
      <CompareButton session={session} searchNow={searchNow} />
      <TakeAwayMenu session={session} searchNow={searchNow} />
      <Changes session={session} />
    </div>
  )
}

/** Absent where the source is read only; disabled with the reason where the account may not. */
function Changes({ session }: { session: Session }) {
  const source = useSource()
  const caller = useCaller(source)
  const navigate = useNavigate()
  const { list } = useHistoryState()
  if (!source.writer) return null
  const reason = (may: typeof canEdit) => {
    const verdict = caller ? may(caller, source, session) : true
    return verdict === true ? null : refusalText[verdict]
  }
  const open = (to: string) => void navigate(to, { state: { list } })
  return (
    <>
      <Button disabledReason={reason(canEdit)} onClick={() => open(paths.edit(source.id, session.id))}>
        {sessionPageText.edit}
      </Button>
      <Button
        variant="danger"
        disabledReason={reason(canDelete)}
        onClick={() => open(paths.remove(source.id, session.id))}
      >
        {sessionPageText.remove}
      </Button>
    </>
  )
}
