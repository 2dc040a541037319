import { expect, test } from 'vitest'
import { randomFor } from '../seed/random.ts'
import { initiateAuth, openValor } from './testing/openValor.ts'

const TEXTS = [
  '',
  ' ',
  '""',
  '\0',
  "'; DROP TABLE sessions; --",
  '../../../etc/passwd',
  '%',
  '\ud800',
  'x'.repeat(3000),
  '__proto__',
  '-1',
  '0',
  '1e9',
  '999999999999',
  '<b>',
  '\u202e',
  'null',
  '"null"',
  'W10.abc',
  '"W1swLDBd.AAAA"',
] as const
const VALUES = [...TEXTS, null, true, 0, -1, 1e308, [], {}, [[]], { $ne: 1 }] as const
const QUERY = ['athleteID', 'limit', 's3Key', '__proto__', 'constructor'] as const

test('whatever is asked, the answer is 200, or 4xx with words', async () => {
  const valor = openValor()
  const { token } = await valor.caller({ recordings: 20 })
  const random = randomFor('hostile to the second API')
  for (let round = 0; round < 500; round++) {
    const method = random.pick(['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'])
    const path = random.pick([
      '/sessions',
      '/athletes',
      '/ikData',
      '/reportData',
      '/auth',
      '/',
      '/sessions/x',
    ])
    const query = new URLSearchParams(
      Array.from({ length: random.whole(0, 3) }, () => [random.pick(QUERY), random.pick(TEXTS)]),
    )
    const headers = new Headers({ Authorization: random.chance(0.9) ? `Bearer ${token}` : 'Basic x' })
    const sent = random.pick(TEXTS)
    if (/^[\x20-\x7e]*$/.test(sent)) headers.set('X-Continuation-Token', sent)
    const bare = method === 'GET' || method === 'HEAD'
    const body = bare ? null : JSON.stringify({ AuthFlow: random.pick(VALUES) })
    const answer = await valor.routes.request(`${path}?${query}`, { method, headers, body })
    const text = await answer.text()
    const said = `${method} ${path}?${query} → ${answer.status} ${text.slice(0, 200)}`
    expect(answer.status, said).toBeLessThan(500)
    if (answer.status >= 400 && method !== 'HEAD')
      expect(JSON.parse(text), said).toHaveProperty('message', expect.stringMatching(/./))
  }
})

test('whatever is sent to sign in, the answer is a refusal with its kind', async () => {
  const valor = openValor()
  const random = randomFor('hostile to the sign-in')
  for (let round = 0; round < 200; round++) {
    const call = {
      AuthFlow: random.pick(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', ...VALUES]),
      ClientId: random.pick(['motion-console-sandbox', 'motion-console-sandbox', ...VALUES]),
      AuthParameters: random.pick([
        ...VALUES,
        { USERNAME: random.pick(VALUES), PASSWORD: random.pick(VALUES) },
        { REFRESH_TOKEN: random.pick(VALUES) },
      ]),
    }
    const answer = await initiateAuth(valor, call)
    const text = await answer.text()
    expect([answer.status, JSON.stringify(call)]).toEqual([400, JSON.stringify(call)])
    expect(JSON.parse(text)).toEqual({
      __type: expect.stringMatching(/Exception$/) as string,
      message: expect.stringMatching(/./) as string,
    })
  }
})

test('a body beyond its limit is refused, and unknown addresses and methods are told', async () => {
  const { routes } = openValor()
  const long = await routes.request('/auth', { method: 'POST', body: 'x'.repeat(100_001) })
  expect([long.status, await long.json()]).toEqual([413, { message: 'Request Too Long' }])
  const wrong = await routes.request('/sessions', { method: 'DELETE' })
  expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
  const unknown = await routes.request('/exercises')
  expect([unknown.status, await unknown.json()]).toEqual([404, { message: 'Not Found' }])
})
