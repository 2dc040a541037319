import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { comment, showComments, writeButton } from './testComments.tsx'

describe('the report comments', () => {
  it('stand under what they are about, as text, in the language chosen', async () => {
    showComments({
      comments: [
        comment('text_knee_ankle', { ru: 'Колено', en: 'Knee <b>bends</b>' }),
        comment('text_something_new', { '': 'No language' }),
        comment('__proto__', { en: 'Odd key' }),
      ],
    })
    expect(screen.getByText('Knee and ankle')).toBeInTheDocument()
    expect(screen.getByText('Something new')).toBeInTheDocument()
    expect(screen.getByText('Knee <b>bends</b>')).toHaveAttribute('lang', 'en')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Russian')
    expect(screen.getByText('Колено')).toBeInTheDocument()
    expect(screen.getByText('No language')).toBeInTheDocument()
    expect(screen.getByText('Odd key')).toBeInTheDocument()
  })

  it('offer no choice of language where there is one, and take a code that is none', () => {
    showComments({ comments: [comment('grf', { 'not a code!': 'High' })] })
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.getByText('High')).not.toHaveAttribute('lang')
  })

  it('take a code that looks like a language and is none', () => {
    showComments({ comments: [comment('grf', { en: 'High', 'en-a1': 'Odd' })] })
    expect(screen.getByRole('option', { name: 'en-a1' })).toBeInTheDocument()
  })

  it('say so when there are none', () => {
    showComments({ comments: [] })
    expect(screen.getByText('There are no comments on this session.')).toBeInTheDocument()
  })
})

describe('writing them', () => {
  it.each([
    ['a plan is missing', { membership: { plan: null } }, /paid plan/],
    [
      'it is somebody else’s upload',
      { membership: { role: 'sub_admin' as const }, session: { uploadedBy: 'u2' } },
      /Only an admin/,
    ],
    ['the account has no role', { membership: { role: null } }, /neither admin nor sub-admin/],
    ['it is not a run', { session: { activity: 'Vertical Jump' } }, /running sessions only/],
    ['the record cannot be read', { session: { unreadable: ['title'] } }, /cannot be read in full/],
  ])('is off, and says why, when %s', async (_why, shown, reason) => {
    showComments({ comments: [], ...shown })
    expect(writeButton()).toHaveAccessibleDescription(reason)
    await userEvent.click(writeButton())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is not there where the source takes none', () => {
    showComments({ comments: [], source: { comments: null } })
    expect(screen.queryByRole('button', { name: 'Write comments' })).toBeNull()
  })
})
