import { randomFor } from '../seed/random.ts'
import { metricsFor } from '../seed/metrics.ts'
import type { Database } from '../store/database.ts'
import { beginJob, endJob, startJob, unfinishedJobs } from '../store/jobs.ts'
import type { SessionRow } from '../store/schema.ts'
import { anySession } from '../store/sessions.ts'

/** Time as the server knows it; tests bring a clock that they move by hand. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number
  /** Resolves after so many milliseconds; rejects when the signal aborts. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** `stopped`: the server ends, the next one goes on with the job. */
export type Outcome = 'made' | 'failed' | 'gone' | 'stopped'

export type AnalysisJobs = {
  /** Joins the session's running job or starts one; resolves when the video is there, has failed or is gone. */
  analyze: (session: SessionRow) => Promise<Outcome>
  /** Ends the job of a session that has been deleted. */
  forget: (sessionId: string) => void
  /** Goes on with jobs that an earlier process left behind. */
  resume: () => Promise<void>
  /** Stops waiting; the jobs stay written down for the next start. */
  stop: () => Promise<void>
}

export type AnalysisTimes = { queuedMs: number; processingMs: number }

const DELETED = 'deleted'

type Running = { outcome: Promise<Outcome>; stop: AbortController }

/** Makes analyzed videos one step after another: queued, processing, completed or failed. */
export function createAnalysisJobs(
  database: Database,
  clock: Clock,
  times: AnalysisTimes,
  jumps: number,
): AnalysisJobs {
  const running = new Map<string, Running>()

  async function work(sessionId: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const begun = await beginJob(database, sessionId)
      if (begun !== 'begun') return begun
      await clock.wait(times.queuedMs, signal)
      await startJob(database, sessionId)
      await clock.wait(times.processingMs, signal)
      const session = await anySession(database, sessionId)
      if (!session) return 'gone'
      const fails = session.fault === 'analysis fails'
      const ended = await endJob(database, sessionId, fails ? { status: 'failed' } : results(session, jumps))
      if (!ended) return 'gone'
      return fails ? 'failed' : 'made'
    } catch (error) {
      if (signal.aborted) return signal.reason === DELETED ? 'gone' : 'stopped'
      throw error
    }
  }

  function run(sessionId: string): Running {
    const stop = new AbortController()
    const outcome = work(sessionId, stop.signal).finally(() => running.delete(sessionId))
    const job = { outcome, stop }
    running.set(sessionId, job)
    return job
  }

  return {
    analyze: (session) => (running.get(session.id) ?? run(session.id)).outcome,
    forget: (sessionId) => running.get(sessionId)?.stop.abort(DELETED),
    async resume() {
      for (const sessionId of await unfinishedJobs(database)) {
        // Nobody waits for it; a failure leaves the job for the next start.
        run(sessionId).outcome.catch(() => undefined)
      }
    },
    async stop() {
      const jobs = [...running.values()]
      for (const job of jobs) job.stop.abort()
      await Promise.allSettled(jobs.map((job) => job.outcome))
    },
  }
}

/** Our assumption: `completed` means that metrics are there, so an upload that had none gets some now. */
function results(session: SessionRow, jumps: number): Partial<SessionRow> {
  if (session.segments > 0) return { status: 'completed', analyzed: true }
  const random = randomFor(`analysis of ${session.id}`)
  const segments =
    session.activity === 'Vertical Jump' ? jumps : session.activity === 'Running' ? random.whole(3, 8) : 1
  const metrics = metricsFor(session.activity, session.exercise, segments, random)
  return { status: 'completed', analyzed: true, segments, metrics }
}
