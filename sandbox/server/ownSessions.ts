import type { Database } from '../store/database.ts'
import type { Member } from '../store/people.ts'
import type { SessionRow } from '../store/schema.ts'
import { uploadsAfter } from '../store/sessions.ts'
import { noMatch } from './errors.ts'
import { noteListed } from './faultReads.ts'
import { withLifeOf, type MediaAddresses } from './mediaAddress.ts'
import { sessionJson } from './sessionJson.ts'

const CHUNK = 500

/**
 * Everything the caller uploaded, newest first, in one answer without pages. It is written while it is read, so
 * that a hundred thousand sessions need no more memory than a few.
 */
export async function ownSessions(
  database: Database,
  addresses: MediaAddresses,
  caller: Member,
): Promise<Response> {
  const lasting = withLifeOf(caller.organization, addresses)
  const next = (place: SessionRow | null) =>
    uploadsAfter(database, caller.organization.id, caller.admin.uid, place, CHUNK)
  let rows = await next(null)
  if (rows.length === 0) throw noMatch()
  let opening = '{"sessions":{'
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const last = rows.at(-1)
      if (!last) {
        controller.enqueue(encoder.encode('}}'))
        controller.close()
        return
      }
      await noteListed(database, rows)
      const entries = rows.map(
        (row) => `${JSON.stringify(row.id)}:${JSON.stringify(sessionJson(lasting, row))}`,
      )
      controller.enqueue(encoder.encode(opening + entries.join(',')))
      opening = ','
      rows = rows.length < CHUNK ? [] : await next(last)
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}
