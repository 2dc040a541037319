import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { Playback } from '../../../player/playback.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { NO_SERIES } from '../numbers/testPanel.tsx'
import { CompareLanes } from './CompareLanes.tsx'

/** Shows the lanes of `s1` of one source and `s2` of another, whose series are answered as told. */
function show(answers: Record<string, (Analysis | AppError)[]>) {
  const sourceOf = (id: string): SessionSource => {
    const analysis: SessionSource['analysis'] = (session) => {
      const answer = answers[session.id]?.shift()
      if (!answer) return new Promise(() => undefined)
      return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve(answer)
    }
    return { id, analysis } as Partial<SessionSource> as SessionSource
  }
  const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const recording = (source: string, id: string) => ({
    session: makeSession({ source, id }),
    film: { playback: new Playback(), scale: PLAIN_TIME, marks: [] } as Partial<FilmRoom> as FilmRoom,
  })
  render(
    <ServicesContext value={{ auth, sources: [sourceOf('memory'), sourceOf('other')], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <CompareLanes
          first={recording('memory', 's1')}
          second={recording('other', 's2')}
          alignment={{ anchor: 0, otherAnchor: 0, rate: 1 }}
        />
      </QueryClientProvider>
    </ServicesContext>,
  )
}

it('says which of the two is being read, and that neither has series', async () => {
  show({ s1: [NO_SERIES] })
  expect(await screen.findByText('There is no frame-by-frame data for the first session.')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('Reading the second session’s frame-by-frame data…')
  expect(screen.getByRole('region', { name: 'Lanes' })).toBeVisible()
})

it('says what failed of which, and reads that again from its own source', async () => {
  show({
    s1: [new AppError('not-found')],
    s2: [new AppError('unavailable'), { ...NO_SERIES, unreadable: ['knee_l'] }],
  })
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The second session’s frame-by-frame data could not be read.',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('There is no frame-by-frame data for these sessions.')).toBeVisible()
  expect(
    screen.getByText('Frame-by-frame data of the second session that could not be read: knee_l.'),
  ).toBeVisible()
})
