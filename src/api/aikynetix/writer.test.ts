import { describe, expect, it } from 'vitest'
import { AppError, ConflictError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { Http, Write } from '../http.ts'
import { mapSession } from './sessionMapping.ts'
import { createWriter } from './writer.ts'

const session = (title: string): Session =>
  mapSession(
    'id-1',
    { title, activity: 'Running', created_at: { date: '15/11/2026', time: '04:39 PM' } },
    { source: 'aikynetix', apiUrl: 'https://api.example' },
  )

/** One record on a server; `answer` decides what a write comes back as, after it was carried out or not. */
function server(
  stored: Session | null,
  answer: (write: Write<unknown>) => { done: boolean; error?: AppError },
) {
  const writes: Write<unknown>[] = []
  const http: Http = {
    read: () => Promise.reject(new Error('not used')),
    download: () => Promise.reject(new Error('not used')),
    send: (request) => {
      writes.push(request)
      const { done, error } = answer(request)
      if (done) {
        const title = (request.body as { title?: string } | undefined)?.title
        stored = request.method === 'DELETE' ? null : stored && { ...stored, title: title ?? stored.title }
      }
      return error ? Promise.reject(error) : Promise.resolve(request.parse({}))
    },
  }
  const writer = createWriter(http, () => Promise.resolve(new Map(stored ? [[stored.id, stored]] : [])))
  return { writer, writes }
}

const fine = () => ({ done: true })
const lost = (done: boolean) => () => ({ done, error: new AppError('unavailable', { outcomeUnknown: true }) })

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
})

describe('a deletion', () => {
  it('of what is already gone is done', async () => {
    const { writer } = server(null, () => ({ done: false, error: new AppError('not-found') }))
    await expect(writer.remove('id-1')).resolves.toBeUndefined()
  })

  it('whose answer was lost is done when the session is gone, and failed when it is still there', async () => {
    await expect(server(session('Old'), lost(true)).writer.remove('id-1')).resolves.toBeUndefined()
    await expect(server(session('Old'), lost(false)).writer.remove('id-1')).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })
})
