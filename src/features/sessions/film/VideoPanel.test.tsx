import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { Playback } from '../../../player/playback.ts'
import { createTestVideo } from '../../../player/testVideo.ts'
import type { TestVideo } from '../../../player/testVideo.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { loadMenu } from '../../../ui/ActionMenu.tsx'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { VideoPanel } from './VideoPanel.tsx'

const JUMPS: Analysis = {
  timestamps: Array.from({ length: 80 }, (_, frame) => frame / 10),
  angles: [],
  report: [],
  segments: null,
  sided: [],
  endFrames: [29, 49],
  unreadable: [],
}

/** The panel with a film under the test's hand; a new address is never given, only asked for. */
function show(session: Session, { filmed = true } = {}) {
  const playback = new Playback()
  const videos: TestVideo[] = []
  const { attach } = playback
  Object.defineProperty(playback, 'attach', {
    value: (element: HTMLVideoElement) => {
      videos[0] = createTestVideo(element)
      return attach(element)
    },
  })
  const renewed: string[] = []
  const renew = (session: Session) => {
    renewed.push(session.id)
    return new Promise<string>(() => undefined)
  }
  const source = {
    id: 'memory',
    analysis: () => Promise.resolve(JUMPS),
    analyzedVideo: filmed ? { renew } : null,
  }
  const settings = { captureFactor: 1, frameRate: null, events: [], zeroAt: null }
  const film = { playback, settings, scale: PLAIN_TIME, marks: [], from: {} }
  const panel = (
    <VideoPanel
      session={session}
      film={film as Partial<FilmRoom> as FilmRoom}
      keysWithin={{ current: null }}
    />
  )
  const router = createMemoryRouter([{ path: '/:source', element: panel }], { initialEntries: ['/memory'] })
  const services = {
    auth: { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth,
    sources: [source as unknown as SessionSource],
    queryClient: new QueryClient(),
  }
  render(
    <ServicesContext value={services}>
      <QueryClientProvider client={services.queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ServicesContext>,
  )
  return { playback, videos, renewed }
}

const BOTH = { activity: 'Vertical Jump', analyzedVideoUrl: 'data:,a', videoUrl: 'data:,b' }

it('leads to where each jump begins', async () => {
  await loadMenu()
  const { playback, videos } = show(makeSession(BOTH))
  act(() => videos[0]?.loaded(8))
  await userEvent.click(await screen.findByRole('button', { name: 'Marks' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /Jump 2/ }))
  expect(playback.frame).toBe(30)
})

it('asks once for a new address, although somebody switches films and back meanwhile', async () => {
  const { videos, renewed } = show(makeSession(BOTH))
  const expire = () => act(() => videos[0]?.fail(4, 'DEMUXER_ERROR_COULD_NOT_OPEN'))
  expire()
  await userEvent.click(screen.getByRole('button', { name: 'Original' }))
  await userEvent.click(screen.getByRole('button', { name: 'Analyzed' }))
  expire()
  expect(renewed).toHaveLength(1)
})

it('without a film keeps a clock for the series', async () => {
  const { playback } = show(makeSession({ analyzedVideoUrl: null, videoUrl: null }))
  await expect.poll(() => playback.duration).toBeCloseTo(8)
  playback.seekPicture(4)
  expect(playback.pictureTime).toBe(4)
})

it('of a source that has no films says so, and plays what was measured', async () => {
  const { playback } = show(makeSession({ analyzedVideoUrl: null, videoUrl: null }), { filmed: false })
  const timer = await screen.findByRole('region', { name: 'Timer' })
  expect(timer).toHaveTextContent('This recording has no video: the clock plays what was measured.')
  await expect.poll(() => playback.duration).toBeCloseTo(8)
})
