import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import { useEffect, useId, useMemo, useState } from 'react'
import { countOutcomes } from '../../../domain/bulkWork.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { bulkDockText as text } from '../../../messages/bulkDock.ts'
import type { BulkQueue, BulkState } from '../../../queries/bulkQueue.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusContent } from '../../../ui/focusContent.ts'
import { useNotices } from '../../../ui/Notices.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { BulkItems } from './BulkItems.tsx'
import { ChangedDialog } from './ChangedDialog.tsx'
import styles from './BulkStrip.module.css'
import { saveReceipt } from './receipt.ts'
import { useForgottenMarks, useKeptFocus, useLeaveWarning, useRoomBelow } from './stripHooks.ts'
import { useBulkQueue } from './useBulkQueue.ts'

/** One job as a strip at the foot of every page: how far it is, what can be done with it, and each session on demand. */
export function BulkStrip({ source }: { source: SessionSource }) {
  const { queue, state } = useBulkQueue(source)
  const [open, setOpen] = useState(false)
  const listId = useId()
  const line = useRoomBelow()
  const strip = useKeptFocus()
  const { job, phase } = state
  useShortcuts(
    useMemo(
      () => ({
        title: text.region,
        shortcuts: [{ keys: ['b'], label: text.goThere, run: () => strip.current?.focus() }],
      }),
      [strip],
    ),
  )
  useLeaveWarning(
    phase === 'running' || phase === 'pausing' || phase === 'waiting' || (phase === 'paused' && !state.kept),
  )
  useForgottenMarks(source, state)
  if (!job) return null

  const counts = countOutcomes(job)
  const all = job.items.length
  const finished = all - counts.waiting - counts.running
  const dismiss = () => {
    queue.dismiss()
    focusContent()
  }
  return (
    <section ref={strip} tabIndex={-1} className={styles.strip} aria-label={text.region}>
      {open ? (
        <div id={listId} className={styles.items}>
          <BulkItems items={job.items} />
        </div>
      ) : null}
      <div ref={line} className={styles.line}>
        <div className={styles.words}>
          <p className={styles.facts}>
            <strong>{(phase === 'running' ? text.running : text.ended)[job.action](all)}</strong>
            <span className={styles.amount}>{text.progress(finished, all)}</span>
            <span className={styles.amount}>{text.counts(job.action, counts)}</span>
          </p>
          <p role="status" className={styles.state}>
            <Phase state={state} />
            {state.kept ? null : ` ${text.notKept}`}
          </p>
          {phase === 'waiting' ? <Countdown until={state.waitUntil} /> : null}
        </div>
        <progress className={styles.progress} aria-label={text.progressLabel} value={finished} max={all} />
        <div className={styles.actions}>
          <JobButtons queue={queue} state={state} />
          <Receipt state={state} />
          <Button
            icon={open ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            onClick={() => setOpen(!open)}
          >
            {text.details}
          </Button>
          {phase === 'finished' ? <Button onClick={dismiss}>{text.dismiss}</Button> : null}
        </div>
      </div>
    </section>
  )
}

/** The ways on, as far as the phase has any. The first button stays the same one, and so keeps the focus. */
function JobButtons({ queue, state: { job, phase } }: { queue: BulkQueue; state: BulkState }) {
  const [asking, setAsking] = useState(false)
  if (!job || phase === 'elsewhere') return null
  const { failed, unknown, changed, waiting } = countOutcomes(job)
  const still = phase === 'paused' || phase === 'finished'
  return (
    <>
      {phase === 'running' || phase === 'waiting' || phase === 'pausing' || waiting > 0 ? (
        <Button
          variant={phase === 'paused' ? 'primary' : 'quiet'}
          busy={phase === 'pausing'}
          onClick={phase === 'paused' ? queue.goOn : queue.pause}
        >
          {phase === 'pausing' ? text.pausingButton : phase === 'paused' ? text.goOn : text.pause}
        </Button>
      ) : null}
      {still && failed + unknown > 0 ? (
        <Button onClick={() => void queue.retryFailures()}>{text.retry(failed + unknown)}</Button>
      ) : null}
      {phase === 'finished' && changed > 0 ? (
        <Button onClick={() => setAsking(true)}>{text.retryChanged[job.action](changed)}</Button>
      ) : null}
      {phase === 'paused' ? <Button onClick={queue.stop}>{text.stop}</Button> : null}
      {asking ? (
        <ChangedDialog
          job={job}
          onConfirm={() => {
            setAsking(false)
            void queue.retryChanged()
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

function Receipt({ state: { job } }: { state: BulkState }) {
  const { say } = useNotices()
  if (!job) return null
  return <Button onClick={() => say(text.receiptSaved(saveReceipt(job)))}>{text.receipt}</Button>
}

/** What a screen reader is told: only what has changed for good, not each session. */
function Phase({ state: { job, phase, reason } }: { state: BulkState }) {
  switch (phase) {
    case 'pausing':
      return text.pausing
    case 'paused':
      return reason ? text.pausedBy[reason] : text.paused
    case 'waiting':
      return text.waiting
    case 'elsewhere':
      return text.elsewhere
    case 'finished':
      return (
        <span className="visually-hidden">
          {job ? text.finished(text.counts(job.action, countOutcomes(job))) : null}
        </span>
      )
    default:
      return null
  }
}

/** Seconds left. `until`: ms since 1970. */
function Countdown({ until }: { until: number | null }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className={styles.state}>{text.goesOnIn(Math.max(0, Math.ceil(((until ?? now) - now) / 1_000)))}</p>
  )
}
