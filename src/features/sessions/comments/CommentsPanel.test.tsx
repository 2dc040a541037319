import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { CommentsPanel } from './CommentsPanel.tsx'

describe('the report comments', () => {
  it('stand under what they are about, as text, in the language chosen', async () => {
    render(
      <CommentsPanel
        comments={[
          { key: 'text_knee_ankle', text: { ru: 'Колено', en: 'Knee <b>bends</b>' } },
          { key: 'text_something_new', text: { '': 'No language' } },
          { key: '__proto__', text: { en: 'Odd key' } },
        ]}
      />,
    )
    expect(screen.getByText('Knee and ankle')).toBeInTheDocument()
    expect(screen.getByText('Something new')).toBeInTheDocument()
    expect(screen.getByText('Knee <b>bends</b>')).toHaveAttribute('lang', 'en')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Russian')
    expect(screen.getByText('Колено')).toBeInTheDocument()
    expect(screen.getByText('No language')).toBeInTheDocument()
    expect(screen.getByText('Odd key')).toBeInTheDocument()
  })

  it('offer no choice of language where there is one, and take a code that is none', () => {
    render(<CommentsPanel comments={[{ key: 'grf', text: { 'not a code!': 'High' } }]} />)
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.getByText('High')).not.toHaveAttribute('lang')
  })

  it('take a code that looks like a language and is none', () => {
    render(<CommentsPanel comments={[{ key: 'grf', text: { en: 'High', 'en-a1': 'Odd' } }]} />)
    expect(screen.getByRole('option', { name: 'en-a1' })).toBeInTheDocument()
  })

  it('say so when there are none', () => {
    render(<CommentsPanel comments={[]} />)
    expect(screen.getByText('There are no comments on this session.')).toBeInTheDocument()
  })
})
