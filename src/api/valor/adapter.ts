import type { Analysis } from '../../domain/analysis.ts'
import { AppError, toAppError } from '../../domain/errors.ts'
import type { Session, SessionId } from '../../domain/session.ts'
import type { Connection, Found, SessionSource, SourceSignIn, SourceTokens } from '../../domain/source.ts'
import { createHttp } from '../http.ts'
import { mapReport, mapSeries, NO_SERIES } from './analysisMapping.ts'
import { createAthletes } from './athletes.ts'
import { createConnection } from './connection.ts'
import { readEnvelope } from './envelope.ts'
import { createPages } from './pages.ts'
import { seriesKey } from './sessionMapping.ts'

export type Adapter = Pick<SessionSource, 'list' | 'get' | 'analysis' | 'athletes'> & {
  readonly account: string
  recordings: (session: Session, signal?: AbortSignal) => Promise<Found>
}

export type AdapterSettings = {
  source: string
  url: string
  account: string
  tokens: SourceTokens
  renew: SourceSignIn['renew']
  become: (connection: Connection) => void
}

/**
 * The recorded-sessions API as one account reads it, from one sign-in on. What was read is kept in memory, since there is
 * no call for one session, and goes with the adapter.
 */
export function createAdapter({ source, url, account, tokens, renew, become }: AdapterSettings): Adapter {
  const connection = createConnection(account, tokens, renew, become)
  const http = createHttp({
    baseUrl: url,
    tokens: connection,
    explain: () => null,
    onSignedOut: connection.end,
  })
  const athletes = createAthletes(http, source)
  const met = new Map<SessionId, Session>()
  const pages = createPages(http, source, async (sessions) => {
    const named = await athletes.named(sessions)
    for (const session of named) met.set(session.id, session)
    return named
  })

  return {
    account,
    list: pages.list,
    athletes: athletes.all,

    async get(ids, signal) {
      const missing = () => ids.some((id) => !met.has(id))
      if (missing()) {
        const { lookedAt, complete } = await pages.look({}, missing, signal)
        if (!complete && missing()) throw new AppError('not-found', { lookedAt })
      }
      return new Map(
        ids.flatMap((id) => {
          const session = met.get(id)
          return session ? [[id, session] as const] : []
        }),
      )
    },

    async analysis(session, signal) {
      const s3Key = seriesKey(session)
      if (s3Key === null) throw new AppError('not-found')
      const read = <T>(path: string, map: (body: unknown) => T) =>
        http.read({ path, query: { s3Key }, signal, parse: (json) => map(readEnvelope(json).body) })
      return bothOf(await Promise.allSettled([read('/ikData', mapSeries), read('/reportData', mapReport)]))
    },

    async recordings(session, signal) {
      const alone = { sessions: [session], lookedAt: 0, complete: true }
      const { assessment, athlete } = session
      if (assessment === null || athlete.id === '') return alone
      const found = await pages.look({ athlete: athlete.id }, () => true, signal)
      const sessions = found.sessions.filter((other) => other.assessment === assessment)
      return {
        ...found,
        sessions: sessions.some(({ id }) => id === session.id) ? sessions : [session, ...sessions],
      }
    },
  }
}

type Both = [
  PromiseSettledResult<ReturnType<typeof mapSeries>>,
  PromiseSettledResult<ReturnType<typeof mapReport>>,
]

/** Series and report are two reads: what came is shown without the other. Rejects where neither did. */
function bothOf([series, report]: Both): Analysis {
  const problems = [series, report].flatMap((one) =>
    one.status === 'rejected' ? [toAppError(one.reason)] : [],
  )
  // A recording without one of the two is whole; one of which a part could not be read says so.
  const failure = problems.find(({ kind }) => kind !== 'not-found') ?? problems[0]
  if (failure && (problems.length === 2 || failure.kind === 'aborted')) throw failure
  const failed = series.status === 'rejected' ? 'series' : 'sided'
  return {
    ...(series.status === 'fulfilled' ? series.value : NO_SERIES),
    sided: report.status === 'fulfilled' ? report.value : [],
    ...(failure && failure.kind !== 'not-found' ? { failed } : {}),
  }
}
