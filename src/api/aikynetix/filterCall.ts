import { AppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { Http } from '../http.ts'
import { asNumber, asObject, asText, field } from '../json.ts'
import { mapSession } from './sessionMapping.ts'
import type { MappingSettings } from './sessionMapping.ts'

/** One answer of the filter call. `rows` are in no order; a record without an id is the one whose id is `''`. */
export type Answer = { rows: Session[]; count: number | null; lastId: string | null }

export type FilterCall = (
  query: Record<string, string | number | undefined>,
  signal: AbortSignal | undefined,
) => Promise<Answer>

export const NOTHING: Answer = { rows: [], count: 0, lastId: null }

/** The call behind both kinds of walk. Rejects as `Http.read` does, but for 404: on a list, nothing matches. */
export function createFilterCall(http: Http, mapping: MappingSettings): FilterCall {
  return async (query, signal) => {
    const parse = (json: unknown) => readAnswer(json, mapping)
    try {
      return await http.read({ path: '/session-management/sessions/filter/', query, signal, parse })
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not-found') return NOTHING
      throw error
    }
  }
}

function readAnswer(json: unknown, mapping: MappingSettings): Answer {
  const answer = asObject(json)
  const records = answer && asObject(field(answer, 'sessions'))
  if (!answer || !records) throw new AppError('unavailable')
  return {
    rows: Object.entries(records).map(([id, record]) => mapSession(id, record, mapping)),
    count: asNumber(field(answer, 'query_count')),
    lastId: asText(field(answer, 'last_doc_id')),
  }
}
