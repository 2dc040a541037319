import { describe, expect, it } from 'vitest'
import { AppError, ConflictError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import { versionOf } from '../../domain/sessionVersion.ts'
import type { Http, Write } from '../http.ts'
import { mapSession } from './sessionMapping.ts'
import { createWriter } from './writer.ts'

const session = (title: string): Session =>
  mapSession(
    'id-1',
    { title, activity: 'Running', created_at: { date: '15/11/2026', time: '04:39 PM' } },
    { source: 'aikynetix', apiUrl: 'https://api.example' },
  )

/**
 * One record on a server; `answer` decides what a write comes back as, after it was carried out or not. After a write
 * nothing can be read any more when it is `cut`.
 */
function server(
  stored: Session | null,
  answer: (write: Write<unknown>) => { done: boolean; error?: AppError; cut?: boolean },
) {
  const writes: Write<unknown>[] = []
  let unreachable = false
  const http: Http = {
    read: () => Promise.reject(new Error('not used')),
    download: () => Promise.reject(new Error('not used')),
    send: (request) => {
      writes.push(request)
      const { done, error, cut = false } = answer(request)
      unreachable = cut
      if (done) {
        const title = (request.body as { title?: string } | undefined)?.title
        stored = request.method === 'DELETE' ? null : stored && { ...stored, title: title ?? stored.title }
      }
      return error ? Promise.reject(error) : Promise.resolve(request.parse({}))
    },
  }
  const writer = createWriter(http, () =>
    unreachable
      ? Promise.reject(new AppError('offline'))
      : Promise.resolve(new Map(stored ? [[stored.id, stored]] : [])),
  )
  return { writer, writes, reach: () => (unreachable = false) }
}

const fine = () => ({ done: true })
const noAnswer = new AppError('unavailable', { outcomeUnknown: true })
const lost = (done: boolean) => () => ({ done, error: noAnswer })
const lostForGood = () => ({ done: true, error: noAnswer, cut: true })
const aborted = () => {
  const control = new AbortController()
  control.abort()
  return control.signal
}

describe('an update', () => {
  it('writes what was changed, in the API’s own form', async () => {
    const { writer, writes } = server(session('Old'), fine)
    await writer.update(session('Old'), { title: 'New', recordedAt: '2026-03-02T16:39' })
    expect(writes).toHaveLength(1)
    expect(writes[0]).toMatchObject({
      method: 'PUT',
      path: '/session-management/sessions/id-1',
      body: { title: 'New', created_at: '2026-03-02 16:39:00' },
    })
  })

  it('stops before somebody else’s change and shows it', async () => {
    const { writer, writes } = server(session('Theirs'), fine)
    const error = await writer.update(session('Old'), { title: 'Mine' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConflictError)
    expect((error as ConflictError).latest.title).toBe('Theirs')
    expect(writes).toHaveLength(0)
  })

  it('says that a session which is gone is gone', async () => {
    const { writer } = server(null, fine)
    await expect(writer.update(session('Old'), { title: 'New' })).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('looks, when the answer was lost, whether the write arrived', async () => {
    const arrived = server(session('Old'), lost(true))
    await expect(arrived.writer.update(session('Old'), { title: 'New' })).resolves.toMatchObject({
      title: 'New',
    })
    const lostOnTheWay = server(session('Old'), lost(false))
    const error = await lostOnTheWay.writer.update(session('Old'), { title: 'New' }).catch((e: unknown) => e)
    expect(error).toMatchObject({ kind: 'unavailable', outcomeUnknown: false })
    expect(lostOnTheWay.writes).toHaveLength(1)
  })

  it('whose answer was lost stays unknown when nobody can look either', async () => {
    const { writer, writes, reach } = server(session('Old'), lostForGood)
    await expect(writer.update(session('Old'), { title: 'New' })).rejects.toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: true,
    })
    reach()
    const again = writer.update(session('Old'), { title: 'New' })
    await expect(again, 'a second try finds its own title').resolves.toMatchObject({ title: 'New' })
    expect(writes).toHaveLength(1)
    const later = { ...session('Old'), recordedAt: '2026-11-15T16:40' }
    await expect(writer.update(later, { title: 'New' }), 'and not what else has changed').rejects.toThrow(
      ConflictError,
    )
  })

  it('that nobody wants any more is not sent', async () => {
    const { writer, writes } = server(session('Old'), fine)
    await expect(writer.update(session('Old'), { title: 'New' }, aborted())).rejects.toMatchObject({
      kind: 'aborted',
    })
    expect(writes).toHaveLength(0)
  })
})

describe('a deletion', () => {
  const old = versionOf(session('Old'))

  it('is sent once', async () => {
    const { writer, writes } = server(session('Old'), fine)
    await expect(writer.remove(old)).resolves.toBe('removed')
    expect(writes).toMatchObject([{ method: 'DELETE', path: '/session-management/sessions/id-1' }])
  })

  it('of what is already gone is done, and nothing is sent', async () => {
    const { writer, writes } = server(null, fine)
    await expect(writer.remove(old)).resolves.toBe('gone')
    expect(writes).toHaveLength(0)
  })

  it('of what goes between the look and the request is done too', async () => {
    const { writer } = server(session('Old'), () => ({ done: false, error: new AppError('not-found') }))
    await expect(writer.remove(old)).resolves.toBe('gone')
  })

  it.each<[string, Partial<Session>]>([
    ['the title', { title: 'Theirs' }],
    ['the time', { recordedAt: '2026-11-15T16:40' }],
    ['the athlete', { athlete: { id: 'somebody else', name: '' } }],
    ['the processing state', { status: 'processing' }],
    ['a report comment', { comments: [{ key: 'power', text: { en: 'Strong' } }] }],
    ['that there is an analyzed video now', { analyzedVideoUrl: 'https://videos.example/a.mp4' }],
  ])('stops before somebody else’s change of %s and shows it', async (_what, change) => {
    const theirs = { ...session('Old'), ...change }
    const { writer, writes } = server(theirs, fine)
    const error = await writer.remove(old).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConflictError)
    expect((error as ConflictError).latest).toEqual(theirs)
    expect(writes).toHaveLength(0)
    await expect(writer.remove(versionOf(theirs))).resolves.toBe('removed')
  })

  it('minds no address that was signed anew', async () => {
    const signed = (by: string) => ({ ...session('Old'), analyzedVideoUrl: `https://v.example/a?sig=${by}` })
    await expect(server(signed('b'), fine).writer.remove(versionOf(signed('a')))).resolves.toBe('removed')
  })

  it('whose answer was lost is done when the session is gone, and failed when it is still there', async () => {
    await expect(server(session('Old'), lost(true)).writer.remove(old)).resolves.toBe('removed')
    await expect(server(session('Old'), lost(false)).writer.remove(old)).rejects.toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: false,
    })
  })

  it('whose answer was lost stays unknown when nobody can look either', async () => {
    await expect(server(session('Old'), lostForGood).writer.remove(old)).rejects.toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: true,
    })
  })

  it('can be given up until it is sent, and an update too', async () => {
    const { writer, writes } = server(session('Old'), fine)
    const { signal } = new AbortController()
    await writer.update(session('Old'), { title: 'Old' }, signal)
    await writer.remove(old, signal)
    expect(writes.map(({ unsent }) => unsent)).toEqual([signal, signal])
    expect(writes.map((write) => write.signal)).toEqual([undefined, undefined])
  })

  it('that nobody wants any more is not sent', async () => {
    const { writer, writes } = server(session('Old'), fine)
    await expect(writer.remove(old, aborted())).rejects.toMatchObject({ kind: 'aborted' })
    expect(writes).toHaveLength(0)
  })
})
