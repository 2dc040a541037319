import type { Context } from 'hono'
import type { ValorAccount } from './accounts.ts'
import { readTokenHeader, START, type Binding, type Continuation, type Place } from './continuation.ts'
import { envelope, failureInside, TOKEN_KEY, tokenEntry } from './envelope.ts'
import { throttled, unavailable, ValorError } from './errors.ts'
import { pageAt } from './pages.ts'
import type { Recording } from './recordings.ts'
import type { Faults } from './settings.ts'

const DEFAULT_LIMIT = 50
const LARGEST_LIMIT = 1000

/** One page of an account's recordings, all or one athlete's. */
export function sessionsPage(c: Context, account: ValorAccount, tokens: Continuation): Response {
  const { settings } = account
  const sent = readTokenHeader(c.req.header(TOKEN_KEY))
  const athlete = c.req.query('athleteID') ?? ''
  const binding: Binding = { account: account.id, athlete, limit: readLimit(c.req.query('limit')) }
  const place = sent === '' ? START : tokens.place(sent, binding)
  const fault = place.page >= (settings.faults.from ?? 0) ? settings.faults.sessions : undefined
  switch (fault) {
    case 'unavailable':
      throw unavailable()
    case 'throttled':
      throw throttled()
    case 'status':
      return c.json(failureInside(settings, 500, 'Internal server error'))
    default:
      return c.json(answer(account, place, binding, sent, fault, tokens))
  }
}

function answer(
  { settings, world }: ValorAccount,
  place: Place,
  binding: Binding,
  sent: string,
  fault: Faults['sessions'],
  tokens: Continuation,
): Record<string, unknown> {
  const { athlete, limit } = binding
  const all = world().recordings
  const wanted = athlete === '' ? all : all.filter(({ athleteId }) => athleteId === athlete)
  const { rows, next } = pageAt(wanted, place, {
    limit,
    even: settings.evenPages,
    walk: `${athlete} by ${limit}`,
  })
  const on = (token: Place | null) => tokenEntry(settings, token && tokens.token(token, binding))
  const list = rows.map(rowJson)
  switch (fault) {
    case 'endless-empty':
      return { ...on({ ...place, page: place.page + 1 }), ...envelope(settings, []) }
    case 'repeated-token':
      // The first page has no token that could be repeated.
      return { ...(sent === '' ? on(next) : tokenEntry(settings, sent)), ...envelope(settings, list) }
    case 'missing-ids':
      return { ...on(next), ...envelope(settings, list.map(withoutSomeIds)) }
    case 'wrong-shape':
      return { ...on(next), statusCode: 200, body: settings.bodyForm === 'string' ? '[{"Session ID":' : {} }
    default:
      return { ...on(next), ...envelope(settings, list) }
  }
}

function rowJson(recording: Recording): Record<string, unknown> {
  return {
    'Session ID': recording.id,
    Date: recording.date,
    s3Key: recording.s3Key,
    Duration: recording.duration,
    'Athlete ID': recording.athleteId,
    'Assessment ID': recording.assessmentId ?? 'singleExercise',
    'Exercise ID': recording.exercise.id,
    'Session Name': recording.name,
  }
}

function withoutSomeIds(row: Record<string, unknown>, index: number): Record<string, unknown> {
  return index % 4 === 3 ? { ...row, 'Session ID': undefined } : row
}

function readLimit(text: string | undefined): number {
  if (!text) return DEFAULT_LIMIT
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new ValorError(400, 'limit must be a whole number from 1.')
  return Math.min(LARGEST_LIMIT, Number(text))
}
