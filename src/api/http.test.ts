// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../domain/errors.ts'
import { createHttp } from './http.ts'
import type { Http, HttpSettings } from './http.ts'

type Answer = Response | Error | ((request: Request) => Promise<Response>)

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

let requests: Request[]

/** Answers in turn; the last one is given for ever after. */
function serve(...answers: Answer[]) {
  requests = []
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const request = new Request(address, init)
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (answer instanceof Error) return Promise.reject(answer)
    return typeof answer === 'function' ? answer(request) : Promise.resolve((answer as Response).clone())
  })
}

let present = 'token-1'
let renewals = 0
const signedOut = vi.fn()

const settings: HttpSettings = {
  baseUrl: 'https://api.example/',
  tokens: {
    token: () => Promise.resolve(present),
    renewToken: () => {
      renewals += 1
      present = 'token-2'
      return Promise.resolve(present)
    },
  },
  explain: () => null,
  onSignedOut: signedOut,
}
let http: Http

const read = () => http.read({ path: '/sessions/', parse: (body) => body })
const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.kind : 'not an AppError'),
  )

/** Settles a promise that waits on timers; tells also how long it took. */
async function settle<T>(promise: Promise<T>): Promise<{ result: T; tookMs: number }> {
  const begun = Date.now()
  let result: { value: T } | undefined
  void promise.then((value) => {
    result = { value }
  })
  while (!result && Date.now() - begun < 120_000) await vi.advanceTimersByTimeAsync(100)
  if (!result) throw new Error('it never settled')
  return { result: result.value, tookMs: Date.now() - begun }
}

beforeEach(() => {
  vi.useFakeTimers()
  present = 'token-1'
  renewals = 0
  signedOut.mockClear()
  http = createHttp(settings)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a read', () => {
  it('carries the token and leaves out what is not asked for', async () => {
    serve(json({ fine: true }))
    const answer = http.read({
      path: '/x/',
      query: { title: 'a&b', limit: 3, none: undefined },
      parse: (body) => body,
    })
    await expect(answer).resolves.toEqual({ fine: true })
    expect(requests[0]?.url).toBe('https://api.example/x/?title=a%26b&limit=3')
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer token-1')
  })

  it.each<[string, Answer]>([
    ['one 500', json({ error: 'An unexpected error occurred: x' }, 500)],
    ['a cut connection', new TypeError('Failed to fetch')],
    ['half a body', new Response('{"sessions": {')],
    ['an HTML page with status 200', new Response('<!doctype html>')],
  ])('heals from %s', async (_name, fault) => {
    serve(fault, json({ fine: true }))
    expect((await settle(read())).result).toEqual({ fine: true })
    expect(requests).toHaveLength(2)
  })

  it('waits as long as the server asks', async () => {
    serve(json({ error: 'busy' }, 429, { 'Retry-After': '7' }), json({ fine: true }))
    const { result, tookMs } = await settle(read())
    expect(result).toEqual({ fine: true })
    expect(tookMs).toBeGreaterThanOrEqual(7_000)
    expect(tookMs).toBeLessThan(8_000)
  })

  it.each<[string, Answer, string]>([
    ['endless 500s', json({ error: 'x' }, 500), 'unavailable'],
    ['silence', () => new Promise<Response>(() => undefined), 'unavailable'],
    ['a wait longer than its patience', json({ error: 'x' }, 503, { 'Retry-After': '60' }), 'busy'],
  ])('says so within 30 seconds when it meets %s', async (_name, fault, kind) => {
    serve(
      typeof fault === 'function'
        ? // A silent server still hears that the reader has gone.
          (request) =>
            new Promise((_resolve, reject) => {
              request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
            })
        : fault,
    )
    const { result, tookMs } = await settle(kindOf(read()))
    expect(result).toBe(kind)
    expect(tookMs).toBeLessThanOrEqual(30_000)
  })

  it('is not repeated when the server has understood and refused', async () => {
    serve(json({ error: 'Invalid date format (expected dd/mm/yyyy).' }, 400))
    const error = await read().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'invalid', serverText: 'Invalid date format (expected dd/mm/yyyy).' })
    expect(requests).toHaveLength(1)
  })

  it('waits for a token no longer than for an answer', async () => {
    serve(json({ fine: true }))
    const never = () => new Promise<never>(() => undefined)
    const silent = createHttp({
      baseUrl: 'https://api.example/',
      tokens: { token: never, renewToken: never },
      explain: () => null,
      onSignedOut: signedOut,
    })
    const { result, tookMs } = await settle(kindOf(silent.read({ path: '/x/', parse: (body) => body })))
    expect(result).toBe('unavailable')
    expect(tookMs).toBeLessThanOrEqual(30_000)
    expect(requests).toHaveLength(0)
  })

  it('ends at once when nobody waits for it any more', async () => {
    serve(json({ error: 'x' }, 500))
    const control = new AbortController()
    const reading = kindOf(http.read({ path: '/x/', signal: control.signal, parse: (body) => body }))
    await vi.advanceTimersByTimeAsync(200)
    control.abort()
    expect((await settle(reading)).result).toBe('aborted')
    expect(requests).toHaveLength(1)
  })
})

