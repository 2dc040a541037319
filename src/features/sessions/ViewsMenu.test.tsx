import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAikynetixSource } from '../../api/aikynetix/source.ts'
import type { Auth } from '../../domain/auth.ts'
import { membershipQuery } from '../../queries/membership.ts'
import { ServicesContext } from '../../services.ts'
import { NoticesProvider } from '../../ui/Notices.tsx'
import { readListAddress } from './listAddress.ts'
import { DEFAULT_LAYOUT } from './listLayout.ts'
import { ALL_FILTERS, viewsStore } from './savedViews.ts'
import { ViewsMenu } from './ViewsMenu.tsx'
import { writeViewsFile } from './viewsFile.ts'

const OWNER = { account: 'anna', source: 'aikynetix' }
const auth = { current: () => ({ id: 'anna', email: '', name: '', role: 'admin' }) } as Partial<Auth> as Auth
const source = createAikynetixSource({ apiUrl: 'http://localhost', tokens: auth, onSignedOut: () => {} })
const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
queryClient.setQueryData(membershipQuery(source).queryKey, null)

/** The page as far as the menu needs it: an address and columns that follow what is picked. */
function List({ first }: { first: string }) {
  const [search, setSearch] = useState(first)
  const [layout, setLayout] = useState(DEFAULT_LAYOUT)
  return (
    <>
      <ViewsMenu
        query={readListAddress(new URLSearchParams(search), ALL_FILTERS)}
        layout={layout}
        onPick={(picked, columns) => {
          setSearch(picked)
          if (columns) setLayout({ ...layout, columns })
        }}
      />
      <output aria-label="Address">{search}</output>
      <output aria-label="Columns">{layout.columns.join(' ')}</output>
      <button onClick={() => setLayout({ ...layout, columns: ['title', 'id'] })}>Other columns</button>
    </>
  )
}

function open(search: string) {
  const router = createMemoryRouter([{ path: ':source/sessions', element: <List first={search} /> }], {
    initialEntries: ['/aikynetix/sessions'],
  })
  render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ServicesContext>,
  )
}

const button = (name: string) => screen.findByRole('button', { name: `View: ${name}` })
const choose = async (from: string, role: 'menuitem' | 'menuitemradio', name: string) => {
  await userEvent.click(await button(from))
  await userEvent.click(await screen.findByRole(role, { name }))
}
const dialog = (name: string) => screen.findByRole('dialog', { name })
const kept = () => viewsStore.get(OWNER).value

// Chunks of their own: fetching them is no part of any story's patience.
beforeAll(() =>
  Promise.all([
    import('../../ui/MenuPopup.tsx'),
    import('./SaveViewDialog.tsx'),
    import('./ManageViewsDialog.tsx'),
  ]),
)
beforeEach(() => localStorage.clear())
afterEach(() => localStorage.clear())

it('a view is saved, left for a built-in one, and picked again with its columns', async () => {
  open('?activity=Running')
  await choose('Unsaved view', 'menuitem', 'Save view…')
  const save = within(await dialog('Save view'))
  expect(save.getByText('Activity “Running”')).toBeVisible()
  await userEvent.type(save.getByRole('textbox', { name: 'Name' }), ' Runs {Enter}')
  await waitFor(async () => expect(await button('Runs')).toHaveFocus())
  expect(screen.getByText('Saved view “Runs”.')).toBeVisible()

  await choose('Runs', 'menuitemradio', 'All sessions')
  expect(screen.getByLabelText('Address')).toHaveTextContent('')
  await userEvent.click(screen.getByRole('button', { name: 'Other columns' }))
  await choose('All sessions', 'menuitemradio', 'Runs')
  expect(screen.getByLabelText('Address')).toHaveTextContent('?activity=Running')
  expect(screen.getByLabelText('Columns')).toHaveTextContent(DEFAULT_LAYOUT.columns.join(' '))

  await userEvent.click(await button('Runs'))
  expect(await screen.findByRole('menuitemradio', { name: 'Runs' })).toBeChecked()
  expect(screen.getByRole('menuitemradio', { name: 'All sessions' })).not.toBeChecked()
})

it('other columns can be put into the view on the screen', async () => {
  viewsStore.change(OWNER, () => ({
    views: [{ id: 'v1', name: 'Runs', search: '?activity=Running', days: null, columns: ['title'] }],
    startId: 'v1',
  }))
  open('?activity=Running')
  await userEvent.click(await button('Runs'))
  expect(await screen.findByRole('menuitemradio', { name: 'Runs' })).toHaveAccessibleDescription(
    'Opens at the start',
  )
  await userEvent.click(screen.getByRole('menuitem', { name: 'Update “Runs”' }))
  expect(kept().views[0]?.columns).toEqual(DEFAULT_LAYOUT.columns)
  await userEvent.click(await button('Runs'))
  expect(screen.queryByRole('menuitem', { name: /^Update/ })).toBeNull()
})

