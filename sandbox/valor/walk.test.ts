import { expect, test } from 'vitest'
import { bodyOf, openValor, walk, type Json } from './testing/openValor.ts'
import { BODY_FORMS, END_FORMS } from './settings.ts'

const valor = openValor()

const forms = BODY_FORMS.flatMap((bodyForm) => END_FORMS.map((endForm) => ({ bodyForm, endForm })))
const combinations = forms.flatMap((form) => [true, false].map((evenPages) => ({ ...form, evenPages })))

test.each(combinations)(
  '$bodyForm body, $endForm end, even pages: $evenPages: every walk is whole',
  async (form) => {
    const { account, read } = await valor.caller({ recordings: 90, ...form })
    const ids = account.world().recordings.map(({ id }) => id)
    for (const limit of [7, '']) {
      const { rows, sizes } = await walk(read, `?limit=${limit}`)
      expect(rows.map((row) => row['Session ID'])).toEqual(ids)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(Number(limit || 50))
      if (limit === 7 && !form.evenPages) expect(sizes).toContain(0)
    }
    const last = (await (await read('/sessions?limit=1000', '')).json()) as Json
    expect(typeof last['body']).toBe(form.bodyForm === 'string' ? 'string' : 'object')
  },
)

test('a page may be short or empty before the end, which comes in the form that is set', async () => {
  const { account, read } = await valor.caller({ recordings: 400 })
  const { sizes } = await walk(read, '?limit=7')
  const before = sizes.slice(0, -1)
  expect(before).toContain(0)
  expect(before.some((size) => size > 0 && size < 7)).toBe(true)
  expect(sizes.map((size) => (size === 0 ? 'e' : '.')).join('')).not.toContain('eeee')
  account.settings.evenPages = true
  expect(new Set((await walk(read, '?limit=8')).sizes)).toEqual(new Set([8]))
  const ends = { null: null, text: 'null', empty: '', missing: undefined }
  for (const form of END_FORMS) {
    account.settings.endForm = form
    const page = (await (await read('/sessions?limit=1000', '')).json()) as Json
    expect(page['X-Continuation-Token']).toBe(ends[form])
    expect('X-Continuation-Token' in page).toBe(form !== 'missing')
  }
})

test('one athlete’s recordings are walked alone; an unknown athlete has none', async () => {
  const { account, read } = await valor.caller({ recordings: 300 })
  const athlete = account.world().recordings[0]!.athleteId
  const own = account.world().recordings.filter(({ athleteId }) => athleteId === athlete)
  const { rows } = await walk(read, `?athleteID=${athlete}&limit=2`)
  expect(rows.map((row) => row['Session ID'])).toEqual(own.map(({ id }) => id))
  expect((await walk(read, '?athleteID=nobody')).rows).toEqual([])
})

test('a token is good for its own walk and for nothing else', async () => {
  const { read } = await valor.caller({ recordings: 60, evenPages: true })
  const { read: other } = await valor.caller({ recordings: 60, evenPages: true })
  const first = (await (await read('/sessions?limit=7&athleteID=', '')).json()) as Json
  const token = first['X-Continuation-Token'] as string
  expect((await read('/sessions?limit=7', token)).status).toBe(200)
  const forged = `${Buffer.from('[0,0]').toString('base64url')}.${token.split('.')[1]}`
  for (const refused of [
    await read('/sessions?limit=8', token),
    await read('/sessions', token),
    await read('/sessions?limit=7&athleteID=x', token),
    await other('/sessions?limit=7', token),
    await read('/sessions?limit=7', forged),
    await read('/sessions?limit=7', `${token}x`),
    await read('/sessions?limit=7', 'null'),
  ]) {
    expect(refused.status).toBe(400)
    expect(await refused.json()).toEqual({ message: 'Invalid continuation token.' })
  }
})

test.each([undefined, '', 'abc', 'null', '{}', '[""]', '7'])(
  'the header %j is no JSON text: 400',
  async (header) => {
    const { token } = await valor.caller({ recordings: 3 })
    const headers = new Headers({ Authorization: `Bearer ${token}` })
    if (header !== undefined) headers.set('X-Continuation-Token', header)
    const answer = await valor.routes.request('/sessions', { headers })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toHaveProperty('message', expect.stringContaining('X-Continuation-Token'))
  },
)

test('failures of one account: in the envelope, in HTTP, in the tokens, from a page on', async () => {
  const { account, read } = await valor.caller({ recordings: 60, evenPages: true })
  const page = async (at: string) => (await (await read('/sessions?limit=10', at)).json()) as Json
  const second = (await page(''))['X-Continuation-Token'] as string
  account.settings.faults = { sessions: 'status', from: 1 }
  expect(await page('')).toMatchObject({ statusCode: 200 })
  expect(await page(second)).toMatchObject({
    statusCode: 500,
    body: expect.stringContaining('message') as string,
  })

  account.settings.faults = { sessions: 'repeated-token' }
  expect((await page(second))['X-Continuation-Token']).toBe(second)

  account.settings.faults = { sessions: 'endless-empty', from: 1 }
  const seen = new Set([second])
  for (let at = second; seen.size < 20; seen.add(at)) {
    const empty = await page(at)
    expect(bodyOf(empty)).toEqual([])
    at = empty['X-Continuation-Token'] as string
    expect(seen).not.toContain(at)
  }

  account.settings.faults = { sessions: 'missing-ids' }
  const rows = bodyOf<Json[]>(await page(''))
  expect(rows.filter((row) => !('Session ID' in row))).toHaveLength(2)

  account.settings.faults = { sessions: 'wrong-shape' }
  expect(() => bodyOf<unknown>({ body: '[{"Session ID":' })).toThrow()
  expect((await page(''))['body']).toBe('[{"Session ID":')

  for (const [fault, status] of [
    ['unavailable', 503],
    ['throttled', 429],
  ] as const) {
    account.settings.faults = { sessions: fault, athletes: fault, ikData: fault, reportData: fault }
    const key = encodeURIComponent(account.world().recordings[0]!.s3Key)
    for (const path of ['/sessions', '/athletes', `/ikData?s3Key=${key}`, `/reportData?s3Key=${key}`]) {
      const answer = await read(path, '')
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([status, '1'])
    }
  }
})
