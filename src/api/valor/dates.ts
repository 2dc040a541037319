import { parseRecordedAt, parseRecordedDay } from '../../domain/recordedAt.ts'
import type { RecordedAt } from '../../domain/recordedAt.ts'

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]00:?00)?)?$/i

/**
 * A recorded time, UTC: `YYYY-MM-DD`, alone or with a time behind it. A time with an offset is not what the API documents.
 * Null when it cannot be read.
 */
export function readRecordedAt(json: unknown): RecordedAt | null {
  const match = typeof json === 'string' ? DATE.exec(json.trim()) : null
  if (!match?.[1]) return null
  return match[2] ? parseRecordedAt(`${match[1]}T${match[2]}Z`) : parseRecordedDay(match[1])
}
