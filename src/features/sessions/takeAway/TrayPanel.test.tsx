import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { ServicesContext } from '../../../services.ts'
import type { Services } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { tray } from './tray.ts'
import { TrayPanel } from './TrayPanel.tsx'

const session = makeSession({ videoUrl: 'https://host/film.mp4' })
const owner = { account: 'anna', source: session.source, session: session.id }
const CLIP = { kind: 'clip', time: 1, end: 1.5, exact: true, saved: false } as const
const taken = { width: 960, height: 637, fileName: 'run.png', file: new Blob(['x']) }

let sought: number[] = []
/** What the panel needs of a film: somewhere to go. */
const playback = { pause: () => undefined, seekPicture: (time: number) => void sought.push(time) }
const film = { playback, scale: PLAIN_TIME } as unknown as FilmRoom

/** The panel for somebody who can sign out. */
function show() {
  let tell: Parameters<Auth['onChange']>[0] = () => undefined
  let account: { id: string } | null = { id: 'anna' }
  const auth = {
    current: () => account,
    onChange: (listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
  } as unknown as Auth
  const services = { auth } as Partial<Services> as Services
  const { unmount } = render(
    <ServicesContext value={services}>
      <TrayPanel session={session} film={film} />
    </ServicesContext>,
  )
  const signOut = () => {
    account = null
    act(() => tell(null, false))
  }
  return { user: userEvent.setup(), signOut, unmount }
}

beforeEach(() => {
  // jsdom has no films.
  vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => undefined)
  sought = []
  tray.belongTo('anna')
  tray.add(owner, { ...taken, id: '2', kind: 'still', time: 2, caption: 'Toe-off' })
  tray.add(owner, { ...taken, ...CLIP, id: '1', caption: 'Step' })
})
afterEach(() => {
  tray.belongTo(null)
  vi.restoreAllMocks()
})

const captions = () =>
  screen.queryAllByRole('textbox', { name: 'Caption' }).map((box) => (box as HTMLInputElement).value)

it('leads to the moment of what was taken, and lets it be called something else', async () => {
  const { user } = show()
  expect(captions()).toEqual(['Step', 'Toe-off'])
  await user.click(screen.getByRole('button', { name: 'Go to 2.000 s' }))
  await user.click(screen.getByRole('button', { name: 'Go to 1.000 to 1.500 s' }))
  expect(sought).toEqual([2, 1])
  await user.type(
    screen.getAllByRole('textbox', { name: 'Caption' })[1] ?? document.body,
    ' of the left foot',
  )
  expect(tray.of(owner).map(({ caption }) => caption)).toEqual(['Step', 'Toe-off of the left foot'])
})

it('gives back what was removed', async () => {
  const { user } = show()
  await user.click(screen.getByRole('button', { name: 'Remove “Step”' }))
  await user.click(screen.getByRole('button', { name: 'Remove “Toe-off”' }))
  expect(screen.getByText(/Nothing taken yet/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(captions()).toEqual(['Step', 'Toe-off'])
})

it('holds nothing any more once the account has gone, whatever page is shown then', () => {
  const { signOut, unmount } = show()
  unmount()
  expect(tray.of(owner)).toHaveLength(2)
  signOut()
  expect(tray.of(owner)).toHaveLength(0)
})

it('calls what has no caption by its time', async () => {
  const { user } = show()
  await user.clear(screen.getAllByRole('textbox', { name: 'Caption' })[1] ?? document.body)
  expect(screen.getByRole('img', { name: '2.000 s' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Save “2.000 s”' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove “2.000 s”' }))
  expect(screen.getByText('Removed “2.000 s”.')).toBeVisible()
})

it('has the browser ask before a clip goes that nobody saved', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => '#', revokeObjectURL: () => undefined }))
  const { user } = show()
  const mayLeave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(mayLeave()).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Save “Step”' }))
  expect(mayLeave()).toBe(true)
})
