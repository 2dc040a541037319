import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Random } from '../../seed/random.ts'
import type { Database } from '../../store/database.ts'
import { STATUSES } from '../../store/schema.ts'
import type { TestApi, TestOrganization } from './testApi.ts'

/** A row and its minute, `YYYY-MM-DDTHH:MM`. */
type RowTime = { id: string; minute: string }

const ODD_TITLES = ['Тест прыжка, осень', '100 % effort_test', "O'Connor \\ left", 'a_b%c\\d', "''quoted''"]

/** Busy days and minutes, every status, odd titles and five records that cannot be read; no heavy metrics. */
export async function crowdedOrganization(api: TestApi, count: number): Promise<TestOrganization> {
  const organization = await api.organization(count)
  const { id } = organization
  await api.database.execute(sql`UPDATE sessions SET metrics = NULL, report_comments = NULL,
    status = CASE ascii(id) % 5 WHEN 0 THEN 'queued' WHEN 1 THEN 'failed' WHEN 2 THEN 'failed' ELSE status END,
    created_at = date '2026-11-15' - (date '2026-11-15' - created_at::date) / 8
      + CASE WHEN id < '80' THEN date_trunc('hour', created_at)::time ELSE created_at::time END
    WHERE organization_id = ${id}`)
  const some = (from: number, rows: number, change: SQL) =>
    api.database.execute(sql`UPDATE sessions SET ${change} WHERE id IN (SELECT id FROM sessions
      WHERE organization_id = ${id} ORDER BY created_at DESC, id OFFSET ${from} LIMIT ${rows})`)
  await some(Math.floor(count / 3), 40, sql`created_at = '2026-10-20 12:00:00'`)
  for (const [index, title] of ODD_TITLES.entries()) await some(index * 7, 5, sql`title = ${title}`)
  for (const from of [2, 11, 12, Math.floor(count / 2), count - 1]) {
    await some(from, 1, sql`fault = 'unreadable record'`)
  }
  return organization
}

/**
 * Changes one of `rows`, mostly near `border`, or adds some or removes some, as colleagues might. Resolves with the id
 * of the row that was given another time, or null.
 */
export async function changeSomething(
  database: Database,
  random: Random,
  rows: RowTime[],
  border: RowTime,
): Promise<string | null> {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === border.id),
  )
  const near = rows[Math.min(rows.length - 1, Math.max(0, at + random.whole(-4, 4)))] ?? border
  const { id } = random.chance(0.6) ? near : random.pick(rows as [RowTime])
  const minutes = random.pick([0, 0, -1, 1, -30, 30, -1440, 1440, random.whole(-20_000, 20_000)])
  const time = sql`${border.minute}::timestamp + ${minutes} * interval '1 minute'`
  const update = (change: SQL) => database.execute(sql`UPDATE sessions SET ${change} WHERE id = ${id}`)
  // Copies of a row, each with a status of its own.
  const insert = (copies: number, when: SQL) =>
    database.execute(sql`INSERT INTO sessions (id, organization_id, created_at, title, activity, user_id, user_name,
        uploaded_by, status, segments, analyzed)
      SELECT md5(${String(random.between(0, 1))} || n), organization_id, ${when}, title, activity, user_id,
        user_name, uploaded_by, CASE n % 4 WHEN 0 THEN 'failed' ELSE status END, segments, analyzed
      FROM sessions, generate_series(1, ${copies}) AS n WHERE id = ${id}`)

  const few = rows.length < 100
  const kinds = ['insert', 'insert', 'delete', 'date', 'date', 'title', 'status', few ? 'import' : 'purge']
  switch (few && random.chance(0.3) ? 'import' : random.pick(kinds as [string])) {
    case 'insert':
      await insert(1, time)
      return null
    case 'import':
      await insert(50, sql`${border.minute}::timestamp + n % 9 * interval '1 minute'`)
      return null
    case 'delete':
      await database.execute(sql`DELETE FROM sessions WHERE id = ${id}`)
      return null
    case 'purge': {
      const gone = rows.slice(Math.max(0, at - 15), at + 15).map((row) => row.id)
      await database.execute(sql`DELETE FROM sessions WHERE id IN ${gone}`)
      return null
    }
    case 'title':
      await update(sql`title = ${random.pick(['Renamed run', 'Тест', 'Snatch'])}`)
      return null
    case 'status':
      await update(sql`status = ${random.pick(STATUSES)}`)
      return null
    default:
      await update(sql`created_at = ${time}`)
      return id
  }
}
