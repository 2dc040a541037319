import { describe, expect, it } from 'vitest'
import type { Caller, Refusal } from './permissions.ts'
import { canAnalyze, canDelete, canEdit } from './permissions.ts'
import type { Session } from './session.ts'
import type { SessionSource } from './source.ts'

const caller = (role: 'admin' | 'sub_admin' | null, plan: string | null = 'Pro'): Caller => ({
  user: { id: 'me', email: 'me@example.com', name: 'Me', role },
  membership: { role, plan, organization: 'O', name: 'Me' },
})

const writable = { writer: {}, analyzedVideo: {} } as SessionSource
const readOnly = { writer: null, analyzedVideo: null } as SessionSource
const mine = { uploadedBy: 'me', unreadable: [] as string[] } as Session
const theirs = { ...mine, uploadedBy: 'somebody' }
const broken = { ...mine, unreadable: ['title'] }

type Verdict = true | Refusal

describe('who may do what', () => {
  it.each<[string, Caller, SessionSource, Session, Verdict, Verdict, Verdict]>([
    ['an admin, own upload', caller('admin'), writable, mine, true, true, true],
    ['an admin, somebody’s upload', caller('admin'), writable, theirs, true, true, true],
    ['an admin without a plan', caller('admin', null), writable, mine, 'no-plan', true, 'no-plan'],
    ['a sub-admin, own upload', caller('sub_admin'), writable, mine, true, true, true],
    [
      'a sub-admin, somebody’s upload',
      caller('sub_admin'),
      writable,
      theirs,
      'not-your-upload',
      'not-your-upload',
      true,
    ],
    ['neither role', caller(null), writable, mine, 'no-role', 'no-role', true],
    ['an unreadable record', caller('admin'), writable, broken, 'unreadable', true, true],
    ['a read-only source', caller('admin'), readOnly, mine, 'read-only', 'read-only', 'read-only'],
  ])('%s', (_name, who, source, session, edit, remove, analyze) => {
    expect(canEdit(who, source, session)).toBe(edit)
    expect(canDelete(who, source, session)).toBe(remove)
    expect(canAnalyze(who, source)).toBe(analyze)
  })

  it('is offered while the organisation has not answered yet', () => {
    const unknown = { user: caller(null).user, membership: null }
    expect(canEdit(unknown, writable, theirs)).toBe(true)
  })
})
