import { QueryClient } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '../../domain/auth.ts'
import type { Note } from '../../domain/note.ts'
import type { SessionSource } from '../../domain/source.ts'
import { createTestVideo } from '../../player/testVideo.ts'
import { ServicesContext } from '../../services.ts'
import { makeSession } from '../../testing/session.ts'
import { NoticesProvider } from '../../ui/Notices.tsx'
import { hearShortcuts } from '../../ui/shortcuts.ts'
import { EventsPanel } from './film/EventsPanel.tsx'
import { useFilmRoom } from './filmRoom.ts'
import type { FilmRoom } from './filmRoom.ts'
import { filmStore } from './filmStore.ts'
import { NotesPanel } from './notes/NotesPanel.tsx'
import { draftStore, noteStore } from './notes/noteStore.ts'
import { countOwnWork, forgetOwnWork } from './ownWork.ts'

const SESSION = makeSession({ activity: 'Vertical Jump', videoUrl: 'film.mp4' })
const OWNER = { account: 'anna', source: 'memory', session: 's1' }
const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
const source = { id: 'memory' } as Partial<SessionSource> as SessionSource

let film: FilmRoom
let endKeys: () => void

function Page() {
  const room = useFilmRoom(SESSION)
  useEffect(() => {
    film = room
  }, [room])
  return (
    <>
      <EventsPanel session={SESSION} film={room} />
      <NotesPanel session={SESSION} film={room} />
      <ol aria-label="Marks">
        {room.marks.map(({ id, kind, label, time }) => (
          <li key={id}>{`${kind} ${time} ${label}`}</li>
        ))}
      </ol>
    </>
  )
}

/** The panels of a session with a film of 8 s at 10 frames a second. */
function open() {
  const shown = render(
    <ServicesContext value={{ auth, sources: [source], queryClient: new QueryClient() }}>
      <MemoryRouter>
        <NoticesProvider>
          <Page />
        </NoticesProvider>
      </MemoryRouter>
    </ServicesContext>,
  )
  const { playback } = film
  const video = createTestVideo()
  act(() => {
    playback.attach(video.element)
    playback.open({ address: 'film', renew: () => Promise.reject(new Error('none')) })
    video.loaded(8)
    playback.tellFrames({ typed: 10, analysis: [] })
  })
  return shown
}

const at = (time: number) => act(() => film.playback.seek(time))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: string) => userEvent.click(await screen.findByRole('menuitem', { name }))
const texts = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)
const note = (over: Partial<Note>): Note => ({
  ...{ id: 'n1', time: 1, end: null, text: 'Heel strikes late', writtenAt: '2026-11-22T09:15:00.000Z' },
  ...over,
})
const write = async (words: string) => {
  await press('Write a note')
  await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), words)
  await press('Save note')
}

beforeEach(() => {
  endKeys = hearShortcuts(() => undefined)
})

afterEach(() => {
  endKeys()
  vi.restoreAllMocks()
  forgetOwnWork(auth, source, ['s1'])
  localStorage.clear()
})

describe('notes', () => {
  it('are of the picture on the screen, stand in order and on the timeline, and outlast the page', async () => {
    const { unmount } = open()
    at(2.55)
    await write('Lands on the heel')
    at(0.5)
    await userEvent.keyboard('w')
    await userEvent.keyboard('Deep{Enter}and slow{Control>}{Enter}{/Control}')
    expect(noteStore.get(OWNER).value).toMatchObject([
      { time: 0.5, end: null, text: 'Deep\nand slow' },
      { time: 2.5, text: 'Lands on the heel' },
    ])
    expect(texts('Marks')).toEqual(['note 0.5 Deep', 'note 2.5 Lands on the heel'])
    unmount()
    open()
    await press('Go to 2.500 s')
    expect(film.playback.time).toBe(2.5)
    expect(screen.getByText('Lands on the heel', { selector: 'p' }).closest('li')).toHaveAttribute(
      'aria-current',
    )
    expect(screen.getByText(/^Deep/, { selector: 'p' }).closest('li')).not.toHaveAttribute('aria-current')
  })

  it('may be of a range, typed or taken from the loop, and say what is wrong with it', async () => {
    open()
    await press('Write a note')
    const to = screen.getByRole('textbox', { name: 'To (s)' })
    await userEvent.type(to, '9')
    await press('Save note')
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription('A note needs words.')
    expect(to).toHaveAccessibleDescription('Not within the recording.')
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'Push-off')
    act(() => film.playback.setLoop({ start: 1, end: 2.5 }))
    await press('Use the loop, 1.000 to 2.500 s')
    await userEvent.clear(to)
    await userEvent.type(to, '2,2')
    await press('Save note')
    expect(noteStore.get(OWNER).value).toMatchObject([{ time: 1, end: 2.2, text: 'Push-off' }])
    await press('Loop 1.000 to 2.200 s')
    expect(film.playback.loop).toEqual({ start: 1, end: 2.2 })
  })

  it('what is begun is not lost with the page, and nothing else is begun over it', async () => {
    noteStore.change(OWNER, () => [note({})])
    const { unmount } = open()
    await press('Edit note at 1.000 s')
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), ' on the left')
    expect(screen.getByRole('button', { name: 'Write a note' })).toHaveAccessibleDescription(/Save or cancel/)
    unmount()
    open()
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Heel strikes late on the left')
    expect(screen.getByRole('textbox', { name: 'Note' })).not.toHaveFocus()
    // Another tab deletes the note meanwhile.
    act(() => {
      localStorage.removeItem('motion-console:notes:anna:memory:s1')
      dispatchEvent(new StorageEvent('storage', { key: null }))
    })
    expect(screen.getByText(/deleted in another tab/)).toBeVisible()
    await press('Save note')
    expect(noteStore.get(OWNER).value).toMatchObject([{ id: 'n1', text: 'Heel strikes late on the left' }])
  })

  it('that were deleted come back, the last one first', async () => {
    noteStore.change(OWNER, () => [note({}), note({ id: 'n2', time: 2, text: 'Knee' })])
    open()
    await press('Delete note at 1.000 s')
    await press('Delete note at 2.000 s')
    expect(screen.getByText('No notes yet.')).toBeVisible()
    expect(screen.getByText('Deleted “Knee”.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus()
    await press('Undo')
    await press('Undo')
    expect(noteStore.get(OWNER).value.map(({ id }) => id)).toEqual(['n1', 'n2'])
  })

  it('very many are shown, one of 10,000 characters in short', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      note({
        id: `n${index}`,
        time: index / 100,
        text: index === 0 ? 'long '.repeat(2_000).trim() : `note ${index}`,
      }),
    )
    noteStore.change(OWNER, () => many)
    // By text: asking so many rows for their roles takes long here.
    const { container } = open()
    expect(container.querySelectorAll('[data-mark]')).toHaveLength(120)
    await userEvent.click(screen.getByText('Show all of it'))
    expect(screen.getByText('Show less')).toHaveAttribute('aria-expanded', 'true')
  })

  it('say so when this device does not keep them', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    open()
    await write('Heel')
    expect(screen.getByText(/^This device does not keep the notes/)).toBeVisible()
    expect(texts('Marks')).toEqual(['note 0 Heel'])
  })
})

