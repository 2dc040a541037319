import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PLAIN_TIME } from './clock.ts'
import { Playback } from './playback.ts'
import { Player } from './Player.tsx'
import { Shortcuts } from '../ui/Shortcuts.tsx'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

const recording = {
  // Nothing can be read from it, and nothing asks the network for it.
  videoUrl: 'data:video/mp4,',
  originalUrl: null,
  frameTimes: [],
}
const plain = {
  settings: { captureFactor: 1, frameRate: null },
  onSettings: () => undefined,
  scale: PLAIN_TIME,
  marks: [],
}
const noRenewal = () => Promise.reject(new Error('not asked for'))

/** A player on the page, with the element it made under the test's hand. */
function show(): { playback: Playback; video: TestVideo } {
  const playback = new Playback()
  let video: TestVideo | undefined
  const attach = playback.attach
  Object.defineProperty(playback, 'attach', {
    value: (element: HTMLVideoElement) => {
      video = createTestVideo(element)
      return attach(element)
    },
  })
  render(
    <>
      <Shortcuts />
      <input aria-label="Title" />
      <button type="button">Elsewhere</button>
      <Player {...plain} playback={playback} recording={recording} onRenew={noRenewal} />
    </>,
  )
  if (!video) throw new Error('the player made no video element')
  act(() => video?.loaded(8))
  return { playback, video }
}

beforeEach(() => {
  localStorage.clear()
  // jsdom has no modal dialogs; open and closed is all that is looked at here.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})

describe('the player', () => {
  it('names its controls, and reads the moment as text', async () => {
    const { video } = show()
    const user = userEvent.setup()
    expect(screen.getByLabelText('Analyzed video', { selector: 'video' })).toBeInTheDocument()
    expect(screen.getByText(/^\/?.*8\.000/, { selector: 'p' })).toHaveTextContent('0.000 s / 8.000 s')
    await user.click(screen.getByRole('button', { name: 'Play' }))
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument()
    act(() => video.playOnTo(1.55))
    expect(screen.getByText(/8\.000/, { selector: 'p' })).toHaveTextContent('1.533 s / 8.000 s')
    expect(screen.getByText('frame 46')).toBeInTheDocument()
    expect(screen.getByRole('slider', { name: 'Seek' })).toHaveValue('1.55')
  })

  it('sets, shows and clears a loop, and changes the speed', async () => {
    const { playback, video } = show()
    const user = userEvent.setup()
    expect(screen.getByRole('button', { name: 'Clear loop' })).toHaveAttribute('aria-disabled', 'true')
    act(() => video.playOnTo(1))
    await user.click(screen.getByRole('button', { name: 'Loop start' }))
    act(() => video.playOnTo(2))
    await user.click(screen.getByRole('button', { name: 'Loop end' }))
    expect(screen.getByText('Loop 1.000 s to 2.000 s')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Clear loop' }))
    expect(playback.loop).toEqual({ start: null, end: null })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '0.25×')
    expect(video.element.playbackRate).toBe(0.25)
  })

  it('keeps the address it has when a newer one for the same video comes along', () => {
    const playback = new Playback()
    const opened = vi.spyOn(playback, 'open')
    const { rerender } = render(
      <Player {...plain} playback={playback} recording={recording} onRenew={noRenewal} />,
    )
    rerender(
      <Player
        {...plain}
        playback={playback}
        recording={{ ...recording, videoUrl: 'https://media.example/b.mp4' }}
        onRenew={noRenewal}
      />,
    )
    expect(opened).toHaveBeenCalledTimes(1)
  })
})

describe('its keyboard', () => {
  it('plays and steps while nothing has the focus', async () => {
    const { playback, video } = show()
    const user = userEvent.setup()
    await user.keyboard('k')
    expect(playback.playing).toBe(true)
    await user.keyboard(' ')
    expect(playback.playing).toBe(false)
    await user.keyboard('.')
    expect(video.element.currentTime).toBeCloseTo(1.5 / 30)
  })

  it('leaves keys alone while somebody types, and on controls elsewhere', async () => {
    const { playback } = show()
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'k k')
    expect(playback.playing).toBe(false)
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveValue('k k')
    screen.getByRole('button', { name: 'Elsewhere' }).focus()
    await user.keyboard('k')
    expect(playback.playing).toBe(false)
  })

  it('lets the space bar press the button that has the focus, once', async () => {
    const { playback } = show()
    screen.getByRole('button', { name: 'Play' }).focus()
    await userEvent.keyboard(' ')
    expect(playback.playing).toBe(true)
  })

  it('is listed with the rest, by its own button too', async () => {
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(sheet).toHaveTextContent('One frame back')
    expect(sheet).toHaveTextContent('Shift ←')
  })
})
