import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONSOLE, openTestApi, type TestApi } from '../server/testing/testApi.ts'
import { initiateAuth, type Json } from './testing/openValor.ts'

type Made = { account: string; username: string; password: string; clientId: string; session_ids: string[] }

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ accounts: { create: () => Promise.resolve(), remove: () => Promise.resolve() } })
})
afterAll(() => api.close())

const control = (method: string, path: string, body: unknown = {}) =>
  api.app.request(`/sandbox/valor/accounts${path}`, { method, body: JSON.stringify(body) })
const make = async (body: unknown) => (await (await control('POST', '', body)).json()) as Made

async function signIn({ username, password, clientId }: Made): Promise<Record<string, string>> {
  const answer = await initiateAuth(api.valor, {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, PASSWORD: password },
  })
  return ((await answer.json()) as { AuthenticationResult: Record<string, string> }).AuthenticationResult
}

const list = (token: string) =>
  api.app.request('/valor/sessions?limit=1000', {
    headers: { Authorization: `Bearer ${token}`, 'X-Continuation-Token': '""', Origin: CONSOLE },
  })

test('a test gets an account of its own, answered as it asks, and leaves nothing behind', async () => {
  const one = await make({ recordings: 5, bodyForm: 'array', endForm: 'missing', evenPages: true })
  const two = await make({ recordings: 4, faults: { sessions: 'status' } })
  const token = (await signIn(one))['IdToken'] ?? ''
  const first = (await (await list(token)).json()) as { body: Json[] }
  expect(first).not.toHaveProperty('X-Continuation-Token')
  expect(first.body.map((row) => row['Session ID'])).toEqual(one.session_ids)
  expect(await (await list((await signIn(two))['IdToken'] ?? '')).json()).toMatchObject({ statusCode: 500 })
  expect(one.session_ids.filter((id) => two.session_ids.includes(id))).toEqual([])

  await control('PUT', `/${one.account}`, { bodyForm: 'string', faults: { sessions: 'unavailable' } })
  expect((await list(token)).status).toBe(503)
  await control('PUT', `/${one.account}`, { faults: {} })
  expect(typeof ((await (await list(token)).json()) as Json)['body']).toBe('string')

  for (const { account } of [one, two]) expect((await control('DELETE', `/${account}`)).status).toBe(200)
  expect((await list(token)).status).toBe(401)
  expect((await control('DELETE', `/${one.account}`)).status).toBe(404)
})

test('tokens expire when a test says so, with the refresh token or without', async () => {
  const made = await make({ recordings: 2 })
  const { IdToken = '', RefreshToken = '' } = await signIn(made)
  const refresh = () =>
    initiateAuth(api.valor, {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: made.clientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    })
  expect((await control('POST', `/${made.account}/expire`)).status).toBe(200)
  const expired = await list(IdToken)
  expect([expired.status, await expired.json()]).toEqual([401, { message: 'The incoming token has expired' }])
  const renewed = (await (await refresh()).json()) as { AuthenticationResult: Record<string, string> }
  expect((await list(renewed.AuthenticationResult['IdToken'] ?? '')).status).toBe(200)
  await control('POST', `/${made.account}/expire`, { refresh: true })
  expect(await (await refresh()).json()).toMatchObject({ message: 'Refresh Token has been revoked' })
})

test('the sample account is nobody’s to change, and what is not known is refused', async () => {
  const sample = api.valor.accounts.byName('valor@example.com')!
  for (const [method, path] of [
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/expire'],
  ] as const)
    expect((await control(method, `/${sample.id}${path}`)).status).toBe(404)
  for (const body of [{ recordings: -1 }, { endForm: 'nil' }, { faults: { sessions: 'x' } }, { other: 1 }])
    expect((await control('POST', '', body)).status).toBe(400)
})

test('the console’s origin may send the headers that this API wants; another may not read answers', async () => {
  const preflight = (origin: string) =>
    api.app.request('/valor/sessions', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization,x-continuation-token',
      },
    })
  const own = await preflight(CONSOLE)
  expect([own.status, own.headers.get('Access-Control-Allow-Origin')]).toEqual([204, CONSOLE])
  const allowed = own.headers.get('Access-Control-Allow-Headers')?.toLowerCase()
  for (const name of ['authorization', 'content-type', 'x-continuation-token', 'x-amz-target'])
    expect(allowed).toContain(name)
  expect((await preflight('http://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
  const refused = await list('x')
  expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([401, CONSOLE])
})
