import { QueryClient } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import { MOST_NOTES, withoutNote } from '../../../domain/note.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { PLAIN_TIME } from '../../../player/clock.ts'
import { Playback } from '../../../player/playback.ts'
import { createTestVideo } from '../../../player/testVideo.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import type { FilmRoom } from '../filmRoom.ts'
import { NotesPanel } from './NotesPanel.tsx'
import { noteStore } from './noteStore.ts'

const OWNER = { account: 'anna', source: 'memory', session: 's1' }
const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
const source = { id: 'memory' } as Partial<SessionSource> as SessionSource

/** The notes on a film of 8 s, at 30000/1001 frames a second where nothing else is said. */
function show({ rate = 30_000 / 1001, scale = PLAIN_TIME } = {}) {
  const playback = new Playback()
  const film = { playback, scale } as Partial<FilmRoom> as FilmRoom
  render(
    <ServicesContext value={{ auth, sources: [source], queryClient: new QueryClient() }}>
      <NoticesProvider>
        <NotesPanel session={makeSession()} film={film} />
      </NoticesProvider>
    </ServicesContext>,
  )
  const video = createTestVideo()
  act(() => {
    playback.attach(video.element)
    playback.open({ address: 'film', renew: () => Promise.reject(new Error('none')) })
    video.loaded(8)
    playback.tellFrames({ typed: rate })
  })
}

const button = (name: string) => screen.getByRole('button', { name })
const field = (name: string) => screen.getByRole('textbox', { name })
const press = (name: string) => userEvent.click(button(name))
const kept = () => noteStore.get(OWNER).value.map(({ time, end, text }) => ({ time, end, text }))

async function typeNote(words: string, from = '') {
  await press('Write a note')
  await userEvent.type(field('Note'), words)
  if (from === '') return
  await userEvent.clear(field('From (s)'))
  await userEvent.type(field('From (s)'), from)
}

beforeEach(() => localStorage.clear())

describe('the time of a note', () => {
  it('can be typed digit by digit, and is that of the picture that reads so', async () => {
    show()
    await typeNote('Heel', '0.52')
    expect(field('From (s)')).toHaveValue('0.52')
    await userEvent.clear(field('From (s)'))
    await userEvent.type(field('From (s)'), '0.5')
    expect(field('From (s)')).toHaveValue('0.5')
    await press('Save note')
    // The picture that begins at 0.5005 s reads 0.500 or 0.501.
    expect(kept()).toEqual([{ time: 0.5005, end: null, text: 'Heel' }])
  })

  it('may be what the screen reads of the first picture', async () => {
    show({ rate: 30, scale: { captureFactor: 1, zero: 1.066667 } })
    await typeNote('Start', '-1.067')
    await press('Save note')
    expect(kept()).toEqual([{ time: 0, end: null, text: 'Start' }])
  })
})

describe('a note that is given up', () => {
  it('can be had back, also when another has been begun', async () => {
    show()
    await typeNote('First', '1')
    await press('Cancel')
    expect(screen.queryByRole('form')).toBeNull()
    expect(screen.getByText('Not saved: “First”.')).toBeInTheDocument()
    await typeNote('Second')
    await press('Undo')
    expect(field('Note')).toHaveValue('First')
    expect(field('Note')).toHaveFocus()
    expect(field('From (s)')).toHaveValue('1.000')
    expect(screen.getByText('Not saved: “Second”.')).toBeInTheDocument()
    await press('Undo')
    expect(field('Note')).toHaveValue('Second')
    expect(kept()).toEqual([])
  })

  it('leaves nothing to take back where nothing was written', async () => {
    show()
    await press('Write a note')
    await press('Cancel')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(button('Write a note')).toHaveFocus()
  })
})

describe('the focus', () => {
  it('goes on to the note that was saved, and back to it when it is brought back', async () => {
    show()
    await typeNote('Heel', '2')
    await press('Save note')
    expect(button('Go to 2.000 s')).toHaveFocus()
    await press('Edit note at 2.000 s')
    await press('Cancel')
    expect(button('Go to 2.000 s')).toHaveFocus()
    await press('Delete note at 2.000 s')
    expect(button('Undo')).toHaveFocus()
    await press('Undo')
    expect(button('Go to 2.000 s')).toHaveFocus()
  })
})

it('none of the notes that are kept is dropped, however many', () => {
  const notes = Array.from({ length: MOST_NOTES + 9 }, (_, at) => ({
    ...{ id: `n${at}`, time: at, end: null, text: 'Heel', writtenAt: '2026-11-22T09:15:00.000Z' },
  }))
  localStorage.setItem('motion-console:notes:anna:memory:s1', JSON.stringify({ version: 1, value: notes }))
  noteStore.change(OWNER, (present) => withoutNote(present, 'n0'))
  expect(kept()).toHaveLength(MOST_NOTES + 8)
})

describe('an import', () => {
  it('says what lies beyond the end of the recording, and adds it', async () => {
    show()
    const file = new File(['from_s,to_s,text\n7,9,Late\n8,,End\n9,,Later'], 'notes.csv')
    await userEvent.upload(screen.getByLabelText('Import notes…'), file)
    const dialog = within(await screen.findByRole('dialog', { name: 'Import notes' }))
    expect(await dialog.findByText('2 notes lie beyond the end of this recording.')).toBeInTheDocument()
    await userEvent.click(dialog.getByRole('button', { name: 'Add 3 notes' }))
    expect(kept().map(({ text }) => text)).toEqual(['Late', 'End', 'Later'])
  })
})
