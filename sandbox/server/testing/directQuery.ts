import { sql } from 'drizzle-orm'
import type { Random } from '../../seed/random.ts'
import type { Database } from '../../store/database.ts'
import { ACTIVITIES, STATUSES, type Activity, type SessionRow, type Status } from '../../store/schema.ts'

/** The seven filters, several statuses among them; days are `YYYY-MM-DD`, both inclusive. */
export type Filters = {
  title?: string
  activity?: Activity
  athlete?: string
  uploader?: string
  status?: Status[]
  from?: string
  to?: string
}

/** A row as the database has it. `minute` is `YYYY-MM-DDTHH:MM`; `dated`: whether the API says so readably. */
export type FoundRow = { id: string; minute: string; dated: boolean }

const ODD_SEARCHES = ['%', '_', "'", '\\', '\\d', '%c', 'тест', 'ОСЕНЬ', ' ', 'no such title']

/**
 * What the database itself says of a query, past all code of the server: by minute, then id byte by byte, both
 * descending.
 */
export async function directQuery(
  database: Database,
  organization: string,
  { title, activity, athlete, uploader, status, from, to }: Filters = {},
): Promise<FoundRow[]> {
  const conditions = [
    sql`organization_id = ${organization}`,
    title && sql`position(lower(${title}) in lower(title)) > 0`,
    activity && sql`activity = ${activity}`,
    athlete && sql`user_id = ${athlete}`,
    uploader && sql`uploaded_by = ${uploader}`,
    status?.length && sql`status IN ${status}`,
    from && sql`created_at::date >= ${from}::date`,
    to && sql`created_at::date <= ${to}::date`,
  ].filter((condition) => typeof condition === 'object')
  const { rows } = await database.execute<FoundRow>(sql`
    SELECT id, to_char(created_at, 'YYYY-MM-DD"T"HH24:MI') AS minute, fault IS NULL AS dated
    FROM sessions WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY date_trunc('minute', created_at) DESC, id COLLATE "C" DESC`)
  return rows
}

/** Any of the seven filters, drawn from what the rows have and from what is awkward. */
export function drawFilters(random: Random, rows: SessionRow[]): Filters {
  const row = () => random.pick(rows as [SessionRow])
  const day = () => {
    const near = Date.parse(`${row().createdAt.slice(0, 10)}T00:00Z`) + random.whole(-2, 2) * 86_400_000
    return new Date(near).toISOString().slice(0, 10)
  }
  const partOfTitle = () => {
    const { title } = row()
    const start = random.whole(0, Math.max(0, title.length - 2))
    const part = title.slice(start, start + random.whole(1, 4))
    return random.chance(0.5) ? part.toUpperCase() : part
  }
  const filters: Filters = {}
  if (random.chance(0.3)) {
    filters.title = random.chance(0.4) ? random.pick(ODD_SEARCHES as [string]) : partOfTitle()
  }
  if (random.chance(0.3)) filters.activity = random.pick(ACTIVITIES)
  if (random.chance(0.15)) filters.athlete = row().userId
  if (random.chance(0.2)) filters.uploader = row().uploadedBy
  if (random.chance(0.4)) filters.status = STATUSES.filter(() => random.chance(0.55))
  if (random.chance(0.2)) filters.from = day()
  if (random.chance(0.3)) filters.to = day()
  return filters
}
