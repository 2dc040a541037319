import { describe, expect, it } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { CommentsConflictError } from '../../domain/reportComments.ts'
import type { ReportComment } from '../../domain/session.ts'
import type { Http, Write } from '../http.ts'
import { createReportComments } from './reportComments.ts'
import { mapComments } from './sessionMapping.ts'

type Stored = Record<string, unknown> | null

const none = new AppError('not-found', { serverText: 'Comments not found' })
const lost = new AppError('unavailable', { outcomeUnknown: true })

/** The comments of one session on a server; `answer` says whether a write is carried out and what comes back of it. */
function server(
  stored: Stored,
  answer: () => { done: boolean; error?: AppError; cut?: boolean } = () => ({ done: true }),
) {
  const writes: Write<unknown>[] = []
  let unreachable = false
  const reach = () => {
    unreachable = false
  }
  const http: Http = {
    download: () => Promise.reject(new Error('not used')),
    read: (request) => {
      if (unreachable) return Promise.reject(new AppError('offline'))
      return stored
        ? Promise.resolve(request.parse(JSON.parse(JSON.stringify(stored))))
        : Promise.reject(none)
    },
    send: (request) => {
      writes.push(request)
      const { done, error, cut = false } = answer()
      unreachable = cut
      if (done) stored = request.method === 'DELETE' ? null : (request.body as Stored)
      return error ? Promise.reject(error) : Promise.resolve(request.parse({}))
    },
  }
  const before = { id: 'a b', comments: mapComments(stored) }
  return { comments: createReportComments(http), before, writes, stored: () => stored, reach }
}

const english = (words: string): ReportComment[] => [{ key: 'text_summary', text: { en: words } }]

