import type { SourceId } from './session.ts'

/** An athlete as one source names them. */
export type AthleteKey = { readonly source: SourceId; readonly id: string }

/** Athletes of different sources whom somebody has called one person: two or more, one of each source. */
export type PersonLink = readonly AthleteKey[]

/** Whether both mean the same athlete of the same source; ids are a source's own. */
export const isSameAthlete = (a: AthleteKey, b: AthleteKey): boolean => a.source === b.source && a.id === b.id

/** The athletes that are one person with this one, itself first; alone where nobody has linked it. */
export function personOf(links: readonly PersonLink[], athlete: AthleteKey): PersonLink {
  const link = links.find((each) => each.some((member) => isSameAthlete(member, athlete))) ?? []
  return [athlete, ...link.filter((member) => !isSameAthlete(member, athlete))]
}

/**
 * Makes two athletes, and whom each was linked with, one person. A source has a person once: where two of one source
 * meet, the two named here stay and the others stand alone again. Links within one source change nothing.
 */
export function withLink(links: readonly PersonLink[], a: AthleteKey, b: AthleteKey): readonly PersonLink[] {
  if (a.source === b.source) return links
  const person = [a, b]
  for (const member of [...personOf(links, a), ...personOf(links, b)])
    if (person.every(({ source }) => source !== member.source)) person.push(member)
  return [...without(links, person), person]
}

/** The athlete stands alone again. */
export const withoutLink = (links: readonly PersonLink[], athlete: AthleteKey): readonly PersonLink[] =>
  without(links, [athlete])

/** A link of one is none. */
const without = (links: readonly PersonLink[], leaving: readonly AthleteKey[]): readonly PersonLink[] =>
  links
    .map((link) => link.filter((member) => !leaving.some((each) => isSameAthlete(each, member))))
    .filter((link) => link.length > 1)

/** What came of links from a file: `refused` would have parted athletes who are linked otherwise here. */
export type MergedLinks = {
  readonly links: readonly PersonLink[]
  readonly added: number
  readonly known: number
  readonly refused: number
}

/** Adds links to those that are there; what is there stays. */
export function mergeLinks(present: readonly PersonLink[], more: readonly PersonLink[]): MergedLinks {
  let links = present
  const counts = { added: 0, known: 0, refused: 0 }
  for (const link of more) {
    const [first, ...others] = link
    if (!first) continue
    const together = new Set(personOf(links, first).map(nameOfKey))
    if (link.every((member) => together.has(nameOfKey(member)))) {
      counts.known += 1
      continue
    }
    const all = uniqueMembers(link.flatMap((member) => personOf(links, member)))
    const isContradiction = new Set(all.map(({ source }) => source)).size < all.length
    if (isContradiction) {
      counts.refused += 1
      continue
    }
    for (const other of others) links = withLink(links, first, other)
    counts.added += 1
  }
  return { links, ...counts }
}

/** One text for each athlete of all sources. */
export const nameOfKey = ({ source, id }: AthleteKey): string => JSON.stringify([source, id])

const uniqueMembers = (members: readonly AthleteKey[]): AthleteKey[] => [
  ...new Map(members.map((member) => [nameOfKey(member), member])).values(),
]

/** What is not readable, of one athlete only, or of two of one source is left out; null when it is no list at all. */
export function readLinks(json: unknown): { links: PersonLink[]; unreadable: number } | null {
  if (!Array.isArray(json)) return null
  const read = (json as unknown[]).map(readLink)
  const sound = read.filter((link) => link !== null)
  // No athlete is in two links: the first one counts.
  const links = sound.reduce<readonly PersonLink[]>((all, link) => mergeLinks(all, [link]).links, [])
  return { links: [...links], unreadable: read.length - sound.length }
}

function readLink(json: unknown): PersonLink | null {
  if (!Array.isArray(json)) return null
  const members: AthleteKey[] = []
  for (const member of json as unknown[]) {
    if (typeof member !== 'object' || member === null) return null
    const { source, id } = member as Record<string, unknown>
    if (typeof source !== 'string' || typeof id !== 'string' || source === '' || id === '') return null
    members.push({ source, id })
  }
  const sources = new Set(members.map(({ source }) => source))
  return members.length > 1 && sources.size === members.length ? members : null
}
