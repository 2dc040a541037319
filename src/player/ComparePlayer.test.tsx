import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Alignment } from '../domain/alignment.ts'
import { Shortcuts } from '../ui/Shortcuts.tsx'
import { PLAIN_TIME } from './clock.ts'
import type { TimelineMark } from './clock.ts'
import type { ComparedFilm, Which } from './comparedFilms.ts'
import { ComparePlayer } from './ComparePlayer.tsx'
import { Playback } from './playback.ts'
import type { StartAt } from './playback.ts'
import { createTestVideo } from './testVideo.ts'
import type { TestVideo } from './testVideo.ts'

// Nothing can be read from it, and nothing asks the network for it.
const recording = { videoUrl: 'data:video/mp4,', originalUrl: 'data:video/mp4,original', frameTimes: [] }
const strike: TimelineMark = { id: 'a', kind: 'event', label: 'Foot strike', time: 3, end: null }
/** A second of the first is half a second of the second, from its second second on. */
const alignment: Alignment = { anchor: 1, otherAnchor: 2, rate: 0.5 }

/** A playback whose element comes under the test's hand. */
function controlled(): { playback: Playback; video: () => TestVideo } {
  const playback = new Playback()
  const { attach } = playback
  let video: TestVideo | undefined
  Object.defineProperty(playback, 'attach', {
    value: (element: HTMLVideoElement) => {
      video = createTestVideo(element)
      return attach(element)
    },
  })
  return {
    playback,
    video: () => {
      if (!video) throw new Error('there is no video element')
      return video
    },
  }
}

function Page({ first, second, linked }: { first: ComparedFilm; second: ComparedFilm; linked: boolean }) {
  const [steered, steer] = useState<Which>('first')
  return (
    <>
      <Shortcuts />
      <p>chosen: {steered}</p>
      <ComparePlayer
        {...{ first, second, alignment, linked, steered }}
        onSteer={steer}
        onRenew={() => Promise.reject(new Error('not asked for'))}
      />
    </>
  )
}

type Shown = { linked?: boolean; films?: string[]; from?: StartAt }

/** `films`: empty where the recording has none; `from`: where both begin. */
function show({ linked = true, films = ['film', 'film'], from }: Shown = {}) {
  const [one, two] = [controlled(), controlled()]
  const filmOf = (playback: Playback, index: number): ComparedFilm => ({
    playback,
    recording: films[index] ? recording : { videoUrl: null, originalUrl: null, frameTimes: [0, 1, 2, 3] },
    settings: { captureFactor: 1, frameRate: 30 },
    onSettings: () => undefined,
    scale: PLAIN_TIME,
    title: index === 0 ? 'Tempo run' : 'Faster run',
    marks: [strike],
    from: from ?? null,
  })
  const [first, second] = [filmOf(one.playback, 0), filmOf(two.playback, 1)]
  const page = render(<Page {...{ first, second, linked }} />)
  act(() => {
    if (films[0]) one.video().loaded(8)
    if (films[1]) two.video().loaded(6)
  })
  return {
    one,
    two,
    leave: page.unmount,
    link: (on: boolean) => page.rerender(<Page {...{ first, second, linked: on }} />),
  }
}

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 60)))

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = vi.fn()
})

