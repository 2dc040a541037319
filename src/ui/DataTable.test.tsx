import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { DataTable } from './DataTable.tsx'
import type { Column } from './DataTable.tsx'

type Row = { id: string }

const COLUMNS: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 100, cell: ({ id }) => <a href={`/${id}`}>{id}</a> },
]

const table = (ids: readonly string[]) => (
  <DataTable label="Rows" columns={COLUMNS} rows={ids.map((id) => ({ id }))} placeholders={0} />
)
const shown = () => screen.getAllByRole('link').map(({ textContent }) => textContent)

it('fills the elements of the last page with the next one', () => {
  const { rerender } = render(table(['a', 'b', 'c']))
  const before = screen.getAllByRole('link')
  rerender(table(['d', 'e', 'f']))
  expect(shown()).toEqual(['d', 'e', 'f'])
  expect(screen.getAllByRole('link')).toEqual(before)
})

it('keeps a row’s own element, and the focus in it, when rows come and go around it', async () => {
  const { rerender } = render(table(['a', 'b', 'c']))
  await userEvent.tab()
  await userEvent.tab()
  expect(screen.getByRole('link', { name: 'b' })).toHaveFocus()
  rerender(table(['new', 'a', 'b', 'c']))
  expect(shown()).toEqual(['new', 'a', 'b', 'c'])
  expect(screen.getByRole('link', { name: 'b' })).toHaveFocus()
  rerender(table(['b']))
  expect(screen.getByRole('link', { name: 'b' })).toHaveFocus()
})

it('shows the right rows through any number of changes', () => {
  const { rerender } = render(table([]))
  const pages = ['abcdefgh', 'gh', 'hxyzg', 'abcde', 'edcba', 'e', 'efghijklmn', 'nmlk', 'abcdefghijklmn']
  for (const page of pages) {
    rerender(table([...page]))
    expect(shown()).toEqual([...page])
  }
})

describe('rows that can be selected', () => {
  function Selectable({ onToggle }: { onToggle: (id: string, range: boolean) => void }) {
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['b']))
    const ids = ['a', 'b', 'c']
    return (
      <DataTable
        label="Rows"
        columns={COLUMNS}
        rows={ids.map((id) => ({ id }))}
        placeholders={0}
        selection={{
          selected,
          label: ({ id }) => `Select ${id}`,
          pageLabel: 'Select this page',
          onToggle,
          onTogglePage: () => setSelected(selected.size === 3 ? new Set() : new Set(ids)),
        }}
      />
    )
  }
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

  it('have a box each, which tells whether shift was held', async () => {
    const told: [string, boolean][] = []
    render(<Selectable onToggle={(id, range) => told.push([id, range])} />)
    expect(box('Select a')).not.toBeChecked()
    expect(box('Select b')).toBeChecked()
    const user = userEvent.setup()
    await user.click(box('Select a'))
    await user.keyboard('{Shift>}')
    await user.click(box('Select c'))
    await user.keyboard('{/Shift}')
    expect(told).toEqual([
      ['a', false],
      ['c', true],
    ])
  })

  it('share a box that is on for all, off for none and neither for some', async () => {
    render(<Selectable onToggle={() => undefined} />)
    expect(box('Select this page').indeterminate).toBe(true)
    await userEvent.click(box('Select this page'))
    expect(box('Select this page')).toBeChecked()
    expect(box('Select this page').indeterminate).toBe(false)
    expect(box('Select c')).toBeChecked()
    await userEvent.click(box('Select this page'))
    expect(box('Select this page')).not.toBeChecked()
    expect(box('Select b')).not.toBeChecked()
  })
})
