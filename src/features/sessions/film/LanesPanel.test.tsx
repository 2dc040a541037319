import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { Playback } from '../../../player/playback.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { LanesPanel } from './LanesPanel.tsx'

const NOTHING: Analysis = {
  timestamps: [],
  angles: [],
  report: [],
  segments: null,
  sided: [],
  endFrames: [],
  unreadable: [],
}

/** Shows the panel of a session whose series are answered one after the other; an error is thrown. */
function show(session: Session, answers: (Analysis | AppError)[]) {
  const asked: string[] = []
  const analysis: SessionSource['analysis'] = (session) => {
    asked.push(session.id)
    const answer = answers.shift()
    if (!answer) return new Promise(() => undefined)
    return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const source = { id: 'memory', analysis } as Partial<SessionSource> as SessionSource
  const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const film = { playback: new Playback(), scale: PLAIN_TIME, marks: [] } as Partial<FilmRoom> as FilmRoom
  const page = (session: Session) => {
    const panel = <LanesPanel session={session} film={film} />
    const router = createMemoryRouter([{ path: '/:source', element: panel }], { initialEntries: ['/memory'] })
    return (
      <ServicesContext value={{ auth, sources: [source], queryClient }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ServicesContext>
    )
  }
  return { ...render(page(session)), asked, page }
}

describe('the panel of the lanes', () => {
  it('says that it is reading', () => {
    show(makeSession(), [])
    expect(screen.getByRole('region', { name: 'Lanes' })).toContainElement(screen.getByRole('status'))
    expect(screen.getByRole('status')).toHaveTextContent('Reading the frame-by-frame data…')
  })

  it('says what failed, and reads again when it is told to', async () => {
    const { asked } = show(makeSession(), [
      new AppError('unavailable'),
      { ...NOTHING, unreadable: ['lkne_angle', 'x'] },
    ])
    expect(await screen.findByRole('alert')).toHaveTextContent('The rest of this page is not affected.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('There is no frame-by-frame data for this session.')).toBeVisible()
    expect(screen.getByText('Frame-by-frame data that could not be read: lkne_angle, x.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(asked).toHaveLength(2)
  })

  it('says that reading failed where only what is measured once has come', async () => {
    const sided = [{ name: 'Knee', left: null, right: null, front: null, back: null, gap: null }]
    const { asked } = show(makeSession(), [
      { ...NOTHING, sided, failed: 'series' },
      { ...NOTHING, sided },
    ])
    expect(await screen.findByRole('alert')).toHaveTextContent('The frame-by-frame data could not be read.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('There is no frame-by-frame data for this session.')).toBeVisible()
    expect(asked).toHaveLength(2)
  })

  it('has nothing to say of what the server does not know', async () => {
    show(makeSession(), [new AppError('not-found')])
    expect(await screen.findByText('There is no frame-by-frame data for this session.')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('waits for a recording that is being processed, and then reads it', async () => {
    const measured = { ...NOTHING, unreadable: ['lkne_angle'] }
    const { rerender, page, asked } = show(makeSession({ status: 'processing' }), [NOTHING, measured])
    expect(await screen.findByText(/^Joint angles appear here/)).toBeVisible()
    rerender(page(makeSession({ status: 'completed' })))
    expect(await screen.findByText('Frame-by-frame data that could not be read: lkne_angle.')).toBeVisible()
    expect(asked).toHaveLength(2)
  })
})
