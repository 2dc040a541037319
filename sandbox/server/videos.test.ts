import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mediaSeries } from '../media/series.ts'
import { analysisJobs, sessions } from '../store/schema.ts'
import { createAnalysisJobs } from './analysisJobs.ts'
import { CONSOLE, openTestApi, type TestApi, type TestOrganization } from './testing/testApi.ts'

let api: TestApi
let org: TestOrganization
let id: string
beforeAll(async () => {
  api = await openTestApi()
})
beforeEach(async () => {
  org = await api.organization(12, { faults: true })
  const row = (await org.rows()).find(
    (candidate) => candidate.fault === null && candidate.status === 'completed',
  )!
  id = row.id
})
afterAll(() => api.close())

const videoPath = (session: string) => `/session-management/sessions/${session}/analyzed-video/`
const notAnalyzed = () => api.database.update(sessions).set({ analyzed: false }).where(eq(sessions.id, id))
const address = async (query = '') => {
  const answer = await org.request('admin', 'GET', videoPath(id) + query)
  return ((await answer.json()) as { analyzed_video_url: string }).analyzed_video_url
}
const failure = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { error: string }).error,
]

describe('making the analyzed video', () => {
  test('goes through queued and processing; a second call waits for the same job', async () => {
    await notAnalyzed()
    const first = org.request('admin', 'POST', videoPath(id), { is_jump: false })
    await api.clock.waiting(1)
    expect((await org.row(id))?.status).toBe('queued')
    const second = org.request('coach', 'GET', videoPath(id))
    api.clock.pass(1000)
    await api.clock.waiting(1)
    expect((await org.row(id))?.status).toBe('processing')
    api.clock.pass(2000)
    for (const answer of await Promise.all([first, second])) {
      expect(answer.status).toBe(200)
      expect(await answer.json()).toHaveProperty(
        'analyzed_video_url',
        expect.stringContaining(`/media/${id}/analyzed.mp4?`),
      )
    }
    expect(await org.row(id)).toMatchObject({ status: 'completed', analyzed: true })
    expect(await failure(await org.request('admin', 'POST', videoPath(id)))).toEqual([
      400,
      'Video already analyzed',
    ])
  })

  test('a failed one leaves `failed` and may be asked again', async () => {
    id = (await org.faulty('analysis fails')).id
    for (let round = 0; round < 2; round++) {
      const asked = org.request('admin', 'POST', videoPath(id), {})
      await api.clock.waiting(1)
      api.clock.pass(1000)
      await api.clock.waiting(1)
      api.clock.pass(2000)
      expect((await asked).status).toBe(404)
      expect((await org.row(id))?.status).toBe('failed')
    }
  })

  test('deleting the session ends whoever waits', async () => {
    await notAnalyzed()
    const asked = org.request('admin', 'POST', videoPath(id), {})
    await api.clock.waiting(1)
    expect((await org.request('admin', 'DELETE', `/session-management/sessions/${id}`)).status).toBe(200)
    expect(await failure(await asked)).toEqual([404, `Session ${id} not found`])
  })

  test('a restart goes on with a job that the process before it left', async () => {
    await notAnalyzed()
    const asked = org.request('admin', 'POST', videoPath(id), {})
    await api.clock.waiting(1)
    await api.jobs.stop()
    expect((await asked).status).toBe(503)
    const restarted = createAnalysisJobs(api.database, api.clock, { queuedMs: 1000, processingMs: 2000 }, 3)
    await restarted.resume()
    const outcome = restarted.analyze((await org.row(id))!)
    await api.clock.waiting(1)
    api.clock.pass(1000)
    await api.clock.waiting(1)
    api.clock.pass(2000)
    expect(await outcome).toBe('made')
    expect(await org.row(id)).toMatchObject({ status: 'completed', analyzed: true })
    expect(await api.database.select().from(analysisJobs)).toEqual([])
  })

  test.each([
    ['POST', { is_jump: 'yes' }],
    ['POST', { is_weight: 1 }],
    ['POST', []],
    ['GET', 'is_jump=maybe'],
  ])('%s %j is refused', async (method, given) => {
    const path = videoPath(id) + (method === 'GET' ? `?${given as string}` : '')
    expect((await org.request('admin', method, path, method === 'GET' ? undefined : given)).status).toBe(400)
  })
})

