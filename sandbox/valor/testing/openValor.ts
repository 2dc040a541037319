import { expect } from 'vitest'
import { handClock, type HandClock } from '../../server/testing/handClock.ts'
import type { NewAccount, ValorAccount } from '../accounts.ts'
import { CLIENT_ID } from '../tokens.ts'
import { createValor, type Valor } from '../valor.ts'

export type Json = Record<string, unknown>

export type TestValor = Valor & {
  clock: HandClock
  /** Signs in through the call itself and resolves with what it answered. */
  signIn: (account: ValorAccount) => Promise<{ IdToken: string; AccessToken: string; RefreshToken: string }>
  /** Makes an account and signs in: the account, and a way to read with its ID token. */
  caller: (wanted: NewAccount) => Promise<{ account: ValorAccount; token: string; read: Read }>
}

/** Asks for a path below `/valor`, with an ID token; `at` is the continuation token, not yet JSON-encoded. */
export type Read = (path: string, at?: string) => Promise<Response>

const TARGET = 'AWSCognitoIdentityProviderService.InitiateAuth'

/** The second API by itself, with a clock that the test moves. */
export function openValor(): TestValor {
  const clock = handClock(Date.UTC(2026, 10, 21))
  const valor = createValor({
    settings: { bodyForm: 'string', endForm: 'null', tokenLife: 3600, recordings: 700 },
    secret: Buffer.alloc(32, 7),
    address: 'http://localhost:8787/valor',
    now: clock.now,
  })
  const signIn: TestValor['signIn'] = async ({ username, password }) => {
    const answer = await initiateAuth(valor, {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: CLIENT_ID,
      AuthParameters: { USERNAME: username, PASSWORD: password },
    })
    const { AuthenticationResult } = (await answer.json()) as {
      AuthenticationResult: Awaited<ReturnType<TestValor['signIn']>>
    }
    return AuthenticationResult
  }
  return {
    ...valor,
    clock,
    signIn,
    async caller(wanted) {
      const account = valor.accounts.create(wanted)
      const { IdToken: token } = await signIn(account)
      return { account, token, read: reader(valor, token) }
    },
  }
}

export async function initiateAuth({ routes }: Valor, body: unknown, target = TARGET): Promise<Response> {
  return routes.request('/auth', {
    method: 'POST',
    headers: { 'X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.1' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export function reader({ routes }: Valor, token: string): Read {
  return async (path, at) =>
    routes.request(path, {
      headers: {
        Authorization: `Bearer ${token}`,
        ...(at !== undefined && { 'X-Continuation-Token': JSON.stringify(at) }),
      },
    })
}

/** Reads a whole list as a tolerant client does; `sizes` has the number of rows of each page. */
export async function walk(read: Read, query = ''): Promise<{ rows: Json[]; sizes: number[] }> {
  const rows: Json[] = []
  const sizes: number[] = []
  let at: unknown = ''
  do {
    const answer = await read(`/sessions${query}`, at as string)
    expect(answer.status).toBe(200)
    const page = (await answer.json()) as Json
    const body = bodyOf<Json[]>(page)
    rows.push(...body)
    sizes.push(body.length)
    at = page['X-Continuation-Token']
  } while (typeof at === 'string' && at !== '' && at !== 'null')
  return { rows, sizes }
}

/** The body of an envelope, be it text or not. */
export function bodyOf<T>({ body }: Json): T {
  return (typeof body === 'string' ? JSON.parse(body) : body) as T
}
