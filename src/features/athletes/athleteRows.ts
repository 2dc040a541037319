import { nameOfKey, personOf } from '../../domain/personLink.ts'
import type { AthleteKey, PersonLink } from '../../domain/personLink.ts'
import type { SourceId } from '../../domain/session.ts'
import type { Sighting } from '../../queries/athletes.ts'
import type { Person } from '../../queries/people.ts'
import { fold } from '../../ui/matchOptions.ts'

/** What is known of one source: who its athletes are, and the sessions that were looked at. */
export type SourceAthletes = {
  readonly source: SourceId
  /** Null: not read, or not readable. */
  readonly athletes: readonly Person[] | null
  readonly sightings: readonly Sighting[]
  /** Whether all of the source's sessions were looked at. */
  readonly whole: boolean
}

/** One source's athlete, with what was counted so far. */
export type AthleteMember = AthleteKey & {
  readonly name: string
  readonly email: string | null
}

/** A person: the athletes of several sources where somebody has linked them. */
export type AthleteRow = {
  readonly id: string
  /** In the order of the sources; at least one. */
  readonly members: readonly [AthleteMember, ...AthleteMember[]]
  readonly name: string
  readonly count: number
  /** Whether every session of every member was looked at, so that the count is exact. */
  readonly whole: boolean
  /** The latest of those looked at. */
  readonly last: Sighting | null
}

export const ROW_ORDERS = ['name', 'last', 'count'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]
export const isRowOrder = (text: string | null): text is RowOrder =>
  (ROW_ORDERS as readonly (string | null)[]).includes(text)

type Counted = { member: AthleteMember; count: number; last: Sighting | null }

/** A row for each person, in no particular order. Who was recorded and is in no directory has a row too. */
export function athleteRows(parts: readonly SourceAthletes[], links: readonly PersonLink[]): AthleteRow[] {
  const counted = new Map<string, Counted>(
    parts.flatMap((part) => countIn(part)).map((one) => [nameOfKey(one.member), one]),
  )
  const wholeSources = new Set(parts.filter(({ whole }) => whole).map(({ source }) => source))
  const shown = new Set(parts.map(({ source }) => source))
  const rows: AthleteRow[] = []
  const taken = new Set<string>()
  // By source, so that a person's first athlete is the first source's.
  for (const [name, { member }] of counted) {
    if (taken.has(name)) continue
    // Of a source that is switched off nothing is said, not even that somebody is in it.
    const keys = personOf(links, member).filter(({ source }) => shown.has(source))
    for (const key of keys) taken.add(nameOfKey(key))
    const [first, ...others] = keys.map(
      (key) => counted.get(nameOfKey(key)) ?? { member: nobody(key), count: 0, last: null },
    )
    if (!first) continue
    const all = [first, ...others]
    rows.push({
      id: name,
      members: [first.member, ...others.map((other) => other.member)],
      name: all.map((each) => each.member.name).find(Boolean) ?? '',
      count: all.reduce((sum, { count }) => sum + count, 0),
      whole: keys.every(({ source }) => wholeSources.has(source)),
      last: all.map(({ last }) => last).reduce(later, null),
    })
  }
  return rows
}

/** Only its link is known: its source was not read. */
const nobody = (key: AthleteKey): AthleteMember => ({ ...key, name: '', email: null })

function countIn({ source, athletes, sightings }: SourceAthletes): Counted[] {
  const counted = new Map<string, Counted>()
  for (const { id, name, email } of athletes ?? [])
    counted.set(id, { member: { source, id, name, email }, count: 0, last: null })
  for (const sighting of sightings) {
    const { id, name } = sighting.athlete
    if (id === '') continue
    const present = counted.get(id) ?? { member: { source, id, name, email: null }, count: 0, last: null }
    counted.set(id, { ...present, count: present.count + 1, last: later(present.last, sighting) })
  }
  return [...counted.values()]
}

const later = (a: Sighting | null, b: Sighting | null): Sighting | null =>
  (b?.recordedAt ?? '') > (a?.recordedAt ?? '') ? b : a

/** How somebody without a name is shown. */
export const shownName = ({ name, email, id }: Pick<AthleteMember, 'name' | 'email' | 'id'>): string =>
  name || (email ?? id)

const nameOfRow = ({ name, members: [first] }: AthleteRow) => name || shownName(first)

/** Those whose name or e-mail has every word of `search`, whatever its case and accents. */
export function foundRows(rows: readonly AthleteRow[], search: string): readonly AthleteRow[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(({ members }) => {
    const text = fold(members.map((member) => `${shownName(member)} ${member.email ?? ''}`).join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** By name in the reader's language; by the last session or the number of sessions, most first, then by name. */
export function orderedRows(rows: readonly AthleteRow[], order: RowOrder): readonly AthleteRow[] {
  const { compare } = new Intl.Collator()
  const byName = (a: AthleteRow, b: AthleteRow) => compare(nameOfRow(a), nameOfRow(b))
  const lastOf = ({ last }: AthleteRow) => last?.recordedAt ?? ''
  return rows.toSorted((a, b) => {
    if (order === 'count' && a.count !== b.count) return b.count - a.count
    if (order === 'last' && lastOf(a) !== lastOf(b)) return lastOf(a) < lastOf(b) ? 1 : -1
    return byName(a, b)
  })
}
