import { describe, expect, it, vi } from 'vitest'
import { json, kindOf, setUpHttp, settle } from '../testing/servedHttp.ts'
import type { Answer } from '../testing/servedHttp.ts'
import { createHttp } from './http.ts'

const served = setUpHttp()

describe('a read', () => {
  it('carries the token and leaves out what is not asked for', async () => {
    served.serve(json({ fine: true }))
    const answer = served.http.read({
      path: '/x/',
      query: { title: 'a&b', limit: 3, none: undefined },
      parse: (body) => body,
    })
    await expect(answer).resolves.toEqual({ fine: true })
    expect(served.requests[0]?.url).toBe('https://api.example/x/?title=a%26b&limit=3')
    expect(served.requests[0]?.headers.get('Authorization')).toBe('Bearer token-1')
  })

  it.each<[string, Answer]>([
    ['one 500', json({ error: 'An unexpected error occurred: x' }, 500)],
    ['a cut connection', new TypeError('Failed to fetch')],
    ['half a body', new Response('{"sessions": {')],
    ['an HTML page with status 200', new Response('<!doctype html>')],
  ])('heals from %s', async (_name, fault) => {
    served.serve(fault, json({ fine: true }))
    expect((await settle(served.read())).result).toEqual({ fine: true })
    expect(served.requests).toHaveLength(2)
  })

  it('waits as long as the server asks', async () => {
    served.serve(json({ error: 'busy' }, 429, { 'Retry-After': '7' }), json({ fine: true }))
    const { result, tookMs } = await settle(served.read())
    expect(result).toEqual({ fine: true })
    expect(tookMs).toBeGreaterThanOrEqual(7_000)
    expect(tookMs).toBeLessThan(8_000)
  })

  it.each<[string, Answer, string]>([
    ['endless 500s', json({ error: 'x' }, 500), 'unavailable'],
    ['silence', () => new Promise<Response>(() => undefined), 'unavailable'],
    ['a wait longer than its patience', json({ error: 'x' }, 503, { 'Retry-After': '60' }), 'busy'],
  ])('says so within 30 seconds when it meets %s', async (_name, fault, kind) => {
    served.serve(
      typeof fault === 'function'
        ? // A silent server still hears that the reader has gone.
          (request) =>
            new Promise((_resolve, reject) => {
              request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
            })
        : fault,
    )
    const { result, tookMs } = await settle(kindOf(served.read()))
    expect(result).toBe(kind)
    expect(tookMs).toBeLessThanOrEqual(30_000)
  })

  it('is not repeated when the server has understood and refused', async () => {
    served.serve(json({ error: 'Invalid date format (expected dd/mm/yyyy).' }, 400))
    const error = await served.read().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'invalid', serverText: 'Invalid date format (expected dd/mm/yyyy).' })
    expect(served.requests).toHaveLength(1)
  })

  it('says what the server says, under whichever name', async () => {
    const said = async (body: object) => {
      served.serve(json(body, 400))
      return served.read().catch((reason: unknown) => reason)
    }
    const both = await said({ error: 'No such athlete.', message: 'Bad Request' })
    expect(both).toMatchObject({ serverText: 'No such athlete.' })
    expect(await said({ message: 'Missing s3Key' })).toMatchObject({ serverText: 'Missing s3Key' })
  })

  it('waits for a token no longer than for an answer', async () => {
    served.serve(json({ fine: true }))
    const never = () => new Promise<never>(() => undefined)
    const silent = createHttp({
      baseUrl: 'https://api.example/',
      tokens: { token: never, renewToken: never },
      explain: () => null,
      onSignedOut: served.signedOut,
    })
    const { result, tookMs } = await settle(kindOf(silent.read({ path: '/x/', parse: (body) => body })))
    expect(result).toBe('unavailable')
    expect(tookMs).toBeLessThanOrEqual(30_000)
    expect(served.requests).toHaveLength(0)
  })

  it('ends at once when nobody waits for it any more', async () => {
    served.serve(json({ error: 'x' }, 500))
    const control = new AbortController()
    const reading = kindOf(served.http.read({ path: '/x/', signal: control.signal, parse: (body) => body }))
    await vi.advanceTimersByTimeAsync(200)
    control.abort()
    expect((await settle(reading)).result).toBe('aborted')
    expect(served.requests).toHaveLength(1)
  })
})

