import type { SessionQuery, SessionSource } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { createFilterCall } from './filterCall.ts'
import type { MappingSettings } from './sessionMapping.ts'
import { walkByCursor } from './walkByCursor.ts'
import { walkByDay } from './walkByDay.ts'

/** Walks lists in the API's two modes: by cursor without a filter, by day under one. */
export function createList(http: Http, mapping: MappingSettings): SessionSource['list'] {
  const call = createFilterCall(http, mapping)
  const byCursor = walkByCursor(call)
  const byDay = walkByDay(call)
  return (query, cursor, signal) => (isFiltered(query) ? byDay : byCursor)(query, cursor, signal)
}

function isFiltered({ title, activity, athlete, uploader, status, from, to }: SessionQuery): boolean {
  return [title, activity, athlete, uploader, from, to].some(Boolean) || (status?.length ?? 0) > 0
}