describe('a refused token', () => {
  it('is renewed once and the request replayed', async () => {
    serve((request) =>
      Promise.resolve(
        request.headers.get('Authorization') === 'Bearer token-2'
          ? json({ fine: true })
          : json({ error: 'x' }, 401),
      ),
    )
    await expect(read()).resolves.toEqual({ fine: true })
    expect(renewals).toBe(1)
    expect(signedOut).not.toHaveBeenCalled()
  })

  it('is no reason to end the sign-in when the one to renew it cannot be reached', async () => {
    serve(json({ error: 'x' }, 401))
    const unreachable = createHttp({
      baseUrl: 'https://api.example/',
      tokens: {
        token: () => Promise.resolve('token'),
        renewToken: () => Promise.reject(new Error('no network')),
      },
      explain: () => null,
      onSignedOut: signedOut,
    })
    const reading = kindOf(unreachable.read({ path: '/x/', parse: (body) => body }))
    expect((await settle(reading)).result).toBe('unavailable')
    expect(signedOut).not.toHaveBeenCalled()
  })

  it('ends the sign-in when the renewed one is refused too', async () => {
    serve(json({ error: 'x' }, 401))
    expect(await kindOf(read())).toBe('signed-out')
    expect(requests).toHaveLength(2)
    expect(signedOut).toHaveBeenCalledOnce()
  })
})

describe('a write', () => {
  const write = () => http.send({ method: 'PUT', path: '/x', body: { title: 'a' }, parse: () => undefined })

  it('is sent once, whatever comes back', async () => {
    serve(json({ error: 'x' }, 500))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: false })
    expect(requests).toHaveLength(1)
  })

  it('says that its outcome is unknown when no answer came', async () => {
    serve(new TypeError('Failed to fetch'))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: true })
    expect(requests).toHaveLength(1)
  })

  it('is not unknown when it was never sent', async () => {
    serve(json({}))
    const silent = createHttp({
      ...settings,
      tokens: { ...settings.tokens, token: () => Promise.reject(new Error('no network')) },
    })
    const error = await silent
      .send({ method: 'DELETE', path: '/x', parse: () => undefined })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: false })
    expect(requests).toHaveLength(0)
  })

  it('that is told to wait tells for how long, and is not sent again', async () => {
    serve(json({ error: 'x' }, 429, { 'Retry-After': '90' }))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'busy', outcomeUnknown: false, retryAfterMs: 90_000 })
    expect(requests).toHaveLength(1)
  })
})

