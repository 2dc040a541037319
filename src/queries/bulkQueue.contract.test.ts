import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openTestApi } from '../../sandbox/server/testing/testApi.ts'
import type { TestApi } from '../../sandbox/server/testing/testApi.ts'
import { createAikynetixSource } from '../api/aikynetix/source.ts'
import { countOutcomes, makeJob } from '../domain/bulkWork.ts'
import type { Session } from '../domain/session.ts'
import type { Cursor, SessionSource } from '../domain/source.ts'
import { createStorage } from '../testing/tabs.ts'
import { createBulkQueue, PARALLEL } from './bulkQueue.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())
afterEach(() => vi.unstubAllGlobals())

/** Every request to the API, with how many were on their way. The deletion numbered `busyAt` is told to wait a second. */
function watchRequests(busyAt: number) {
  const seen = { deletions: 0, mostInFlight: 0, toldToWaitAt: 0, nextAt: 0 }
  let inFlight = 0
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const request = new Request(address, init)
    seen.mostInFlight = Math.max(seen.mostInFlight, (inFlight += 1))
    if (seen.toldToWaitAt > 0 && seen.nextAt === 0) seen.nextAt = performance.now()
    try {
      if (request.method === 'DELETE' && (seen.deletions += 1) === busyAt) {
        seen.toldToWaitAt = performance.now()
        return Response.json(
          { error: 'Too many requests.' },
          { status: 429, headers: { 'Retry-After': '1' } },
        )
      }
      return await api.app.fetch(request)
    } finally {
      inFlight -= 1
    }
  })
  return seen
}

async function allSessions(source: SessionSource): Promise<Session[]> {
  const met: Session[] = []
  let cursor: Cursor | null = null
  do {
    const page = await source.list({ size: 250 }, cursor)
    met.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return met
}

it('a thousand deletions of 1,200 leave exactly the others, three requests at a time, as slowly as the server asks', async () => {
  const organization = await api.organization(1_200)
  const uid = organization.uid('admin')
  const source = createAikynetixSource({
    apiUrl: 'http://localhost:8787',
    tokens: { token: () => Promise.resolve(uid), renewToken: () => Promise.resolve(null) },
    onSignedOut: () => undefined,
  })
  const seen = watchRequests(500)
  const sessions = await allSessions(source)
  expect(sessions).toHaveLength(1_200)
  const chosen = sessions.filter((_session, index) => index % 6 !== 0)
  const gone = chosen.slice(100, 105)
  for (const { id } of gone)
    await organization.request('admin', 'DELETE', `/session-management/sessions/${id}`)

  const user = { id: uid, email: 'admin@example.com', name: 'Admin', role: 'admin' as const }
  const queue = createBulkQueue({
    store: createStorage().tab(),
    queryClient: new QueryClient(),
    auth: { current: () => user, onChange: () => () => undefined },
    findSource: () => source,
    locks: null,
  })
  seen.mostInFlight = 0
  const finished = new Promise<void>((resolve) => {
    queue.subscribe(() => {
      if (queue.getState().phase === 'finished') resolve()
    })
  })
  await queue.start(
    makeJob({
      source: source.id,
      action: 'delete',
      account: { id: user.id, email: user.email },
      startedAt: new Date().toISOString(),
      changes: chosen.map((session) => ({ session })),
    }),
  )
  await finished

  const { job } = queue.getState()
  expect(job && countOutcomes(job)).toMatchObject({ done: 995, gone: 5, failed: 0, unknown: 0 })
  const left = new Set((await organization.rows()).map(({ id }) => id))
  const kept = sessions.filter((session) => !chosen.includes(session)).map(({ id }) => id)
  expect(left).toEqual(new Set(kept))
  expect(seen.mostInFlight).toBe(PARALLEL)
  // One more than needed: the one that was told to wait.
  expect(seen.deletions).toBe(996)
  expect(seen.nextAt - seen.toldToWaitAt).toBeGreaterThanOrEqual(999)
}, 300_000)
