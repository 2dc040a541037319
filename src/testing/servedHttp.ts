import { afterEach, beforeEach, vi } from 'vitest'
import type { Mock } from 'vitest'
import { createHttp } from '../api/http.ts'
import type { Http, HttpSettings } from '../api/http.ts'
import { AppError } from '../domain/errors.ts'

/** What a server does with a request; an error is a connection that was cut. */
export type Answer = Response | Error | ((request: Request) => Promise<Response>)

export type ServedHttp = {
  /** A client with `settings`, new for each test. */
  http: Http
  settings: HttpSettings
  /** Every request that was sent. */
  requests: Request[]
  /** The token of whoever is signed in. */
  present: string
  renewals: number
  signedOut: Mock<() => void>
  /** Answers in turn; the last one is given for ever after. */
  serve: (...answers: Answer[]) => void
  read: () => Promise<unknown>
}

/** Makes a client of `api/http.ts` for each test of a file, and the clock one that stands until it is moved. */
export function setUpHttp(): ServedHttp {
  const signedOut = vi.fn<() => void>()
  const settings: HttpSettings = {
    baseUrl: 'https://api.example/',
    tokens: {
      token: () => Promise.resolve(served.present),
      renewToken: () => {
        served.renewals += 1
        served.present = 'token-2'
        return Promise.resolve(served.present)
      },
    },
    explain: () => null,
    onSignedOut: signedOut,
  }
  const served: ServedHttp = {
    http: createHttp(settings),
    settings,
    requests: [],
    present: 'token-1',
    renewals: 0,
    signedOut,
    serve(...answers) {
      served.requests = []
      vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
        const request = new Request(address, init)
        served.requests.push(request)
        const answer = answers[Math.min(served.requests.length, answers.length) - 1]
        if (answer instanceof Error) return Promise.reject(answer)
        return typeof answer === 'function' ? answer(request) : Promise.resolve((answer as Response).clone())
      })
    },
    read: () => served.http.read({ path: '/sessions/', parse: (body) => body }),
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('navigator', { onLine: true })
    signedOut.mockClear()
    Object.assign(served, { http: createHttp(settings), present: 'token-1', renewals: 0 })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return served
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

export const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof AppError ? error.kind : 'not an AppError'),
  )

/** Settles a promise that waits on timers; tells also how long it took. */
export async function settle<T>(promise: Promise<T>): Promise<{ result: T; tookMs: number }> {
  const begun = Date.now()
  let result: { value: T } | undefined
  void promise.then((value) => {
    result = { value }
  })
  while (!result && Date.now() - begun < 120_000) await vi.advanceTimersByTimeAsync(100)
  if (!result) throw new Error('it never settled')
  return { result: result.value, tookMs: Date.now() - begun }
}
