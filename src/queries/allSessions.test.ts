import { expect, it } from 'vitest'
import { AppError } from '../domain/errors.ts'
import type { Session } from '../domain/session.ts'
import type { Cursor, SessionQuery, SessionSource } from '../domain/source.ts'
import { makeSession } from '../testing/session.ts'
import { walkAllSessions } from './allSessions.ts'
import type { WalkProgress } from './allSessions.ts'

type Ask = { query: SessionQuery; from: number; signal: AbortSignal | undefined }

/** A source of rows in memory; `before` may fail a request or change the rows under the walk. */
function sourceOf(rows: Session[], before: (ask: Ask, asked: number) => void = () => undefined) {
  const asked: Ask[] = []
  const list: SessionSource['list'] = async (query, cursor, signal) => {
    await Promise.resolve()
    if (signal?.aborted) throw new AppError('aborted')
    const ask = { query, from: Number(cursor ?? 0), signal }
    asked.push(ask)
    before(ask, asked.length)
    const end = ask.from + query.size
    return {
      items: rows.slice(ask.from, end),
      next: end < rows.length ? (String(end) as Cursor) : null,
      total: rows.length,
      leftOut: 1,
      incompleteDays: ['2026-11-15'],
    }
  }
  return { source: { id: 'rows', list } as Partial<SessionSource> as SessionSource, asked, rows }
}

const rowsOf = (count: number): Session[] =>
  Array.from({ length: count }, (_, index) =>
    makeSession({ id: String(index), status: index % 4 === 0 ? 'failed' : null }),
  )
const idsOf = (rows: readonly Session[]) => rows.map(({ id }) => id)

/** Keeps ids, so that what was collected can be compared. */
function collectIds() {
  const ids: string[] = []
  return { ids, add: (sessions: readonly Session[]) => void ids.push(...idsOf(sessions)) }
}

const nobodyStops = new AbortController().signal

it('reads every match once, 250 at a time, and says how far it is', async () => {
  const { source, asked, rows } = sourceOf(rowsOf(600))
  const steps: WalkProgress[] = []
  const read = walkAllSessions(source, { activity: 'Running', size: 25 }, collectIds)
  const end = await read(nobodyStops, (progress) => steps.push(progress))
  expect(asked.map(({ query, from }) => [query, from])).toEqual(
    [0, 250, 500].map((from) => [{ activity: 'Running', size: 250 }, from]),
  )
  expect(end.collected.ids).toEqual(idsOf(rows))
  expect(end).toMatchObject({ found: 600, lookedAt: 600, leftOut: 3, incompleteDays: ['2026-11-15'] })
  expect(steps.map(({ lookedAt, total }) => [lookedAt, total])).toEqual([
    [250, 600],
    [500, 600],
    [600, 600],
  ])
})

it('takes what needs attention only, without what the list hides', async () => {
  const { source, asked } = sourceOf(rowsOf(40))
  const hide = ({ id }: Session) => id === '8'
  const read = walkAllSessions(source, { attention: true, size: 25 }, collectIds, hide)
  const end = await read(nobodyStops, () => undefined)
  expect(end.collected.ids).toEqual(['0', '4', '12', '16', '20', '24', '28', '32', '36'])
  expect(end).toMatchObject({ found: 9, lookedAt: 40 })
  expect(asked[0]?.query).not.toHaveProperty('attention')
})

it('a row that moves ahead of the walk is taken once', async () => {
  const rows = rowsOf(300)
  const { source } = sourceOf(rows, (_ask, asked) => {
    // The row that was given first is met again at the end.
    if (asked === 2) rows.push(rows[0] as Session)
  })
  const end = await walkAllSessions(source, { size: 25 }, collectIds)(nobodyStops, () => undefined)
  expect(end.collected.ids).toHaveLength(300)
  expect(new Set(end.collected.ids).size).toBe(300)
  expect(end.lookedAt).toBe(300)
})

it('begins again when the list changed under it, and counts again', async () => {
  const rows = rowsOf(600)
  const { source } = sourceOf(rows, ({ from }, asked) => {
    if (from !== 250 || asked !== 2) return
    rows.splice(0, 100)
    throw new AppError('stale-cursor')
  })
  const steps: number[] = []
  const read = walkAllSessions(source, { size: 25 }, collectIds)
  const end = await read(nobodyStops, ({ found }) => steps.push(found))
  expect(end.collected.ids).toEqual(idsOf(rows))
  expect(end).toMatchObject({ found: 500, total: 500 })
  expect(steps).toEqual([250, 0, 250, 500])
})

it('gives up on a list that never stays, and begins afresh when it is asked again', async () => {
  let changing = true
  const { source, asked } = sourceOf(rowsOf(300), ({ from }) => {
    if (from > 0 && changing) throw new AppError('stale-cursor')
  })
  const read = walkAllSessions(source, { size: 25 }, collectIds)
  await expect(read(nobodyStops, () => undefined)).rejects.toMatchObject({ kind: 'stale-cursor' })
  expect(asked).toHaveLength(8)
  changing = false
  expect((await read(nobodyStops, () => undefined)).collected.ids).toHaveLength(300)
})

it('goes on where a failure stopped it', async () => {
  const { source, asked, rows } = sourceOf(rowsOf(600), (_ask, count) => {
    if (count === 2) throw new AppError('unavailable')
  })
  const read = walkAllSessions(source, { size: 25 }, collectIds)
  await expect(read(nobodyStops, () => undefined)).rejects.toMatchObject({ kind: 'unavailable' })
  const end = await read(nobodyStops, () => undefined)
  expect(asked.map(({ from }) => from)).toEqual([0, 250, 250, 500])
  expect(end.collected.ids).toEqual(idsOf(rows))
})

it('stops at once when it is aborted', async () => {
  const abort = new AbortController()
  const { source, asked } = sourceOf(rowsOf(600))
  const read = walkAllSessions(source, { size: 25 }, collectIds)
  await expect(read(abort.signal, () => abort.abort())).rejects.toMatchObject({ kind: 'aborted' })
  expect(asked).toHaveLength(1)
  expect(asked[0]?.signal).toBe(abort.signal)
})
