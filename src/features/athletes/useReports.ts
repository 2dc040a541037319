import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { toAppError } from '../../domain/errors.ts'
import { nameOfKey } from '../../domain/personLink.ts'
import type { Session } from '../../domain/session.ts'
import type { SessionSource } from '../../domain/source.ts'
import { analysisQuery } from '../../queries/sessions.ts'
import type { Reports } from './trend.ts'

/** Reports of one athlete that are read at most: each comes with the recording's series. */
export const MOST_REPORTS = 30

const AT_ONCE = 3

export type ReportReading = {
  readonly reports: Reports
  readonly progress: { readonly done: number; readonly all: number } | null
  readonly failed: number
  /** Reads the reports of these sessions, those that are there already left out. */
  readonly start: (sessions: readonly { source: SessionSource; session: Session }[]) => void
}

const NONE: Reports = new Map()

/** What is measured once for each recording, read when somebody asks; leaving the page stops it. */
export function useReports(): ReportReading {
  const queryClient = useQueryClient()
  const [reports, setReports] = useState(NONE)
  const [progress, setProgress] = useState<ReportReading['progress']>(null)
  const [failed, setFailed] = useState(0)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start: ReportReading['start'] = (sessions) => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    const waiting = sessions.filter(({ session }) => !reports.has(nameOfKey(session)))
    const all = waiting.length
    const read = async () => {
      for (let next = waiting.shift(); next && !abort.signal.aborted; next = waiting.shift()) {
        const { source, session } = next
        const sided = await queryClient.query(analysisQuery(source, session)).then(
          (analysis) => analysis.sided,
          // Of some recordings nothing was measured.
          (cause: unknown) => (toAppError(cause).kind === 'not-found' ? [] : null),
        )
        if (abort.signal.aborted) return
        if (sided) setReports((present) => new Map(present).set(nameOfKey(session), sided))
        else setFailed((present) => present + 1)
        setProgress((present) => ({ done: (present?.done ?? 0) + 1, all }))
      }
    }
    setFailed(0)
    setProgress({ done: 0, all })
    void Promise.all(Array.from({ length: AT_ONCE }, read)).then(() => {
      running.current = null
      if (!abort.signal.aborted) setProgress(null)
    })
  }
  return { reports, progress, failed, start }
}
