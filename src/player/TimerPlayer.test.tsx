import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PLAIN_TIME } from './clock.ts'
import { Playback } from './playback.ts'
import type { StartAt } from './playback.ts'
import { TimerPlayer } from './TimerPlayer.tsx'

/** Sixty a second, for two seconds. */
const FRAMES = Array.from({ length: 120 }, (_, frame) => frame / 60)

function show(frameTimes: readonly number[] = FRAMES, from: StartAt = {}) {
  const playback = new Playback()
  const player = (times: readonly number[]) => (
    <TimerPlayer
      playback={playback}
      frameTimes={times}
      settings={null}
      onSettings={() => undefined}
      scale={PLAIN_TIME}
      marks={[]}
      from={from}
      keysWithin={createRef()}
    />
  )
  const shown = render(player(frameTimes))
  return { playback, ...shown, give: (times: readonly number[]) => shown.rerender(player(times)) }
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('a recording without a film', () => {
  it('can be gone through frame by frame, with loop and speed, and without anything of a picture', async () => {
    const { playback } = show()
    expect(screen.getByText('frame 0')).toBeVisible()
    expect(screen.getByText('60 fps, from the analysis')).toBeVisible()
    await press('Next frame')
    await press('Next frame')
    expect(playback.frame).toBe(2)
    await press('Loop start')
    await press('To the end')
    expect(playback.frame).toBe(119)
    await press('Previous frame')
    await press('Loop end')
    expect(playback.loop.start).toBeCloseTo(2.5 / 60)
    expect(playback.loop.end).toBeCloseTo(118.5 / 60)
    for (const name of ['Full screen', 'Mute', 'Picture in picture', 'Timing'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })

  it('plays by itself, goes on after being stopped, and begins anew at its end', async () => {
    const { playback } = show()
    await press('Play')
    await vi.waitFor(() => expect(playback.frame).toBeGreaterThan(3), 5_000)
    await press('Pause')
    const stopped = playback.frame
    expect(playback.playing).toBe(false)
    await press('Play')
    await vi.waitFor(() => expect(playback.frame).toBeGreaterThan(stopped), 5_000)
    await press('Pause')
    await press('To the end')
    await press('Play')
    await vi.waitFor(() => expect(playback.frame).toBeLessThan(100), 5_000)
  })

  it('begins once where and how it is told, when its times have come, and stands when its page is left', async () => {
    const loop = { start: 0.25, end: 1.5 }
    const { playback, give, unmount } = show([], { time: 0.5, rate: 0.75, loop })
    expect([playback.time, playback.duration]).toEqual([0, 0])
    give(FRAMES)
    expect([playback.time, playback.rate, playback.loop]).toEqual([0.5, 0.75, loop])
    act(() => playback.seek(1))
    give([...FRAMES])
    expect(playback.time).toBe(1)
    await press('Play')
    unmount()
    expect(playback.playing).toBe(false)
  })
})
