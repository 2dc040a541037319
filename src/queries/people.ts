import { queryOptions } from '@tanstack/react-query'
import type { SessionSource } from '../domain/source.ts'

/** Somebody a list can be filtered by: an athlete or an uploader. */
export type Person = { id: string; name: string; email: string | null }

/** People come and go rarely. */
const FRESH_MS = 5 * 60_000

/** The athletes of a source, by name. */
export function athletesQuery(source: SessionSource) {
  return peopleQuery(source, 'athletes', (signal) => source.athletes(signal))
}

/** Those who upload to a source, by name; nobody where the source cannot tell. */
export function uploadersQuery(source: SessionSource) {
  return peopleQuery(source, 'uploaders', async (signal) => (await source.uploaders?.list(signal)) ?? [])
}

function peopleQuery(
  source: SessionSource,
  kind: 'athletes' | 'uploaders',
  read: (signal: AbortSignal) => Promise<Person[]>,
) {
  return queryOptions({
    queryKey: ['people', source.id, kind],
    queryFn: async ({ signal }) => byName(await read(signal)),
    staleTime: FRESH_MS,
  })
}

/** In the order of the reader's language, each id once. */
function byName(people: readonly Person[]): Person[] {
  const { compare } = new Intl.Collator()
  const each = [...new Map(people.map((person) => [person.id, person])).values()]
  return each.sort((a, b) => compare(a.name || (a.email ?? a.id), b.name || (b.email ?? b.id)))
}
