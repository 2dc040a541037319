import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import type { Playback } from '../../../player/playback.ts'
import { createTestVideo } from '../../../player/testVideo.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import { useFilmRoom } from '../filmRoom.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { filmStore } from '../filmStore.ts'
import { EventsPanel } from './EventsPanel.tsx'

const SESSION = makeSession({ activity: 'Vertical Jump', videoUrl: 'film.mp4' })
const OWNER = { account: 'anna', source: 'memory', session: 's1' }
const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth

let film: FilmRoom

function Page() {
  const room = useFilmRoom(SESSION)
  useEffect(() => {
    film = room
  }, [room])
  return <EventsPanel session={SESSION} film={room} />
}

/** The panel of a session whose film has not come yet. */
function show() {
  render(
    <ServicesContext value={{ auth, sources: [], queryClient: new QueryClient() }}>
      <MemoryRouter>
        <NoticesProvider>
          <Page />
        </NoticesProvider>
      </MemoryRouter>
    </ServicesContext>,
  )
}

/** The film comes, 8 s of it, and stands at 2 s. */
function load(playback: Playback) {
  const video = createTestVideo()
  playback.attach(video.element)
  playback.open({ address: 'film', renew: () => Promise.reject(new Error('none')) })
  video.loaded(8)
  playback.tellFrames({ typed: 10, analysis: [] })
  playback.seek(2)
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: string) => userEvent.click(await screen.findByRole('menuitem', { name }))

beforeEach(() => {
  filmStore.change(OWNER, (present) => ({ ...present, events: [{ id: 'e1', name: 'Take-off', time: 2 }] }))
})

afterEach(() => localStorage.clear())

it('naming an event leaves the focus and the mark where they were', async () => {
  show()
  act(() => load(film.playback))
  const actions = () => screen.getByRole('button', { name: /^Actions for/ })
  const isMarked = () => expect(actions().closest('li')).toHaveAttribute('aria-current', 'time')
  isMarked()
  for (const [keys, name] of [
    ['{Escape}', 'Take-off'],
    ['Toe-off{Enter}', 'Toe-off'],
  ] as const) {
    await userEvent.click(actions())
    await choose('Rename')
    await userEvent.keyboard(keys)
    expect(actions()).toHaveAccessibleName(`Actions for ${name}, 2.000 s`)
    expect(actions()).toHaveFocus()
    isMarked()
  }
  await press('Mark event')
  await choose('Own words…')
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.getByRole('button', { name: 'Mark event' })).toHaveFocus()
})

it('an event is not moved while there is no picture on the screen', async () => {
  show()
  await press('Actions for Take-off, 2.000 s')
  await choose('Move to the play head')
  expect(filmStore.get(OWNER).value.events).toMatchObject([{ time: 2 }])
})
