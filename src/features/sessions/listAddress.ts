import { parseRecordedAt } from '../../domain/recordedAt.ts'
import { isActivity, isStatus } from '../../domain/session.ts'
import { FILTER_NAMES } from '../../domain/source.ts'
import type { FilterName, SessionQuery } from '../../domain/source.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { readMoment } from './seen.ts'

export const PAGE_SIZES = [10, 25, 50, 100] as const
const DEFAULT_SIZE = 25
const LONGEST_TEXT = 200

/** Reads a list's address. What is unknown, malformed or not offered by the source is ignored. */
export function readListAddress(search: URLSearchParams, offered: ReadonlySet<FilterName>): ListQuery {
  const value = (name: FilterName): string =>
    offered.has(name) ? (search.get(name) ?? '').trim().slice(0, LONGEST_TEXT) : ''
  const activity = value('activity')
  const status = value('status').split(',').filter(isStatus)
  const unseen = readMoment(search.get('unseen') ?? '')
  const size = Number(search.get('size'))
  return {
    ...present({
      title: value('title'),
      activity: isActivity(activity) ? activity : '',
      athlete: value('athlete'),
      uploader: value('uploader'),
      from: day(value('from')),
      to: day(value('to')),
    }),
    ...(status.length > 0 ? { status: [...new Set(status)].sort() } : {}),
    // What needs attention is told by the state of the processing above all.
    ...(offered.has('status') && search.get('attention') === '1' ? { attention: true } : {}),
    ...(unseen ? { unseen } : {}),
    size: PAGE_SIZES.find((offer) => offer === size) ?? DEFAULT_SIZE,
  }
}

/** The search part of a list's address, `''` or beginning with `?`; defaults are left out. */
export function writeListAddress(query: ListQuery): string {
  const search = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const value = query[name]
    const text = Array.isArray(value) ? value.join(',') : value
    if (text) search.set(name, text)
  }
  if (query.attention) search.set('attention', '1')
  if (query.unseen) search.set('unseen', query.unseen)
  if (query.size !== DEFAULT_SIZE) search.set('size', String(query.size))
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** Names of the filters that are set. */
export function filtersSet(query: SessionQuery): FilterName[] {
  return FILTER_NAMES.filter((name) => (Array.isArray(query[name]) ? query[name].length > 0 : query[name]))
}

const day = (text: string): string => (parseRecordedAt(`${text}T00:00`) ? text : '')

function present<T extends Record<string, string>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>
}
