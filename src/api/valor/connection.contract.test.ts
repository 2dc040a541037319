import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectError } from '../../domain/connectError.ts'
import type { SessionSource } from '../../domain/source.ts'
import {
  connectedValor,
  idsOf,
  kindOf,
  openApi,
  serve,
  unconnectedValor,
  valorWorld,
  walk,
} from '../../testing/contractWorlds.ts'
import type { OpenedApi } from '../../testing/contractWorlds.ts'

let opened: OpenedApi

beforeAll(async () => {
  opened = await openApi()
})
afterAll(() => opened.api.close())
beforeEach(() => serve(opened))
afterEach(() => vi.unstubAllGlobals())

const asked = (path: string) => opened.requests.filter(({ url }) => new URL(url).pathname === `/valor${path}`)

describe('the connection', () => {
  const states = (source: SessionSource) => {
    const heard: string[] = []
    source.connection?.subscribe(() => heard.push(source.connection?.current().state ?? ''))
    return heard
  }

  it('is asked for once, says until when it lasts, and before it nothing is sent', async () => {
    const { username, password } = opened.api.valor.accounts.create({ recordings: 5 })
    const source = unconnectedValor()
    const heard = states(source)
    opened.requests.length = 0
    expect(await kindOf(source.list({ size: 5 }, null))).toBe('signed-out')
    expect(opened.requests).toEqual([])
    await source.connection?.connect(username, password)
    const now = source.connection?.current()
    expect(now).toMatchObject({ state: 'connected', account: username })
    expect(now?.state === 'connected' && now.expiresAt - Date.now()).toBeGreaterThan(3_000_000)
    expect((await source.list({ size: 5 }, null)).items).toHaveLength(5)
    source.connection?.disconnect()
    expect(await kindOf(source.list({ size: 5 }, null))).toBe('signed-out')
    expect(heard).toEqual(['connected', 'none'])
  })

  it('tells a wrong password from an account that is not ready and a service that does not answer', async () => {
    const account = opened.api.valor.accounts.create({ recordings: 5 })
    const problem = async (password = account.password) => {
      const error: unknown = await unconnectedValor()
        .connection?.connect(account.username, password)
        .catch((cause: unknown) => cause)
      return error instanceof ConnectError ? error.problem : error
    }
    expect(await problem('wrong')).toBe('wrong-credentials')
    account.settings.faults = { auth: 'challenge' }
    expect(await problem()).toBe('unfinished')
    account.settings.faults = { auth: 'unconfirmed' }
    expect(await problem()).toBe('unfinished')
    account.settings.faults = { auth: 'throttled' }
    expect(await problem()).toBe('too-many-tries')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await problem()).toBe('no-network')
  })

  it('renews once for many reads that meet an expired token, and goes on', async () => {
    const { source, account, ids } = await valorWorld(opened, { recordings: 60 })
    const first = await source.list({ size: 10 }, null)
    account.generation.id += 1
    opened.requests.length = 0
    const [rest, people] = await Promise.all([source.list({ size: 10 }, first.next), source.athletes()])
    expect(rest.items.length).toBeGreaterThan(0)
    expect(people.length).toBeGreaterThan(0)
    expect(asked('/auth')).toHaveLength(1)
    expect(idsOf([...first.items, ...rest.items])).toEqual(
      ids.slice(0, first.items.length + rest.items.length),
    )
  })

  it('ends where the refresh token is refused too, and can be made anew', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 60 })
    const heard = states(source)
    account.generation.id += 1
    account.generation.refresh += 1
    expect(await kindOf(source.list({ size: 10 }, null))).toBe('signed-out')
    expect(source.connection?.current()).toEqual({ state: 'expired', account: account.username })
    await source.connection?.connect(account.username, account.password)
    expect(await kindOf(source.list({ size: 10 }, null))).toBe('answered')
    expect(heard).toEqual(['expired', 'connected'])
  })

  it('stays where the renewal itself fails on its way', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 5 })
    account.generation.id += 1
    account.settings.faults = { auth: 'unavailable' }
    const read = source.list({ size: 5 }, null)
    await vi.waitFor(() => expect(asked('/auth').length).toBeGreaterThan(1), 10_000)
    account.settings.faults = {}
    await expect(read).resolves.toMatchObject({ leftOut: 0 })
    expect(source.connection?.current().state).toBe('connected')
  })

  it('leaves a sign-in service alone for a while that has had too many tries', async () => {
    const { source, account } = await valorWorld(opened, { recordings: 5 })
    account.generation.id += 1
    account.settings.faults = { auth: 'throttled' }
    opened.requests.length = 0
    await expect(source.list({ size: 5 }, null)).rejects.toMatchObject({ kind: 'busy' })
    const again = AbortSignal.timeout(100)
    expect(await kindOf(source.list({ size: 5 }, null, again))).not.toBe('answered')
    expect(asked('/auth')).toHaveLength(1)
    expect(source.connection?.current().state).toBe('connected')
  })

  it('of a short life, or of one that is not told, is not renewed for every request', async () => {
    const { source } = await valorWorld(opened, { recordings: 30, tokenLife: 8 })
    opened.requests.length = 0
    await walk(source, { size: 10 })
    expect(asked('/auth')).toEqual([])

    const { username, password } = opened.api.valor.accounts.create({ recordings: 5, tokenLife: 1_800 })
    const { fetch } = globalThis
    vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
      const answer = await fetch(address, init)
      if (!address.endsWith('/auth')) return answer
      const { AuthenticationResult } = (await answer.json()) as { AuthenticationResult: object }
      return Response.json({ AuthenticationResult: { ...AuthenticationResult, ExpiresIn: undefined } })
    })
    const untold = unconnectedValor()
    await untold.connection?.connect(username, password)
    const now = untold.connection?.current()
    const left = now?.state === 'connected' ? now.expiresAt - Date.now() : 0
    expect(left).toBeGreaterThan(1_790_000)
    expect(left).toBeLessThanOrEqual(1_800_000)
  })

  it('stays where an answer speaks of a refused token inside of itself', async () => {
    const { source } = await valorWorld(opened, { recordings: 5 })
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ statusCode: 401, body: 'Unauthorized' })))
    const read = kindOf(source.list({ size: 5 }, null, AbortSignal.timeout(200)))
    expect(['unavailable', 'aborted']).toContain(await read)
    expect(source.connection?.current().state).toBe('connected')
  })

  it('of one account leaves nothing to another, names and recordings and reads under way', async () => {
    const { source, account, ids } = await valorWorld(opened, { recordings: 60 })
    const other = opened.api.valor.accounts.create({ recordings: 60 })
    await source.list({ size: 20 }, null)
    account.generation.id += 1
    account.generation.refresh += 1
    expect(await kindOf(source.athletes())).toBe('signed-out')

    // Asked for by the first account, and answered when the second is there.
    let answer = () => {}
    const late = new Promise<void>((resolve) => (answer = resolve))
    const { fetch } = globalThis
    const held = await connectedValor(account)
    vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
      if (address.includes('/sessions')) await late
      return fetch(address, init)
    })
    const pending = kindOf(held.list({ size: 5 }, null))
    await held.connection?.connect(other.username, other.password)
    answer()
    expect(await pending).toBe('signed-out')
    expect(held.connection?.current()).toMatchObject({ state: 'connected', account: other.username })

    await source.connection?.connect(other.username, other.password)
    expect((await source.get([ids[0] as string])).size).toBe(0)
    const [row] = (await source.list({ size: 20 }, null)).items
    expect(row?.athlete.name).not.toBe('')
    expect(other.world().recordings.map(({ id }) => id)).toContain(row?.id)
  })

  it('is not made any more when it was left meanwhile', async () => {
    const { username, password } = opened.api.valor.accounts.create({ recordings: 5 })
    const source = unconnectedValor()
    const connecting = source.connection?.connect(username, password)
    source.connection?.disconnect()
    await expect(connecting).rejects.toMatchObject({ kind: 'aborted' })
    expect(source.connection?.current().state).toBe('none')
  })
})
