import type { Context } from 'hono'
import type { ValorAccount } from './accounts.ts'
import { envelope, failureInside } from './envelope.ts'
import { noData, throttled, unavailable, ValorError } from './errors.ts'
import type { Recording } from './recordings.ts'
import { reportData, type Report } from './report.ts'
import { ikData } from './series.ts'
import type { ReadFault } from './settings.ts'

type Json = Record<string, unknown>

/** Everybody who is listed. */
export function athletesAnswer(c: Context, { settings, world }: ValorAccount): Response {
  const fault = settings.faults.athletes
  refuseBy(fault)
  if (fault === 'status') return c.json(failureInside(settings, 500, 'Internal server error'))
  if (fault === 'wrong-shape') return c.json({ statusCode: 200, body: '{' })
  const { athletes } = world()
  const list =
    fault === 'broken' ? athletes.map(({ FirstName, LastName }) => ({ FirstName, LastName })) : athletes
  return c.json(envelope(settings, list))
}

/** The joint series of one recording; the body is documented as an object and never comes as text. */
export function ikDataAnswer(c: Context, account: ValorAccount): Response {
  const recording = readKey(c, account)
  const fault = account.settings.faults.ikData
  const refusal = faultAnswer(c, account, fault)
  if (refusal) return refusal
  const body = ikData(recording)
  if (!body) return notMeasured(c, account)
  return c.json({ statusCode: 200, body: fault === 'broken' ? brokenSeries(body) : body })
}

/** The report of one recording. */
export function reportDataAnswer(c: Context, account: ValorAccount): Response {
  const recording = readKey(c, account)
  const fault = account.settings.faults.reportData
  const refusal = faultAnswer(c, account, fault)
  if (refusal) return refusal
  const body = reportData(recording)
  if (!body) return notMeasured(c, account)
  return c.json(envelope(account.settings, fault === 'broken' ? brokenReport(body) : body))
}

function readKey(c: Context, { world }: ValorAccount): Recording {
  const key = c.req.query('s3Key')
  if (!key) throw new ValorError(400, 'Missing required request parameters: [s3Key]')
  const recording = world().byKey.get(key)
  if (!recording) throw noData()
  return recording
}

function refuseBy(fault: ReadFault | undefined): void {
  if (fault === 'unavailable') throw unavailable()
  if (fault === 'throttled') throw throttled()
}

function faultAnswer(c: Context, { settings }: ValorAccount, fault: ReadFault | undefined): Response | null {
  refuseBy(fault)
  if (fault === 'status') return c.json(failureInside(settings, 500, 'Internal server error'))
  if (fault === 'wrong-shape') return c.json({ statusCode: 200, body: [] })
  return null
}

/** Such a recording is in the list and has nothing behind it: a failure inside of HTTP 200. */
function notMeasured(c: Context, { settings }: ValorAccount): Response {
  return c.json(failureInside(settings, 404, noData().message))
}

/** Arrays of unequal length, with null and text among the numbers. */
function brokenSeries(body: Record<string, number[]>): Json {
  return Object.fromEntries(
    Object.entries(body).map(([name, values], i) => {
      if (name === 'time') return [name, values]
      if (i % 3 === 0) return [name, values.slice(0, -5)]
      return [name, values.map((value, at) => (at % 50 === 7 ? null : at % 50 === 8 ? 'n/a' : value))]
    }),
  )
}

function brokenReport({ WorkoutMetrics: { Ang } }: Report): Json {
  const broken = Object.entries(Ang).map(([metric, sides], i) => {
    if (i === 0) return [metric, { L: { AvgMax: null, Score: 7 }, R: 'n/a' }]
    return [metric, i === 1 ? null : sides]
  })
  return { WorkoutMetrics: { Ang: Object.fromEntries(broken) as Json } }
}