describe('saving report comments', () => {
  it('writes the whole object once, at the session’s own address', async () => {
    const { comments, before, writes } = server({ text_summary: { en: 'Old', ru: 'Старое' } })
    const wanted = [
      { key: 'text_summary', text: { en: 'New', ru: 'Старое' } },
      { key: 'own', text: { '': 'Plain' } },
    ]
    await expect(comments.save(before, wanted)).resolves.toEqual(wanted)
    expect(writes).toMatchObject([
      {
        method: 'POST',
        path: '/running/sessions/a%20b/report-comments/',
        body: { text_summary: { en: 'New', ru: 'Старое' }, own: 'Plain' },
      },
    ])
  })

  it('keeps the form a comment had, and everything that is no comment', async () => {
    const { comments, before, stored } = server({
      plain: 'Without a language',
      unnamed: { '': 'In an object' },
      beside: { en: 'Words', seen: 3, marks: ['a'] },
      dropped: { en: 'Words', seen: 4 },
      gone: 'Gone',
      pictures: [1, 2],
      empty: '',
      nothing: null,
    })
    const kept = before.comments.filter(({ key }) => key !== 'dropped' && key !== 'gone')
    await comments.save(before, kept)
    expect(stored()).toEqual({
      plain: 'Without a language',
      unnamed: { '': 'In an object' },
      beside: { en: 'Words', seen: 3, marks: ['a'] },
      dropped: { seen: 4 },
      pictures: [1, 2],
      empty: '',
      nothing: null,
    })
  })

  it('takes keys that programs trip over for what they are', async () => {
    const { comments, before, stored } = server(null)
    await comments.save(before, [{ key: '__proto__', text: Object.fromEntries([['__proto__', 'Odd']]) }])
    expect(JSON.stringify(stored())).toBe('{"__proto__":{"__proto__":"Odd"}}')
  })

  it('stops before somebody else’s change and shows it', async () => {
    const { comments, writes } = server({ text_summary: { en: 'Theirs' } })
    const error = await comments
      .save({ id: 'a b', comments: english('Old') }, english('Mine'))
      .catch((e: unknown) => e)
    expect(error).toBeInstanceOf(CommentsConflictError)
    expect((error as CommentsConflictError).latest).toEqual(english('Theirs'))
    expect(writes).toHaveLength(0)
  })

  it('finds no comments where there are none, and no session where there is none', async () => {
    await expect(server(null).comments.read('x')).resolves.toEqual([])
    const http = {
      read: () => Promise.reject(new AppError('not-found', { serverText: 'Session x not found' })),
    }
    const gone = createReportComments(http as Partial<Http> as Http)
    await expect(gone.read('x')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('looks, when the answer was lost, whether it arrived', async () => {
    const arrived = server({ text_summary: { en: 'Old' } }, () => ({ done: true, error: lost }))
    await expect(arrived.comments.save(arrived.before, english('New'))).resolves.toEqual(english('New'))
    const onTheWay = server({ text_summary: { en: 'Old' } }, () => ({ done: false, error: lost }))
    await expect(onTheWay.comments.save(onTheWay.before, english('New'))).rejects.toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: false,
    })
    expect(onTheWay.writes).toHaveLength(1)
    const nobodyLooks = server({ text_summary: { en: 'Old' } }, () => ({
      done: true,
      error: lost,
      cut: true,
    }))
    await expect(nobodyLooks.comments.save(nobodyLooks.before, english('New'))).rejects.toMatchObject({
      kind: 'unavailable',
      outcomeUnknown: true,
    })
    nobodyLooks.reach()
    await expect(
      nobodyLooks.comments.save(nobodyLooks.before, english('New')),
      'a second try finds its own words',
    ).resolves.toEqual(english('New'))
    expect(nobodyLooks.writes).toHaveLength(1)
    const other = nobodyLooks.comments.save(nobodyLooks.before, english('Another'))
    await expect(other, 'and no others').rejects.toBeInstanceOf(CommentsConflictError)
  })

  it('says the server’s refusal as it is', async () => {
    const { comments, before } = server({}, () => ({ done: false, error: new AppError('forbidden-plan') }))
    await expect(comments.save(before, english('New'))).rejects.toMatchObject({ kind: 'forbidden-plan' })
  })
})

describe('deleting report comments', () => {
  it('is sent once, and done when they are gone already', async () => {
    const { comments, before, writes, stored } = server({ text_summary: 'Old' })
    await comments.remove(before)
    expect(stored()).toBeNull()
    expect(writes).toMatchObject([{ method: 'DELETE', path: '/running/sessions/a%20b/report-comments/' }])
    const gone = server({ text_summary: 'Old' }, () => ({ done: false, error: none }))
    await expect(gone.comments.remove(gone.before)).resolves.toBeUndefined()
    const goneBefore = server({ pictures: [1] })
    await expect(goneBefore.comments.remove({ id: 'a b', comments: english('Old') })).resolves.toBeUndefined()
    expect(goneBefore.writes).toEqual([])
  })

  it('leaves what is no comment', async () => {
    const { comments, before, writes, stored } = server({
      text_summary: { en: 'Old', seen: 3 },
      plain: 'Old',
      rating: 4,
    })
    await comments.remove(before)
    expect(stored()).toEqual({ text_summary: { seen: 3 }, rating: 4 })
    expect(writes).toMatchObject([{ method: 'POST' }])
  })

  it('takes what says nothing with it', async () => {
    const { comments, before, stored } = server({ plain: 'Old', empty: '', none: null, bare: { en: '' } })
    await comments.remove(before)
    expect(stored()).toBeNull()
  })

  it('stops before somebody else’s change', async () => {
    const { comments, writes } = server({ text_summary: { en: 'Theirs' } })
    await expect(comments.remove({ id: 'x', comments: english('Old') })).rejects.toBeInstanceOf(
      CommentsConflictError,
    )
    expect(writes).toHaveLength(0)
  })

  it('looks, when the answer was lost', async () => {
    const arrived = server({ text_summary: 'Old' }, () => ({ done: true, error: lost }))
    await expect(arrived.comments.remove(arrived.before)).resolves.toBeUndefined()
    const onTheWay = server({ text_summary: 'Old' }, () => ({ done: false, error: lost }))
    await expect(onTheWay.comments.remove(onTheWay.before)).rejects.toMatchObject({ outcomeUnknown: false })
  })
})
