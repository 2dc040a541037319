import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openTestApi } from '../../../../sandbox/server/testing/testApi.ts'
import type { TestApi } from '../../../../sandbox/server/testing/testApi.ts'
import { createAikynetixSource } from '../../../api/aikynetix/source.ts'
import { fileText } from '../../../testing/fileText.ts'
import { DEFAULT_LAYOUT } from '../listLayout.ts'
import { prepareExport } from './prepareExport.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())
afterEach(() => vi.unstubAllGlobals())

it('all that match a filter are in the file once each, as the database has them', async () => {
  const organization = await api.organization(1_200)
  const uid = organization.uid('admin')
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => api.app.fetch(new Request(address, init)))
  const source = createAikynetixSource({
    apiUrl: 'http://localhost:8787',
    tokens: { token: () => Promise.resolve(uid), renewToken: () => Promise.resolve(null) },
    onSignedOut: () => undefined,
  })
  const write = prepareExport({
    offer: {
      query: { activity: 'Running', from: '2024-01-01', size: 25 },
      layout: DEFAULT_LAYOUT,
      selected: [],
      loaded: [],
      total: null,
    },
    choice: { rows: 'all', columns: 'all', format: 'json' },
    source,
    queryClient: new QueryClient(),
    account: 'admin@example.com',
    names: { athlete: null, uploader: null },
    hide: () => false,
  })
  const { file, found } = await write(new AbortController().signal, () => undefined)

  const expected = (await organization.rows())
    .filter(({ activity, createdAt }) => activity === 'Running' && createdAt >= '2024-01-01')
    .sort((a, b) => (`${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? 1 : -1))
  const { sessions } = JSON.parse((await fileText(file)).replace(/^\uFEFF/, '')) as {
    sessions: { id: string; title: string; athlete: { id: string }; status: string; segments: number }[]
  }
  expect(found).toBe(expected.length)
  expect(expected.length).toBeGreaterThan(250)
  expect(
    sessions.map(({ id, title, athlete, status, segments }) => [id, title, athlete.id, status, segments]),
  ).toEqual(expected.map(({ id, title, userId, status, segments }) => [id, title, userId, status, segments]))
})
