import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import { canAnalyze } from '../../../domain/permissions.ts'
import { isBeingProcessed } from '../../../domain/session.ts'
import type { Session } from '../../../domain/session.ts'
import { refusalText } from '../../../messages/common.ts'
import { videoText as text } from '../../../messages/sessionPage.ts'
import { analyzeVideoMutation } from '../../../queries/sessionMutations.ts'
import { sessionQuery } from '../../../queries/sessions.ts'
import { useCaller } from '../../../queries/useCaller.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import styles from './VideoMaking.module.css'

/** `beside`: the original plays meanwhile, and this is a strip under it. */
export function VideoMaking({ session, beside }: { session: Session; beside: boolean }) {
  const source = useSource()
  const { queryClient } = useServices()
  const caller = useCaller(source)
  const analyze = useMutation(analyzeVideoMutation(queryClient, source))
  const asked = useRef(false)
  const place = beside ? styles.strip : styles.box

  // Two quick clicks come before the screen has answered the first.
  const make = () => {
    if (asked.current) return
    asked.current = true
    analyze.mutate(session, { onSettled: () => (asked.current = false) })
  }

  if (analyze.isPending || isBeingProcessed(session)) {
    return (
      <Progress session={session} askedAt={analyze.isPending ? analyze.submittedAt : null} place={place} />
    )
  }
  if (!source.analyzedVideo) return <p className={place}>{text.unsupported}</p>
  if (analyze.error) {
    return (
      <div className={place}>
        <ErrorPanel error={toAppError(analyze.error)} title={text.notMade} onTryAgain={make} />
      </div>
    )
  }
  const verdict = caller ? canAnalyze(caller, source) : true
  return (
    <div className={place}>
      <div>
        <h2>{text.noneTitle}</h2>
        <p>{session.status === 'failed' ? text.failedBefore : text.none}</p>
      </div>
      <Button
        variant="primary"
        disabledReason={verdict === true ? null : refusalText[verdict]}
        onClick={make}
      >
        {text.analyze}
      </Button>
      {verdict === true ? null : <p className={styles.reason}>{refusalText[verdict]}</p>}
    </div>
  )
}

const STEPS = ['queued', 'processing', 'completed'] as const

/** Asks for the session again and again, ever more slowly, until it has its video. */
function Progress({
  session,
  askedAt,
  place,
}: {
  session: Session
  askedAt: number | null
  place: string | undefined
}) {
  const source = useSource()
  const { queryClient } = useServices()
  const [openedAt] = useState(() => Date.now())
  const since = askedAt ?? openedAt
  const { isError } = useQuery({
    ...sessionQuery(queryClient, source, session.id),
    refetchInterval: () => pollInterval(Date.now() - since),
  })
  // Before the job has begun, the record still tells of the time before.
  const begun = isBeingProcessed(session)
  const step = begun ? session.status : null
  return (
    <div className={place}>
      <h2>{text.underWay}</h2>
      <ol className={styles.steps}>
        {STEPS.map((name) => (
          <li key={name} aria-current={name === step ? 'step' : undefined} data-done={isBefore(name, step)}>
            {text.steps[name]}
          </li>
        ))}
      </ol>
      <p className={styles.elapsed}>
        <Elapsed since={since} />
        {askedAt === null ? <span className={styles.reason}> {text.watched}</span> : null}
      </p>
      <p role="status" className={styles.reason}>
        {isError ? text.statusUnknown : step ? text.leaveIt : text.steps.asked}
      </p>
    </div>
  )
}

const isBefore = (name: (typeof STEPS)[number], step: Session['status']) =>
  step === 'processing' && name === 'queued' ? true : undefined

/** Every second at first, then at a fifth of the time it has taken so far, at most every ten seconds. */
const pollInterval = (elapsedMs: number): number => Math.min(10_000, Math.max(1_000, elapsedMs / 5))

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(clock)
  }, [])
  return text.elapsed(Math.max(0, Math.round((now - since) / 1_000)))
}
