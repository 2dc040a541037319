import { QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import type { Auth } from '../../domain/auth.ts'
import type { SessionSource } from '../../domain/source.ts'
import { ServicesContext } from '../../services.ts'
import { NoticesProvider } from '../../ui/Notices.tsx'
import { SourcesDialog } from './SourcesDialog.tsx'

const own = { id: 'own', label: 'Own', connection: null }
const state = { state: 'none' } as const
const other = {
  ...{ id: 'other', label: 'Other' },
  connection: { current: () => state, subscribe: () => () => undefined },
}

it.each([[[own, other]], [[other, own]]])(
  'whichever comes first, only a source with a sign-in of its own can be switched off',
  (sources) => {
    const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
    const services = { auth, sources: sources as unknown as SessionSource[], queryClient: new QueryClient() }
    const router = createMemoryRouter([{ path: '/', element: <SourcesDialog onClose={() => undefined} /> }])
    render(
      <ServicesContext value={services}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </ServicesContext>,
    )
    expect(screen.getByRole('checkbox', { name: 'Show Other' })).toBeChecked()
    expect(screen.queryByRole('checkbox', { name: 'Show Own' })).toBeNull()
  },
)