it('a name has to be one of its own, or the view of that name is replaced', async () => {
  viewsStore.change(OWNER, () => ({
    views: [{ id: 'v1', name: 'Runs', search: '?activity=Running', days: null, columns: ['title'] }],
    startId: null,
  }))
  open('?from=2026-01-01&to=2026-01-31')
  await choose('Unsaved view', 'menuitem', 'Save view…')
  const save = within(await dialog('Save view'))
  const name = save.getByRole('textbox', { name: 'Name' })
  await userEvent.click(save.getByRole('button', { name: 'Save' }))
  expect(name).toHaveAccessibleDescription('A view needs a name.')
  await userEvent.type(name, 'mine{Enter}')
  expect(name).toHaveAccessibleDescription('A built-in view has this name.')
  await userEvent.clear(name)
  await userEvent.type(name, 'RUNS{Enter}')
  expect(name).toHaveAccessibleDescription('There is a view with this name already.')

  expect(save.getByRole('radio', { name: 'Keep these days' })).toBeChecked()
  await userEvent.click(save.getByRole('radio', { name: 'Move with today' }))
  await userEvent.click(save.getByRole('checkbox', { name: 'Open this view at the start' }))
  await userEvent.click(save.getByRole('button', { name: 'Replace “Runs”' }))
  await button('Runs')
  const [view] = kept().views
  expect(kept().views).toHaveLength(1)
  expect(view).toMatchObject({ id: 'v1', name: 'Runs', search: '' })
  expect((view?.days?.from ?? 0) - (view?.days?.to ?? 0)).toBe(30)
  expect(kept().startId).toBe('v1')
})

it('views are renamed, made the start and deleted, and the focus never gets lost', async () => {
  viewsStore.change(OWNER, () => ({
    views: [
      { id: 'v1', name: 'Runs', search: '?activity=Running', days: null, columns: ['title'] },
      { id: 'v2', name: 'Failed', search: '?status=failed', days: null, columns: ['title'] },
    ],
    startId: null,
  }))
  open('')
  await choose('All sessions', 'menuitem', 'Manage views…')
  const manage = within(await dialog('Saved views'))
  expect(manage.getByRole('radio', { name: 'Start with All sessions' })).toBeChecked()
  await userEvent.click(manage.getByRole('radio', { name: 'Start with Runs' }))
  expect(kept().startId).toBe('v1')

  await userEvent.click(manage.getByRole('button', { name: 'Rename Failed' }))
  const name = manage.getByRole('textbox', { name: 'New name' })
  expect(name).toHaveFocus()
  await userEvent.keyboard('runs{Enter}')
  expect(name).toHaveAccessibleDescription('There is a view with this name already.')
  await userEvent.keyboard('{Escape}')
  expect(manage.getByRole('button', { name: 'Rename Failed' })).toHaveFocus()
  await userEvent.keyboard('{Enter}Broken{Enter}')
  expect(manage.getByRole('button', { name: 'Rename Broken' })).toHaveFocus()
  expect(manage.getByRole('status')).toHaveTextContent('Renamed to “Broken”.')

  await userEvent.click(manage.getByRole('button', { name: 'Delete Runs' }))
  await userEvent.keyboard('{Escape}')
  expect(manage.getByRole('button', { name: 'Delete Runs' })).toHaveFocus()
  expect(kept().views).toHaveLength(2)
  await userEvent.keyboard('{Enter}')
  await userEvent.click(
    within(manage.getByRole('group', { name: 'Delete “Runs”?' })).getByRole('button', { name: 'Delete' }),
  )
  expect(manage.getByRole('status')).toHaveTextContent(
    'Deleted “Runs”. The list starts with all sessions again.',
  )
  expect(manage.getByRole('status')).toHaveFocus()
  expect(kept()).toMatchObject({ views: [{ name: 'Broken' }], startId: null })
})

it('views of a file are taken in; a file that holds none leaves them as they are', async () => {
  open('')
  await choose('All sessions', 'menuitem', 'Manage views…')
  const manage = within(await dialog('Saved views'))
  expect(manage.getByText(/^No saved views yet/)).toBeVisible()
  const field = manage.getByLabelText('Import views', { selector: 'input' })
  const text = writeViewsFile(
    [{ id: 'v7', name: 'Runs', search: '?activity=Running', days: null, columns: ['title'] }],
    'aikynetix',
  )
  await userEvent.upload(field, new File([text], 'views.json', { type: 'application/json' }))
  expect(await manage.findByText('1 view was added.')).toBeVisible()
  await userEvent.upload(field, new File([text], 'views.json', { type: 'application/json' }))
  expect(await manage.findByText('Nothing new. 1 view was here already.')).toBeVisible()
  await userEvent.upload(field, new File(['Title;Athlete'], 'list.json', { type: 'application/json' }))
  expect(await manage.findByText(/^Not imported: the file is not JSON/)).toBeVisible()
  expect(kept().views).toMatchObject([{ name: 'Runs' }])
})
