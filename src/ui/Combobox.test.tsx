import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Combobox } from './Combobox.tsx'
import type { ComboboxProps } from './ComboboxField.tsx'
import type { ComboboxOption } from './matchOptions.ts'

const ATHLETES: ComboboxOption[] = [
  { value: 'a', label: 'Anna Sørli', hint: 'anna@club.example' },
  { value: 'b', label: 'Bo Berg', hint: 'bo@club.example' },
  { value: 'c', label: '<b>Cleo</b>', hint: null },
]

type Props = Partial<ComboboxProps>

/** One choice, kept as a page keeps it; `chosen` reads it. */
function One({ start = null, ...props }: { start?: string | null } & Omit<Props, 'value' | 'onChange'>) {
  const [value, setValue] = useState<string | null>(start)
  return (
    <>
      <Combobox
        takeover={null}
        label="Athlete"
        options={ATHLETES}
        placeholder="Anyone"
        noOptionsText="Nobody matches"
        {...(props as object)}
        value={value}
        onChange={setValue}
      />
      <output>{value ?? 'none'}</output>
      <button type="button">Elsewhere</button>
    </>
  )
}

const STATES = ['Queued', 'Processing', 'Completed', 'Failed'].map((label) => ({ value: label, label }))

function Several({ start = [] }: { start?: string[] }) {
  const [values, setValues] = useState<readonly string[]>(start)
  return (
    <>
      <Combobox
        takeover={null}
        multiple
        label="Status"
        options={STATES}
        value={values}
        onChange={setValues}
        summary={values.join(', ')}
        placeholder="Any status"
        noOptionsText="No status matches"
      />
      <output>{values.join() || 'none'}</output>
    </>
  )
}

const field = () => screen.getByRole('combobox')
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)

/** What the keys would choose: the option that the field points at. */
const pointedAt = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')

