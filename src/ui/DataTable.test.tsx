import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
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
