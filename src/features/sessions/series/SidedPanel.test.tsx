import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { SidedPanel } from './SidedPanel.tsx'

const LANES: Analysis = {
  timestamps: [0, 0.1],
  angles: [{ name: 'left_knee', values: [1, 2] }],
  ...{ report: [], segments: null, sided: [], endFrames: [], unreadable: [] },
}
const KNEE = {
  ...{ name: 'Knee flexion', front: null, back: null, gap: 3.5 },
  left: { value: 101.5, score: 1 },
  right: { value: 98, score: 0.5 },
}

function show(...answers: Analysis[]) {
  const analysis = () => Promise.resolve(answers.shift() ?? LANES)
  const source = { id: 'memory', analysis } as Partial<SessionSource> as SessionSource
  const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient()
  const panel = <SidedPanel session={makeSession()} />
  const router = createMemoryRouter([{ path: '/:source', element: panel }], { initialEntries: ['/memory'] })
  return render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ServicesContext>,
  )
}

it('a report that could not be read is named and read again; what was measured then stands there', async () => {
  show({ ...LANES, failed: 'sided' }, { ...LANES, sided: [KNEE] })
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The report data of this recording could not be read.',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  const row = await screen.findByRole('row', { name: /^Knee flexion/ })
  expect(row).toHaveTextContent('101.5°score 1')
  expect(row).toHaveTextContent('3.5°')
  expect(screen.queryByRole('alert')).toBeNull()
})
