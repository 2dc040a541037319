import { vi } from 'vitest'
import { openTestApi } from '../../sandbox/server/testing/testApi.ts'
import type { TestApi } from '../../sandbox/server/testing/testApi.ts'
import type { NewAccount, ValorAccount } from '../../sandbox/valor/accounts.ts'
import { createAikynetixSource } from '../api/aikynetix/source.ts'
import { createValorSource } from '../api/valor/source.ts'
import { createValorSignIn } from '../auth/valorSignIn.ts'
import { AppError } from '../domain/errors.ts'
import type { ErrorKind } from '../domain/errors.ts'
import type { Session, SessionId } from '../domain/session.ts'
import type { Cursor, Page, SessionQuery, SessionSource } from '../domain/source.ts'

export const API = 'http://localhost:8787'
const CLIENT_ID = 'motion-console-sandbox'

/** A source over its part of the sandbox, and what the sandbox itself knows of the sessions in it. */
export type World = {
  source: SessionSource
  ids: readonly SessionId[]
  /** The same source for somebody whom it does not know. */
  stranger: () => SessionSource
}

export type OpenedApi = { api: TestApi; requests: Request[] }

/** The sandbox in this process, in the place of the network; `requests` are those that were sent. */
export async function openApi(): Promise<OpenedApi> {
  const opened = { api: await openTestApi(), requests: [] as Request[] }
  return opened
}

/** For the time of one test, until `vi.unstubAllGlobals`. */
export function serve({ api, requests }: OpenedApi): void {
  requests.length = 0
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const request = new Request(address, init)
    requests.push(request)
    init?.signal?.throwIfAborted()
    return api.app.fetch(request)
  })
}

/** The source as the console has it for whoever this token belongs to. */
export function aikynetixOf(token: string): SessionSource {
  const tokens = { token: () => Promise.resolve(token), renewToken: () => Promise.resolve(null) }
  return createAikynetixSource({ apiUrl: API, tokens, onSignedOut: () => undefined })
}

/** The source as the console has it before somebody connects. */
export const unconnectedValor = (): SessionSource =>
  createValorSource({
    url: `${API}/valor`,
    loadSignIn: () => Promise.resolve(createValorSignIn({ url: `${API}/valor/auth`, clientId: CLIENT_ID })),
  })

export async function connectedValor({
  username,
  password,
}: Pick<ValorAccount, 'username' | 'password'>): Promise<SessionSource> {
  const source = unconnectedValor()
  await source.connection?.connect(username, password)
  return source
}

/** A world of its own, as the settings say. */
export async function valorWorld(
  { api }: OpenedApi,
  wanted: NewAccount,
): Promise<World & { account: ValorAccount }> {
  const account = api.valor.accounts.create(wanted)
  const ids = account.world().recordings.map(({ id }) => id)
  return { account, ids, source: await connectedValor(account), stranger: unconnectedValor }
}

/** Every session of a list, page by page. */
export async function walk(
  source: SessionSource,
  query: SessionQuery,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Session[]> {
  const met: Session[] = []
  let cursor: Cursor | null = null
  for (let pages = 0; pages < 2_000; pages++) {
    const page: Page = await source.list(query, cursor)
    met.push(...page.items)
    cursor = page.next
    if (cursor === null) return met
    await between()
  }
  throw new Error('The walk did not end')
}

export const idsOf = (sessions: readonly Session[]) => sessions.map(({ id }) => id)

export const kindOf = (promise: Promise<unknown>): Promise<ErrorKind | 'answered' | 'not an AppError'> =>
  promise.then(
    () => 'answered' as const,
    (error: unknown) => (error instanceof AppError ? error.kind : 'not an AppError'),
  )
