import { describe, expect, it } from 'vitest'
import type { Caller } from './permissions.ts'
import { canComment, changedComments, rebaseComments, sameComments } from './reportComments.ts'
import type { ReportComment, Session } from './session.ts'
import type { SessionSource } from './source.ts'

const comment = (key: string, text: Record<string, string>): ReportComment => ({ key, text })
const hip = comment('text_hip_angle', { en: 'Stiff', ru: 'Жёстко' })
const summary = comment('text_summary', { en: 'Even' })

describe('two readings of comments', () => {
  it('are the same in any order, of comments and of languages', () => {
    expect(sameComments([hip, summary], [summary, comment(hip.key, { ru: 'Жёстко', en: 'Stiff' })])).toBe(
      true,
    )
    expect(sameComments([], [])).toBe(true)
  })

  it.each<[string, ReportComment[], string[]]>([
    ['other words', [hip, comment('text_summary', { en: 'Uneven' })], ['text_summary']],
    ['another language', [comment(hip.key, { ...hip.text, no: 'Stiv' }), summary], ['text_hip_angle']],
    ['one language less', [comment(hip.key, { en: 'Stiff' }), summary], ['text_hip_angle']],
    ['one comment less', [hip], ['text_summary']],
    ['one more', [hip, summary, comment('grf', { '': 'High' })], ['grf']],
  ])('differ by %s', (_what, now, keys) => {
    expect(changedComments([hip, summary], now)).toEqual(keys)
    expect(sameComments([hip, summary], now)).toBe(false)
  })
})

describe('one’s own changes over somebody else’s', () => {
  it('keep what both did to different words', () => {
    const mine = [comment(hip.key, { en: 'Loose', ru: 'Жёстко' }), summary, comment('own', { en: 'Mine' })]
    const theirs = [comment(hip.key, { en: 'Stiff', ru: 'Мягко' }), summary, comment('grf', { '': 'High' })]
    expect(rebaseComments([hip, summary], mine, theirs)).toEqual([
      comment(hip.key, { en: 'Loose', ru: 'Мягко' }),
      summary,
      comment('grf', { '': 'High' }),
      comment('own', { en: 'Mine' }),
    ])
  })

  it('win where both changed the same words', () => {
    const mine = [comment('text_summary', { en: 'Mine' })]
    const theirs = [comment('text_summary', { en: 'Theirs' })]
    expect(rebaseComments([summary], mine, theirs)).toEqual(mine)
  })

  it('remove what was removed, and bring back what they removed and I changed', () => {
    expect(rebaseComments([hip, summary], [summary], [hip, summary])).toEqual([summary])
    const changed = comment('text_summary', { en: 'Changed' })
    expect(rebaseComments([hip, summary], [hip, changed], [hip])).toEqual([hip, changed])
  })
})

describe('who may comment', () => {
  const caller = (role: 'admin' | 'sub_admin' | null, plan: string | null = 'Pro'): Caller => ({
    user: { id: 'me', email: 'me@example.com', name: 'Me', role },
    membership: { role, plan, organization: 'O', name: 'Me' },
  })
  const takesRuns = { canWrite: ({ activity }: Session) => activity === 'Running' }
  const writable = { comments: takesRuns } as Partial<SessionSource> as SessionSource
  const readOnly = { comments: null } as Partial<SessionSource> as SessionSource
  const run = {
    uploadedBy: 'me',
    activity: 'Running',
    unreadable: [] as string[],
  } as Partial<Session> as Session
  const theirs = { ...run, uploadedBy: 'somebody' }

  it.each<[string, Caller, SessionSource, Session, ReturnType<typeof canComment>]>([
    ['an admin, on anybody’s run', caller('admin'), writable, theirs, true],
    ['a sub-admin, on their own upload', caller('sub_admin'), writable, run, true],
    ['a sub-admin, on somebody else’s', caller('sub_admin'), writable, theirs, 'not-your-upload'],
    ['an admin without a plan', caller('admin', null), writable, run, 'no-plan'],
    ['neither role', caller(null), writable, run, 'no-role'],
    ['on a jump', caller('admin'), writable, { ...run, activity: 'Vertical Jump' }, 'no-place'],
    [
      'on a record that cannot be read',
      caller('admin'),
      writable,
      { ...run, unreadable: ['title'] },
      'unreadable',
    ],
    ['where the source takes none', caller('admin'), readOnly, run, 'read-only'],
    ['while the organisation has not answered', { ...caller(null), membership: null }, writable, run, true],
  ])('%s', (_name, who, source, session, verdict) => {
    expect(canComment(who, source, session)).toBe(verdict)
  })
})