describe('signed addresses', () => {
  test('give the file whole, in part and by its head, to the console too', async () => {
    const url = await address()
    const whole = await api.app.request(url, { headers: { Origin: CONSOLE } })
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(whole.status).toBe(200)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(String.fromCharCode(...bytes.slice(4, 8))).toBe('ftyp')
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(bytes.length),
      'accept-ranges': 'bytes',
      'access-control-allow-origin': CONSOLE,
      'cross-origin-resource-policy': 'cross-origin',
    })
    const size = bytes.length
    for (const [range, first, last] of [
      ['0-99', 0, 99],
      ['-100', size - 100, size - 1],
      [`${size - 5}-`, size - 5, size - 1],
      [`10-${size * 2}`, 10, size - 1],
    ] as const) {
      const part = await api.app.request(url, { headers: { Range: `bytes=${range}` } })
      expect([part.status, part.headers.get('Content-Range')]).toEqual([
        206,
        `bytes ${first}-${last}/${size}`,
      ])
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(first, last + 1))
    }
    const outside = await api.app.request(url, { headers: { Range: `bytes=${size}-` } })
    expect([outside.status, outside.headers.get('Content-Range')]).toEqual([416, `bytes */${size}`])
    const head = await api.app.request(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([
      200,
      String(size),
      '',
    ])
  })

  test('know their version: 304 for a copy that is current, the whole file for a part of an old one', async () => {
    const url = await address()
    const etag = (await api.app.request(url, { method: 'HEAD' })).headers.get('ETag')!
    expect((await api.app.request(url, { headers: { 'If-None-Match': `"x", ${etag}` } })).status).toBe(304)
    for (const [version, status] of [
      [etag, 206],
      ['"old"', 200],
    ] as const) {
      const answer = await api.app.request(url, { headers: { Range: 'bytes=0-9', 'If-Range': version } })
      await answer.arrayBuffer()
      expect(answer.status).toBe(status)
    }
  })

  test('expire, also in the middle of watching', async () => {
    const url = await address()
    api.clock.pass(899_000)
    expect((await api.app.request(url, { method: 'HEAD' })).status).toBe(200)
    api.clock.pass(2_000)
    expect(await failure(await api.app.request(url))).toEqual([403, 'The address of this video has expired.'])
  })

  test.each([
    ['another signature', (url: string) => url.replace(/signature=./, 'signature=x')],
    ['no signature', (url: string) => url.replace(/&?signature=\w+/, '')],
    ['a later end', (url: string) => url.replace(/expires=\d/, 'expires=9')],
    ['another video', (url: string) => url.replace('analyzed.mp4', 'original.mp4')],
    [
      'another session',
      (url: string) =>
        url.replace(
          id,
          org.ids.find((other) => other !== id)!,
        ),
    ],
    ['a download nobody signed', (url: string) => `${url}&download=1`],
  ])('are void with %s', async (_, change) => {
    expect((await failure(await api.app.request(change(await address()))))[0]).toBe(403)
  })

  test('of a deleted session lead nowhere', async () => {
    const url = await address()
    await api.database.delete(sessions).where(eq(sessions.id, id))
    expect((await api.app.request(url)).status).toBe(404)
  })

  test('force a download under a name made from title and day', async () => {
    await api.database
      .update(sessions)
      .set({ title: 'Étape "2"/Ж:\n*🏃', createdAt: '2026-03-02 10:00:00' })
      .where(eq(sessions.id, id))
    const answer = await api.app.request(await address('?download=true'), { method: 'HEAD' })
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="2026-03-02 Etape 2 _ __.mp4"; filename*=UTF-8''2026-03-02%20%C3%89tape%202%20%D0%96%20%F0%9F%8F%83.mp4`,
    )
  })

  test('of the faulty sessions are expired or no video', async () => {
    const answered = async (fault: 'video address always expired' | 'video is not a video') => {
      id = (await org.faulty(fault)).id
      return api.app.request(await address())
    }
    expect((await answered('video address always expired')).status).toBe(403)
    const page = await answered('video is not a video')
    expect([page.status, page.headers.get('Content-Type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
  })
})

describe('series', () => {
  test('have one angle per frame and as many jumps as the session has segments', async () => {
    const many = await api.organization(60)
    const paths = {
      Running: 'running',
      'Vertical Jump': 'jumping',
      Weightlifting: 'weightlifting',
      'Mobility Assessment': 'mobility-assessment',
    }
    for (const [activity, path] of Object.entries(paths)) {
      const row = (await many.rows()).find(
        (candidate) => candidate.activity === activity && candidate.status === 'completed',
      )!
      const answer = await many.request('coach', 'GET', `/${path}/sessions/${row.id}/`)
      const series = (await answer.json()) as {
        segments: number
        all_timestamps: number[]
        angles: Record<string, number[]>
        end_frames?: number[]
      }
      expect(series.angles['lkne_angle']).toHaveLength(series.all_timestamps.length)
      if (activity === 'Vertical Jump') expect(series.end_frames).toHaveLength(series.segments)
      for (const other of Object.values(paths)) {
        if (other !== path)
          expect((await many.request('coach', 'GET', `/${other}/sessions/${row.id}/`)).status).toBe(404)
      }
    }
    expect(mediaSeries('jumping').segments).toBeGreaterThan(1)
  })

  test('of the faulty session break off', async () => {
    const { id: broken } = await org.faulty('series are broken')
    const answer = await org.request('admin', 'GET', `/running/sessions/${broken}/`)
    expect(answer.status).toBe(200)
    await expect(answer.json()).rejects.toThrow(SyntaxError)
  })
})
