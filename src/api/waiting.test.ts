import { beforeEach, describe, expect, it, vi } from 'vitest'
import { json, kindOf, setUpHttp, settle } from '../testing/servedHttp.ts'
import { createHttp } from './http.ts'

const served = setUpHttp()

describe('what a server asks of one request', () => {
  const write = () => served.http.send({ method: 'PUT', path: '/x', parse: () => 'written' })
  const busy = (seconds: number) => json({ error: 'x' }, 503, { 'Retry-After': String(seconds) })

  it('is kept by all: nothing is sent before the time is over', async () => {
    served.serve(busy(7), json('fine'))
    const first = served.read()
    await vi.advanceTimersByTimeAsync(0)
    const others = [served.read(), write(), served.read()]
    await vi.advanceTimersByTimeAsync(6_900)
    expect(served.requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await Promise.all([first, ...others])).toEqual(['fine', 'fine', 'written', 'fine'])
    expect(served.requests).toHaveLength(5)
  })

  it('holds back also a request that was waiting for its token meanwhile', async () => {
    served.serve(busy(7), json('fine'))
    let give = (_token: string) => {}
    let asked = 0
    served.http = createHttp({
      ...served.settings,
      tokens: {
        ...served.settings.tokens,
        token: () => (++asked === 1 ? new Promise((resolve) => (give = resolve)) : Promise.resolve('token')),
      },
    })
    const slow = write()
    const first = served.read()
    await vi.advanceTimersByTimeAsync(0)
    give('token')
    await vi.advanceTimersByTimeAsync(6_900)
    expect(served.requests.map(({ method }) => method)).toEqual(['GET'])
    await vi.advanceTimersByTimeAsync(200)
    expect(await Promise.all([first, slow])).toEqual(['fine', 'written'])
  })

  it('ends at once what cannot wait so long, with the time that is left', async () => {
    served.serve(busy(25), json('fine'))
    const first = served.read()
    await vi.advanceTimersByTimeAsync(1_000)
    // 24 s of 30 would leave too little for an answer.
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'busy', outcomeUnknown: false, retryAfterMs: 24_000 })
    expect(served.requests).toHaveLength(1)
    expect((await settle(first)).result).toBe('fine')
    expect(await write()).toBe('written')
  })

  it('for longer than half a minute concerns that request alone', async () => {
    served.serve(busy(60), json('fine'))
    expect((await settle(kindOf(served.read()))).result).toBe('busy')
    expect(await served.read()).toBe('fine')
  })

  it('is kept from the moment its headers are there, however slowly the rest comes', async () => {
    const endless = new ReadableStream({ pull: () => new Promise(() => undefined) })
    served.serve(new Response(endless, { status: 429, headers: { 'Retry-After': '7' } }), json('fine'))
    void kindOf(served.read())
    await vi.advanceTimersByTimeAsync(0)
    const second = served.read()
    await vi.advanceTimersByTimeAsync(6_900)
    expect(served.requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await second).toBe('fine')
  })

  it('can be given up by whoever waits', async () => {
    served.serve(busy(7), json('fine'))
    const first = served.read()
    await vi.advanceTimersByTimeAsync(0)
    const control = new AbortController()
    const waiting = kindOf(served.http.read({ path: '/x/', signal: control.signal, parse: (body) => body }))
    control.abort()
    expect(await waiting).toBe('aborted')
    expect((await settle(first)).result).toBe('fine')
    expect(served.requests).toHaveLength(2)
  })
})

describe('a write whose account goes', () => {
  let leaving: AbortController
  const remove = () =>
    served.http.send({ method: 'DELETE', path: '/x', unsent: leaving.signal, parse: () => 'removed' })
  const outcomeOf = (sending: Promise<unknown>) => sending.catch((reason: unknown) => reason)
  const neverSent = { kind: 'aborted', outcomeUnknown: false }
  const become = (token: string) => {
    leaving.abort()
    served.present = token
  }

  beforeEach(() => {
    leaving = new AbortController()
  })

  it('while the server wants to be left alone is not sent, least of all as the next one', async () => {
    served.serve(json({ error: 'x' }, 429, { 'Retry-After': '7' }), json('fine'))
    await kindOf(served.http.send({ method: 'PUT', path: '/x', parse: () => undefined }))
    const held = outcomeOf(remove())
    await vi.advanceTimersByTimeAsync(1_000)
    become('somebody else’s')
    expect(await held).toMatchObject(neverSent)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(served.requests).toHaveLength(1)
  })

  it('while its token is awaited is not sent', async () => {
    served.serve(json('fine'))
    let give = (_token: string) => {}
    const token = () => new Promise<string>((resolve) => (give = resolve))
    served.http = createHttp({ ...served.settings, tokens: { ...served.settings.tokens, token } })
    const held = outcomeOf(remove())
    await vi.advanceTimersByTimeAsync(0)
    become('somebody else’s')
    give(served.present)
    expect(await held).toMatchObject(neverSent)
    expect(served.requests).toHaveLength(0)
  })

  it('while a refused token is renewed is not sent once more', async () => {
    served.serve(json({ error: 'x' }, 401), json('fine'))
    const renewToken = () => {
      become('somebody else’s')
      return Promise.resolve(served.present)
    }
    served.http = createHttp({ ...served.settings, tokens: { ...served.settings.tokens, renewToken } })
    expect(await outcomeOf(remove())).toMatchObject(neverSent)
    expect(served.requests).toHaveLength(1)
  })

  it('after it was sent is still waited for', async () => {
    let answer = (_response: Response) => {}
    served.serve(() => new Promise((resolve) => (answer = resolve)))
    const sent = remove()
    await vi.advanceTimersByTimeAsync(0)
    become('somebody else’s')
    answer(json('fine'))
    expect(await sent).toBe('removed')
  })
})
