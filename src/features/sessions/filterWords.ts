import { useQuery } from '@tanstack/react-query'
import { withoutDirectionMarks } from '../../domain/directionMarks.ts'
import { formatDay } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import type { FilterName } from '../../domain/source.ts'
import { statusText } from '../../messages/common.ts'
import { filtersText } from '../../messages/filters.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { athletesQuery, uploadersQuery } from '../../queries/people.ts'
import type { Person } from '../../queries/people.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { useCaller } from '../../queries/useCaller.ts'
import { useSource } from '../../services.ts'
import { filtersSet } from './listAddress.ts'

/** A filter that is set, in words. `value` is null where the label says it all. Names are as they were sent. */
export type FilterWords = { name: FilterName | 'attention' | 'unseen'; label: string; value: string | null }

/** What the ids of a query stand for; null while the name is on its way. */
export type FilterNames = { athlete: string | null; uploader: string | null }

/** The filters of a query in words, in the order of the fields. */
export function describeFilters(query: ListQuery, names: FilterNames): FilterWords[] {
  const words = filtersSet(query).map((name): FilterWords => ({
    name,
    label: sessionsText.filter[name],
    value: valueInWords(query, name, names),
  }))
  if (query.attention) words.push({ name: 'attention', label: filtersText.attentionOnly, value: null })
  if (query.unseen) words.push({ name: 'unseen', label: filtersText.hideSeen, value: null })
  return words
}

/** The same as a part of a sentence: `Athlete “A. Sørli”, Status “Failed”`. */
export const quoteFilters = (words: readonly FilterWords[]): string =>
  words
    .map(({ label, value }) => (value === null ? label : `${label} “${withoutDirectionMarks(value)}”`))
    .join(', ')

/** `rows` are those on the screen, undefined while they are on their way: a name that they tell is not asked for. */
export function useFilterWords(query: ListQuery, rows: readonly Session[] | undefined): FilterWords[] {
  return describeFilters(query, useFilterNames(query, rows))
}

export function useFilterNames(query: ListQuery, rows: readonly Session[] | undefined): FilterNames {
  const source = useSource()
  const own = useOwnName(query.uploader)
  const inRows = rows?.find(({ athlete }) => query.athlete && athlete.id === query.athlete)?.athlete.name
  const athletes = useQuery({
    ...athletesQuery(source),
    enabled: Boolean(query.athlete && rows && !inRows),
  })
  const uploaders = useQuery({
    ...uploadersQuery(source),
    enabled: Boolean(query.uploader && rows && !own),
  })
  return {
    athlete: inRows || nameIn(athletes, query.athlete),
    uploader: own ? filtersText.you(own) : nameIn(uploaders, query.uploader),
  }
}

/** The caller's own name, when the id is theirs. */
export function useOwnName(id: string | undefined): string | null {
  const caller = useCaller(useSource())
  if (!caller || caller.user.id !== id) return null
  return caller.membership?.name || caller.user.name || caller.user.email
}

export const nameOf = ({ name, email, id }: Person): string => name || email || id

/** An id that nobody knows stands for itself. */
function nameIn(people: { data: Person[] | undefined; isError: boolean }, id = ''): string | null {
  if (!people.data && !people.isError) return null
  const person = people.data?.find((one) => one.id === id)
  return person ? nameOf(person) : id
}

function valueInWords(query: ListQuery, name: FilterName, names: FilterNames): string {
  switch (name) {
    case 'athlete':
    case 'uploader':
      return names[name] ?? filtersText.nameComing
    case 'status':
      return (query.status ?? []).map((status) => statusText[status]).join(', ')
    case 'from':
    case 'to':
      return formatDay(query[name] ?? '')
    case 'title':
    case 'activity':
      return query[name] ?? ''
  }
}