describe('what a server asks of one request', () => {
  const write = () => http.send({ method: 'PUT', path: '/x', parse: () => 'written' })
  const busy = (seconds: number) => json({ error: 'x' }, 503, { 'Retry-After': String(seconds) })

  it('is kept by all: nothing is sent before the time is over', async () => {
    serve(busy(7), json('fine'))
    const first = read()
    await vi.advanceTimersByTimeAsync(0)
    const others = [read(), write(), read()]
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await Promise.all([first, ...others])).toEqual(['fine', 'fine', 'written', 'fine'])
    expect(requests).toHaveLength(5)
  })

  it('holds back also a request that was waiting for its token meanwhile', async () => {
    serve(busy(7), json('fine'))
    let give = (_token: string) => {}
    let asked = 0
    http = createHttp({
      ...settings,
      tokens: {
        ...settings.tokens,
        token: () => (++asked === 1 ? new Promise((resolve) => (give = resolve)) : Promise.resolve('token')),
      },
    })
    const slow = write()
    const first = read()
    await vi.advanceTimersByTimeAsync(0)
    give('token')
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
    await vi.advanceTimersByTimeAsync(200)
    expect(await Promise.all([first, slow])).toEqual(['fine', 'written'])
  })

  it('ends at once what cannot wait so long, with the time that is left', async () => {
    serve(busy(25), json('fine'))
    const first = read()
    await vi.advanceTimersByTimeAsync(1_000)
    // 24 s of 30 would leave too little for an answer.
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'busy', outcomeUnknown: false, retryAfterMs: 24_000 })
    expect(requests).toHaveLength(1)
    expect((await settle(first)).result).toBe('fine')
    expect(await write()).toBe('written')
  })

  it('for longer than half a minute concerns that request alone', async () => {
    serve(busy(60), json('fine'))
    expect((await settle(kindOf(read()))).result).toBe('busy')
    expect(await read()).toBe('fine')
  })

  it('is kept from the moment its headers are there, however slowly the rest comes', async () => {
    const endless = new ReadableStream({ pull: () => new Promise(() => undefined) })
    serve(new Response(endless, { status: 429, headers: { 'Retry-After': '7' } }), json('fine'))
    void kindOf(read())
    await vi.advanceTimersByTimeAsync(0)
    const second = read()
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await second).toBe('fine')
  })

  it('can be given up by whoever waits', async () => {
    serve(busy(7), json('fine'))
    const first = read()
    await vi.advanceTimersByTimeAsync(0)
    const control = new AbortController()
    const waiting = kindOf(http.read({ path: '/x/', signal: control.signal, parse: (body) => body }))
    control.abort()
    expect(await waiting).toBe('aborted')
    expect((await settle(first)).result).toBe('fine')
    expect(requests).toHaveLength(2)
  })
})

describe('a write whose account goes', () => {
  let leaving: AbortController
  const remove = () =>
    http.send({ method: 'DELETE', path: '/x', unsent: leaving.signal, parse: () => 'removed' })
  const outcomeOf = (sending: Promise<unknown>) => sending.catch((reason: unknown) => reason)
  const neverSent = { kind: 'aborted', outcomeUnknown: false }
  const become = (token: string) => {
    leaving.abort()
    present = token
  }

  beforeEach(() => {
    leaving = new AbortController()
  })

  it('while the server wants to be left alone is not sent, least of all as the next one', async () => {
    serve(json({ error: 'x' }, 429, { 'Retry-After': '7' }), json('fine'))
    await kindOf(http.send({ method: 'PUT', path: '/x', parse: () => undefined }))
    const held = outcomeOf(remove())
    await vi.advanceTimersByTimeAsync(1_000)
    become('somebody else’s')
    expect(await held).toMatchObject(neverSent)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(requests).toHaveLength(1)
  })

  it('while its token is awaited is not sent', async () => {
    serve(json('fine'))
    let give = (_token: string) => {}
    const token = () => new Promise<string>((resolve) => (give = resolve))
    http = createHttp({ ...settings, tokens: { ...settings.tokens, token } })
    const held = outcomeOf(remove())
    await vi.advanceTimersByTimeAsync(0)
    become('somebody else’s')
    give(present)
    expect(await held).toMatchObject(neverSent)
    expect(requests).toHaveLength(0)
  })

  it('while a refused token is renewed is not sent once more', async () => {
    serve(json({ error: 'x' }, 401), json('fine'))
    const renewToken = () => {
      become('somebody else’s')
      return Promise.resolve(present)
    }
    http = createHttp({ ...settings, tokens: { ...settings.tokens, renewToken } })
    expect(await outcomeOf(remove())).toMatchObject(neverSent)
    expect(requests).toHaveLength(1)
  })

  it('after it was sent is still waited for', async () => {
    let answer = (_response: Response) => {}
    serve(() => new Promise((resolve) => (answer = resolve)))
    const sent = remove()
    await vi.advanceTimersByTimeAsync(0)
    become('somebody else’s')
    answer(json('fine'))
    expect(await sent).toBe('removed')
  })
})

describe('a download', () => {
  it('tells how far it is and carries no token', async () => {
    serve(new Response(new Uint8Array(1_000), { headers: { 'Content-Length': '1000' } }))
    const progress: [number, number | null][] = []
    const blob = await http.download('https://videos.example/a.mp4', (...at) => progress.push(at))
    expect(blob.size).toBe(1_000)
    expect(progress.at(-1)).toEqual([1_000, 1_000])
    expect(requests[0]?.headers.has('Authorization')).toBe(false)
  })

  it('is no success when bytes are missing', async () => {
    serve(new Response(new Uint8Array(400), { headers: { 'Content-Length': '1000' } }))
    expect(await kindOf(http.download('https://videos.example/a.mp4', () => undefined))).toBe('unavailable')
  })
})