describe('two films on one set of controls', () => {
  it('are moved together while they are linked, the second silent and at its own rate', async () => {
    const { one, two } = show()
    const controls = screen.getByRole('group', { name: 'Player controls' })
    expect(within(controls).getByText('Tempo run')).toBeInTheDocument()
    expect(within(controls).getByText('Faster run')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect(one.video().element.playbackRate).toBe(1)
    // It may be catching up.
    expect(two.video().element.playbackRate).toBeCloseTo(0.5, 0)
    expect(two.video().element.playbackRate).toBeLessThan(0.71)
    expect([two.playback.playing, two.video().element.muted]).toEqual([true, true])
    await userEvent.keyboard('k')
    act(() => one.playback.seek(5))
    await settle()
    expect(two.video().element.currentTime).toBeCloseTo(4, 1)
    await userEvent.click(screen.getByRole('button', { name: 'Marks' }))
    await userEvent.click(await screen.findByText('Foot strike (second)'))
    expect(one.playback.time).toBeCloseTo(3)
  })

  it('are steered one by one while they are not, and meet again', async () => {
    const { one, two, link } = show({ linked: false })
    await userEvent.keyboard('2')
    expect(screen.getByText('chosen: second')).toBeInTheDocument()
    await userEvent.keyboard('.')
    await settle()
    expect([one.playback.frame, two.playback.frame]).toEqual([0, 1])
    await userEvent.keyboard('k')
    expect([one.playback.playing, two.playback.playing]).toEqual([false, true])
    await userEvent.click(screen.getByLabelText('First video'))
    expect(screen.getByText('chosen: first')).toBeInTheDocument()
    expect([one.playback.playing, two.playback.playing]).toEqual([false, false])
    act(() => one.playback.seek(3))
    await settle()
    expect(two.playback.frame).toBe(1)
    link(true)
    await settle()
    expect(two.playback.time).toBeCloseTo(3, 1)
  })

  it('show the originals by one key, each at its moment', async () => {
    const { one, two } = show()
    act(() => one.playback.seek(5))
    await settle()
    await userEvent.keyboard('v')
    for (const { video } of [one, two]) expect(video().element.src).toBe('data:video/mp4,original')
    act(() => {
      one.video().loaded(8)
      two.video().loaded(6)
    })
    await settle()
    expect(one.playback.time).toBeCloseTo(5, 1)
    expect(two.playback.time).toBeCloseTo(4, 1)
  })

  it('go on where one has no film, and where one fails', async () => {
    const { one } = show({ films: ['film', ''] })
    expect(screen.getByText('No video')).toBeInTheDocument()
    await userEvent.keyboard('.')
    await settle()
    expect(one.playback.frame).toBe(1)
    act(() => one.video().fail(3, 'PIPELINE_ERROR_DECODE'))
    expect(screen.getByRole('alert')).toHaveTextContent('The first video cannot be played')
  })

  it('the controls are on the second while the first has failed, and back once it plays', async () => {
    const { one, two } = show()
    act(() => one.playback.seek(5))
    await settle()
    act(() => one.video().fail(3, 'PIPELINE_ERROR_DECODE'))
    expect(screen.getByText('Until the first video plays, the controls move the second.')).toBeVisible()
    expect(two.playback.frame).toBe(120)
    await userEvent.keyboard('.')
    expect(two.playback.frame).toBe(121)
    await userEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect([one.playback.playing, two.playback.playing]).toEqual([false, true])
    await userEvent.keyboard('k')
    act(() => one.playback.open({ address: 'data:video/mp4,new', renew: () => Promise.reject(new Error()) }))
    act(() => one.video().loaded(8))
    await settle()
    expect(screen.queryByText('Until the first video plays, the controls move the second.')).toBeNull()
    await userEvent.keyboard('.')
    expect(one.playback.frame).toBe(1)
  })

  it('of which the first has no film can be heard and fill the screen by the second', async () => {
    const { two } = show({ films: ['', 'film'] })
    expect(screen.getByRole('button', { name: 'Full screen' })).toBeVisible()
    expect(two.video().element.muted).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Sound on' }))
    expect(two.video().element.muted).toBe(false)
  })

  it('say where the second is over, and not again at each turn while they play', async () => {
    const { one } = show()
    const status = screen
      .getAllByRole('status')
      .find((each) => each.closest('p')?.textContent.includes('Faster'))
    act(() => one.playback.seek(7.9))
    await settle()
    act(() => one.playback.play())
    expect(status).toHaveAttribute('aria-live', 'off')
    act(() => one.playback.pause())
    expect(status).toHaveAttribute('aria-live', 'polite')
  })

  it('without any film begin where they are told, and stand once the page is left', async () => {
    const loop = { start: 1.5, end: 3 }
    const { one, two, leave } = show({ films: ['', ''], linked: false, from: { time: 2.5, rate: 0.5, loop } })
    for (const { playback } of [one, two])
      expect([playback.time, playback.rate, playback.loop]).toEqual([2.5, 0.5, loop])
    await userEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect(one.playback.playing).toBe(true)
    leave()
    expect(one.playback.playing).toBe(false)
  })

  it('says why both are stepped', () => {
    const { one } = show()
    act(() => one.playback.setRate(0.1))
    expect(screen.getByText(/^Stepped together: .* at 0\.05×, slower than/)).toBeInTheDocument()
  })
})
