import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, expect, it } from 'vitest'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { DEFAULT_LAYOUT } from './listLayout.ts'

// A chunk of its own: fetching it is no part of any story's patience.
beforeAll(() => import('./ColumnsPopup.tsx'))

function Page() {
  const [layout, setLayout] = useState(DEFAULT_LAYOUT)
  return (
    <>
      <ColumnsPanel layout={layout} onChange={setLayout} />
      <output aria-label="Layout">{[...layout.columns, layout.density].join(' ')}</output>
    </>
  )
}

const layout = () => screen.getByLabelText('Layout').textContent

async function openPanel() {
  render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
  return within(await screen.findByRole('dialog', { name: 'Columns' }))
}

it('columns are shown and hidden at once, all but the title', async () => {
  const panel = await openPanel()
  await userEvent.click(panel.getByRole('checkbox', { name: 'Speed (Running)' }))
  await userEvent.click(panel.getByRole('checkbox', { name: 'Segments' }))
  expect(layout()).toBe('recorded title athlete activity status metric:speed comfortable')
  expect(panel.getByRole('checkbox', { name: 'Title' })).toBeDisabled()
  expect(panel.getByRole('checkbox', { name: 'Title' })).toHaveAccessibleDescription('Always shown')

  await userEvent.click(panel.getByRole('radio', { name: 'Compact' }))
  await userEvent.click(panel.getByRole('button', { name: 'Reset columns' }))
  expect(layout()).toBe('recorded title athlete activity status segments compact')
})

it('a column is moved by keyboard: the focus stays on the button, and its new place is said', async () => {
  const panel = await openPanel()
  panel.getByRole('button', { name: 'Move down Recorded' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(layout()).toBe('title recorded athlete activity status segments comfortable')
  expect(panel.getByRole('status')).toHaveTextContent('Recorded is column 2 of 6.')
  expect(panel.getByRole('button', { name: 'Move down Recorded' })).toHaveFocus()

  panel.getByRole('button', { name: 'Move up Recorded' }).focus()
  await userEvent.keyboard('{Enter}{Enter}')
  expect(layout()).toBe('recorded title athlete activity status segments comfortable')
  expect(panel.getByRole('button', { name: 'Move up Recorded' })).toHaveFocus()
  expect(panel.getByRole('button', { name: 'Move up Recorded' })).toHaveAccessibleDescription(
    'It is the first column.',
  )
})

it('Escape closes the panel and gives the focus back', async () => {
  await openPanel()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Columns' })).toHaveFocus()
})