describe('choosing one', () => {
  it('works by keyboard alone', async () => {
    render(<One />)
    const user = userEvent.setup()
    await user.tab()
    expect(field()).toHaveFocus()
    expect(field()).toHaveAccessibleName('Athlete')
    expect(field()).toHaveAttribute('aria-expanded', 'false')
    await user.keyboard('{ArrowDown}')
    expect(field()).toHaveAttribute('aria-expanded', 'true')
    expect(field()).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Athlete' }).id)
    expect(pointedAt()).toHaveTextContent('Anna Sørli')
    await user.keyboard('{ArrowDown}')
    expect(pointedAt()).toHaveTextContent('Bo Berg')
    await user.keyboard('{Enter}')
    expect(field()).toHaveValue('Bo Berg')
    expect(field()).toHaveFocus()
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(document.querySelector('output')).toHaveTextContent('b')
  })

  it('finds by typing, and Enter takes the first that matches', async () => {
    render(<One />)
    const user = userEvent.setup()
    await user.tab()
    await user.keyboard('sorli')
    expect(options()).toEqual(['Anna Sørli anna@club.example'])
    await user.keyboard('{Enter}')
    expect(field()).toHaveValue('Anna Sørli')
    expect(document.querySelector('output')).toHaveTextContent('a')
  })

  it('replaces the choice by what is typed over it, and keeps it when the typing is given up', async () => {
    render(<One start="a" />)
    const user = userEvent.setup()
    await user.click(field())
    await user.keyboard('bo')
    expect(options()).toEqual(['Bo Berg bo@club.example'])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(document.querySelector('output')).toHaveTextContent('a')
    await user.tab()
    expect(field()).toHaveValue('Anna Sørli')
  })

  it('is cleared by emptying the field', async () => {
    render(<One start="a" />)
    const user = userEvent.setup()
    await user.clear(field())
    expect(document.querySelector('output')).toHaveTextContent('none')
  })

  it('works by mouse: opening, choosing, clearing, and closing by a click elsewhere', async () => {
    render(<One />)
    const user = userEvent.setup()
    await user.click(field())
    await user.click(screen.getByRole('option', { name: /Bo Berg/ }))
    expect(field()).toHaveValue('Bo Berg')
    await user.click(screen.getByRole('button', { name: 'Clear Athlete' }))
    expect(field()).toHaveValue('')
    expect(field()).toHaveFocus()
    expect(document.querySelector('output')).toHaveTextContent('none')
    expect(screen.queryByRole('button', { name: 'Clear Athlete' })).toBeNull()
    await user.click(field())
    expect(screen.getByRole('listbox')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('says when nobody matches, and shows names as text', async () => {
    render(<One />)
    const user = userEvent.setup()
    await user.type(field(), 'cleo')
    expect(options()).toEqual(['<b>Cleo</b> '])
    await user.type(field(), 'x')
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(screen.getByText('Nobody matches')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(document.querySelector('output')).toHaveTextContent('none')
  })

  it('shows nothing for a value that it has no option for, and lets it be replaced', async () => {
    render(<One start="gone" />)
    const user = userEvent.setup()
    expect(field()).toHaveValue('')
    await user.click(field())
    expect(options()).toHaveLength(3)
    await user.click(screen.getByRole('option', { name: /Anna/ }))
    expect(document.querySelector('output')).toHaveTextContent('a')
  })
})

describe('options that come late', () => {
  it('are asked for on opening, may fail, and are tried again from the keyboard', async () => {
    const asked: string[] = []
    const props = { onOpen: () => asked.push('open'), onTryAgain: () => asked.push('again') }
    const { rerender } = render(<One {...props} options={[]} loading />)
    const user = userEvent.setup()
    await user.tab()
    expect(asked).toEqual([])
    await user.keyboard('an')
    expect(asked).toEqual(['open'])
    expect(screen.getByText('Loading…')).toBeInTheDocument()

    rerender(<One {...props} options={[]} error="The athletes could not be read." />)
    expect(screen.getByText('The athletes could not be read.')).toBeInTheDocument()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(asked).toEqual(['open', 'again'])
    expect(field()).toHaveFocus()

    rerender(<One {...props} options={[]} loading />)
    expect(screen.getByText('Loading…')).toBeInTheDocument()
    rerender(<One {...props} />)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
    expect(options()).toHaveLength(3)
  })

  it('appear in the open list, narrowed by what was typed meanwhile', async () => {
    const { rerender } = render(<One options={[]} loading />)
    const user = userEvent.setup()
    await user.type(field(), 'bo')
    rerender(<One />)
    expect(field()).toHaveValue('bo')
    expect(options()).toEqual(['Bo Berg bo@club.example'])
    await user.keyboard('{Enter}')
    expect(document.querySelector('output')).toHaveTextContent('b')
  })

  it('give a value that was there before them its name', () => {
    const { rerender } = render(<One start="a" options={[{ value: 'a', label: '…' }]} />)
    expect(field()).toHaveValue('…')
    rerender(<One start="a" />)
    expect(field()).toHaveValue('Anna Sørli')
  })

  it('leave the button by Escape for the field, and by Tab for what follows', async () => {
    render(<One options={[]} error="It failed." onTryAgain={() => undefined} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.tab()
    await user.keyboard('{Escape}')
    expect(field()).toHaveFocus()
    expect(screen.queryByText('It failed.')).toBeNull()
    await user.keyboard('{ArrowDown}')
    await user.tab()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus()
    expect(screen.queryByText('It failed.')).toBeNull()
  })
})

describe('choosing several', () => {
  it('keeps the list open, marks what is chosen, and reads as its summary when left', async () => {
    render(<Several />)
    const user = userEvent.setup()
    await user.click(field())
    const list = screen.getByRole('listbox', { name: 'Status' })
    expect(list).toHaveAttribute('aria-multiselectable', 'true')
    await user.click(within(list).getByRole('option', { name: 'Failed' }))
    await user.click(within(list).getByRole('option', { name: 'Queued' }))
    expect(within(list).getByRole('option', { name: 'Failed' })).toHaveAttribute('aria-selected', 'true')
    expect(within(list).getByRole('option', { name: 'Completed' })).toHaveAttribute('aria-selected', 'false')
    expect(field()).toHaveAccessibleDescription('Failed, Queued')
    await user.tab()
    expect(screen.queryByRole('listbox')).toBeNull()
    expect(field()).toHaveValue('Failed, Queued')
  })

  it('works by keyboard alone: typing, toggling, and Backspace for the last one', async () => {
    render(<Several />)
    const user = userEvent.setup()
    await user.tab()
    await user.keyboard('fai{Enter}')
    await user.keyboard('pro{Enter}')
    expect(document.querySelector('output')).toHaveTextContent('Failed,Processing')
    await user.keyboard('{Backspace}')
    expect(document.querySelector('output')).toHaveTextContent('Failed')
    await user.keyboard('failed{Enter}')
    expect(document.querySelector('output')).toHaveTextContent('none')
  })

  it('is cleared at once', async () => {
    render(<Several start={['Failed', 'Queued']} />)
    const user = userEvent.setup()
    expect(field()).toHaveValue('Failed, Queued')
    await user.click(screen.getByRole('button', { name: 'Clear Status' }))
    expect(document.querySelector('output')).toHaveTextContent('none')
  })
})

it('draws fifty of five thousand and says how many more there are', async () => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => ({
    value: String(index),
    label: `Runner ${index}`,
  }))
  render(<One options={crowd} />)
  const user = userEvent.setup()
  await user.click(field())
  expect(options()).toHaveLength(50)
  expect(screen.getByText('… and 4950 more: type to narrow')).toBeInTheDocument()
  await user.keyboard('runner 499')
  // 4990 to 4999, and 499, 1499 and so on to 4499.
  expect(options()).toHaveLength(15)
  expect(screen.queryByText(/more: type to narrow/)).toBeNull()
})
