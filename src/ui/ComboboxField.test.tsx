import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { ComboboxField } from './ComboboxField.tsx'
import type { ComboboxOption } from './matchOptions.ts'

const ATHLETES: ComboboxOption[] = [
  { value: 'a', label: 'Anna Sørli', hint: 'anna@club.example' },
  { value: 'b', label: 'Bo Berg', hint: 'bo@club.example' },
  { value: 'c', label: '<b>Cleo</b>', hint: null },
]

const field = () => screen.getByRole('combobox')
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)

describe('a field that nobody has touched yet', () => {
  function Resting({ start = null }: { start?: string | null }) {
    const [value, setValue] = useState<string | null>(start)
    return (
      <>
        <ComboboxField
          label="Athlete"
          options={ATHLETES}
          placeholder="Anyone"
          noOptionsText="Nobody matches"
          value={value}
          onChange={setValue}
        />
        <output>{value ?? 'none'}</output>
      </>
    )
  }

  it('opens at the first click, and keeps the focus', async () => {
    render(<Resting />)
    await userEvent.click(screen.getByRole('combobox', { name: 'Athlete' }))
    expect(await screen.findByRole('option', { name: /Anna/ })).toBeVisible()
    expect(field()).toHaveFocus()
    await userEvent.click(screen.getByRole('option', { name: /Anna/ }))
    expect(screen.getByRole('status')).toHaveTextContent('a')
  })

  it('keeps the words that were typed before its works were there', async () => {
    render(<Resting />)
    const resting = screen.getByRole<HTMLInputElement>('combobox', { name: 'Athlete' })
    resting.focus()
    fireEvent.input(resting, { target: { value: 'berg' } })
    expect(await screen.findByRole('option', { name: /Bo Berg/ })).toBeVisible()
    expect(options()).toHaveLength(1)
    expect(field()).toHaveFocus()
    expect(field()).toHaveValue('berg')
  })

  it('is reached by keyboard and opens by an arrow key', async () => {
    render(<Resting />)
    await userEvent.tab()
    expect(field()).toHaveFocus()
    await waitFor(() => expect(field()).toHaveAttribute('aria-expanded', 'false'))
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('{ArrowDown}')
    expect(await screen.findAllByRole('option')).toHaveLength(3)
  })

  it('shows what is chosen, with a way to clear it', async () => {
    render(<Resting start="b" />)
    expect(field()).toHaveValue('Bo Berg')
    await userEvent.click(await screen.findByRole('button', { name: 'Clear Athlete' }))
    expect(screen.getByRole('status')).toHaveTextContent('none')
  })
})