describe('events', () => {
  it('are marked as what is usual or in own words, and the clock counts from one of them', async () => {
    open()
    at(2.05)
    await press('Mark event')
    await choose('Take-off')
    at(3)
    await userEvent.keyboard('m')
    await choose('Own words…')
    await userEvent.keyboard('  Wobble {Enter}')
    expect(filmStore.get(OWNER).value.events).toMatchObject([
      { name: 'Take-off', time: 2 },
      { name: 'Wobble', time: 3 },
    ])
    at(2.5)
    await userEvent.keyboard('z')
    expect(film.scale).toEqual({ captureFactor: 1, zero: 2 })
    expect(screen.getByRole('button', { name: '1.000 s Wobble' })).toBeVisible()
    await write('After it')
    expect(screen.getByRole('button', { name: 'Go to 0.500 s' })).toBeVisible()
    await userEvent.keyboard('z')
    expect(film.scale.zero).toBe(0)
  })

  it('are renamed, moved, deleted and brought back, the clock’s zero with them', async () => {
    filmStore.change(OWNER, (present) => ({
      ...present,
      events: [{ id: 'e1', name: 'Take-off', time: 2 }],
      zeroAt: 'e1',
    }))
    open()
    await press('Actions for Take-off, 0.000 s')
    await choose('Rename')
    await userEvent.keyboard('Left toe-off{Enter}')
    at(2.25)
    await press('Actions for Left toe-off, 0.000 s')
    await choose('Move to the play head')
    expect(film.scale.zero).toBe(2.2)
    await press('Undo')
    expect(film.scale.zero).toBe(2)
    await press('Actions for Left toe-off, 0.000 s')
    await choose('Move to the play head')
    await press('Actions for Left toe-off, 0.000 s')
    await choose('Delete')
    expect(film.scale.zero).toBe(0)
    await press('Undo')
    expect(filmStore.get(OWNER).value).toMatchObject({
      events: [{ id: 'e1', name: 'Left toe-off', time: 2.2 }],
      zeroAt: 'e1',
    })
  })
})

it('what is kept about a session is counted, and goes with it without a trace', () => {
  noteStore.change(OWNER, () => [note({}), note({ id: 'n2' })])
  noteStore.change({ ...OWNER, session: 's2' }, () => [note({})])
  draftStore.change(OWNER, () => ({ id: null, time: 0, end: null, text: 'Begun' }))
  filmStore.change(OWNER, (present) => ({ ...present, events: [{ id: 'e1', name: 'Take-off', time: 2 }] }))
  expect(countOwnWork(auth, source, ['s1', 's2', 's3'])).toEqual({ notes: 3, events: 1 })
  forgetOwnWork(auth, source, ['s1', 's3'])
  expect(Object.keys(localStorage)).toEqual(['motion-console:notes:anna:memory:s2'])
  forgetOwnWork(auth, source, ['s2'])
})

it('the notes and events of two thousand sessions fit into what a browser keeps', () => {
  const bytes = (value: unknown) => 2 * JSON.stringify({ version: 1, value }).length
  const notes = Array.from({ length: 4 }, (_, index) =>
    note({ id: `mfa3k2x1-${index}abcdefg`, text: 'x'.repeat(120) }),
  )
  const events = Array.from({ length: 6 }, (_, index) => ({
    ...{ id: `mfa3k2x1-${index}abcdefg`, name: 'Right foot strike', time: 1.533334 },
  }))
  // Browsers keep about five million characters for an origin.
  expect(2_000 * (bytes(notes) + bytes(events))).toBeLessThan(2 * 5_000_000)
})