describe('a refused token', () => {
  it('is renewed once and the request replayed', async () => {
    served.serve((request) =>
      Promise.resolve(
        request.headers.get('Authorization') === 'Bearer token-2'
          ? json({ fine: true })
          : json({ error: 'x' }, 401),
      ),
    )
    await expect(served.read()).resolves.toEqual({ fine: true })
    expect(served.renewals).toBe(1)
    expect(served.signedOut).not.toHaveBeenCalled()
  })

  it('is no reason to end the sign-in when the one to renew it cannot be reached', async () => {
    served.serve(json({ error: 'x' }, 401))
    const unreachable = createHttp({
      baseUrl: 'https://api.example/',
      tokens: {
        token: () => Promise.resolve('token'),
        renewToken: () => Promise.reject(new Error('no network')),
      },
      explain: () => null,
      onSignedOut: served.signedOut,
    })
    const reading = kindOf(unreachable.read({ path: '/x/', parse: (body) => body }))
    expect((await settle(reading)).result).toBe('unavailable')
    expect(served.signedOut).not.toHaveBeenCalled()
  })

  it('ends the sign-in when the renewed one is refused too', async () => {
    served.serve(json({ error: 'x' }, 401))
    expect(await kindOf(served.read())).toBe('signed-out')
    expect(served.requests).toHaveLength(2)
    expect(served.signedOut).toHaveBeenCalledOnce()
  })
})

describe('a write', () => {
  const write = () =>
    served.http.send({ method: 'PUT', path: '/x', body: { title: 'a' }, parse: () => undefined })

  it('is sent once, whatever comes back', async () => {
    served.serve(json({ error: 'x' }, 500))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: false })
    expect(served.requests).toHaveLength(1)
  })

  it('says that its outcome is unknown when no answer came', async () => {
    served.serve(new TypeError('Failed to fetch'))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: true })
    expect(served.requests).toHaveLength(1)
  })

  it('is not unknown when it was never sent', async () => {
    served.serve(json({}))
    const silent = createHttp({
      ...served.settings,
      tokens: { ...served.settings.tokens, token: () => Promise.reject(new Error('no network')) },
    })
    const error = await silent
      .send({ method: 'DELETE', path: '/x', parse: () => undefined })
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: false })
    expect(served.requests).toHaveLength(0)
  })

  it('that is told to wait tells for how long, and is not sent again', async () => {
    served.serve(json({ error: 'x' }, 429, { 'Retry-After': '90' }))
    const error = await write().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ kind: 'busy', outcomeUnknown: false, retryAfterMs: 90_000 })
    expect(served.requests).toHaveLength(1)
  })
})

describe('a download', () => {
  it('tells how far it is and carries no token', async () => {
    served.serve(new Response(new Uint8Array(1_000), { headers: { 'Content-Length': '1000' } }))
    const progress: [number, number | null][] = []
    const blob = await served.http.download('https://videos.example/a.mp4', (...at) => progress.push(at))
    expect(blob.size).toBe(1_000)
    expect(progress.at(-1)).toEqual([1_000, 1_000])
    expect(served.requests[0]?.headers.has('Authorization')).toBe(false)
  })

  it('is no success when bytes are missing', async () => {
    served.serve(new Response(new Uint8Array(400), { headers: { 'Content-Length': '1000' } }))
    expect(await kindOf(served.http.download('https://videos.example/a.mp4', () => undefined))).toBe(
      'unavailable',
    )
  })
})
