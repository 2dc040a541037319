import type { Scored, SidedMeasure } from '../../domain/analysis.ts'
import { sessionValue } from '../../domain/baseline.ts'
import { metricMeaning } from '../../domain/metricMeanings.ts'
import { metricDefinition } from '../../domain/metrics.ts'
import { readableName } from '../../domain/readableName.ts'
import type { Session } from '../../domain/session.ts'
import { readingOf } from '../../domain/units.ts'
import type { Reading, UnitSystem } from '../../domain/units.ts'
import { nameOfKey } from '../../domain/personLink.ts'
import { comparableOf, grouped } from './sessionKinds.ts'
import type { Comparable } from './sessionKinds.ts'

/** Reports that were read, by the name of their session's key. */
export type Reports = ReadonlyMap<string, readonly SidedMeasure[]>

export type Side = 'left' | 'right' | 'front' | 'back'
const SIDES: readonly Side[] = ['left', 'right', 'front', 'back']

/** One line of a trend, oldest first. */
export type TrendLine = {
  readonly side: Side | null
  readonly points: readonly { readonly session: Session; readonly value: number }[]
}

/** One quantity over the sessions of one kind. */
export type Trend = {
  readonly id: string
  readonly label: string
  readonly reading: Reading
  readonly lines: readonly TrendLine[]
}

export type TrendGroup = Comparable & { readonly trends: readonly Trend[] }

const DEGREES: Reading = { unit: '°', factor: 1, decimals: 1 }

/**
 * Every quantity that at least one session has a number for, by what can be compared; what most sessions have comes
 * first. Moments of a recording are left out: they tell nothing beside another recording.
 */
export function trendGroups(
  sessions: readonly Session[],
  reports: Reports,
  system: UnitSystem,
): readonly TrendGroup[] {
  const dated = sessions
    .filter(({ recordedAt }) => recordedAt !== null)
    .toSorted((a, b) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? -1 : 1))
  const groups = [...grouped(dated, (session) => comparableOf(session).key).values()]
  return groups
    .flatMap((own) => {
      const [first] = own
      if (!first) return []
      const trends = [...metricTrends(own, system), ...sidedTrends(own, reports)]
      return trends.length > 0 ? [{ ...comparableOf(first), trends, size: own.length }] : []
    })
    .sort((a, b) => b.size - a.size)
}

function metricTrends(sessions: readonly Session[], system: UnitSystem): Trend[] {
  const activity = sessions[0]?.activity ?? ''
  const names = new Set(sessions.flatMap(({ metrics }) => metrics.map(({ name }) => name)))
  return [...names].flatMap((name) => {
    if (metricMeaning(activity, name)?.isMoment) return []
    const points = sessions.flatMap((session) => {
      const value = sessionValue(session, name)
      return value === null ? [] : [{ session, value }]
    })
    if (points.length === 0) return []
    return [
      {
        id: name,
        label: metricDefinition(activity, name)?.label ?? readableName(name),
        reading: readingOf(system, activity, name),
        lines: [{ side: null, points }],
      },
    ]
  })
}

function sidedTrends(sessions: readonly Session[], reports: Reports): Trend[] {
  const read = sessions.flatMap((session) =>
    (reports.get(nameOfKey(session)) ?? []).map((measure) => ({ session, measure })),
  )
  return [...grouped(read, ({ measure }) => measure.name)].flatMap(([name, own]) => {
    const lines = SIDES.map((side) => ({
      side,
      points: own.flatMap(({ session, measure }) => {
        const scored: Scored | null = measure[side]
        return scored?.value == null ? [] : [{ session, value: scored.value }]
      }),
    })).filter(({ points }) => points.length > 0)
    return lines.length === 0 ? [] : [{ id: `report ${name}`, label: name, reading: DEGREES, lines }]
  })
}
