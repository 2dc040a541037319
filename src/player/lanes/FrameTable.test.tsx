import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Lane } from '../../domain/lanes.ts'
import { hearShortcuts, useShortcuts } from '../../ui/shortcuts.ts'
import { PLAIN_TIME } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { FrameTable } from './FrameTable.tsx'
import { groupsOf } from './tableGroups.ts'
import { ownTrack } from './track.ts'

const timestamps = Array.from({ length: 60 }, (_, frame) => frame / 30)
const knee: Lane = {
  ...{ id: 'angle:kne', label: 'Knee', unit: '°', decimals: 1 },
  traces: [
    { name: 'lkne_angle', side: 'left', values: timestamps.map((_, frame) => 100 + frame) },
    {
      name: 'rkne_angle',
      side: 'right',
      values: timestamps.map((_, frame) => (frame === 26 ? null : -frame)),
    },
  ],
}

const clockAt = (time: number): Clock => ({
  ...{ time, pictureTime: time, duration: 3, playing: false },
  subscribe: () => () => undefined,
  seek: () => undefined,
  seekPicture: () => undefined,
})

const trackAt = (time: number) => ownTrack(clockAt(time), timestamps)

const firstRow = () => {
  const [, row] = screen.getAllByRole('row')
  return row ? [...row.children].map(({ textContent }) => textContent) : []
}

it('opens at the play head and reaches every frame', async () => {
  const user = userEvent.setup()
  const props = { id: 't', scale: { captureFactor: 2, zero: 0.5 }, groups: groupsOf(knee) }
  render(<FrameTable {...props} track={trackAt(30 / 30)} />)
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Frame',
    'Time s',
    'Knee L °',
    'Knee R °',
  ])
  expect(screen.getByRole('status')).toHaveTextContent('Frames 25 to 49 of 60, 0.167 to 0.567 s')
  expect(firstRow()).toEqual(['25', '0.167', '125.0', '−25.0'])
  expect(within(screen.getAllByRole('row')[2] as HTMLElement).getAllByRole('cell')[2]).toHaveTextContent('–')

  await user.click(screen.getByRole('button', { name: 'Later frames' }))
  expect(screen.getAllByRole('row')).toHaveLength(1 + 10)
  expect(screen.getByRole('button', { name: 'Later frames' })).toHaveAttribute('aria-disabled', 'true')
  await user.click(screen.getByRole('button', { name: 'At the play head' }))
  await user.click(screen.getByRole('button', { name: 'Earlier frames' }))
  expect(firstRow()).toEqual(['0', '−0.250', '100.0', '0.0'])
})

it.each([
  ['begins with the first frame while the play head is before it', -1, '0'],
  ['ends with the last frame when the film goes on after it', 2.5, '50'],
])('%s', (_what, time, row) => {
  const props = { id: 't', scale: PLAIN_TIME, groups: groupsOf(knee) }
  render(<FrameTable {...props} track={trackAt(time)} />)
  expect(firstRow()[0]).toBe(row)
})

it('scrolls by its own keys and leaves them to nobody else', () => {
  const heard: string[] = []
  const endKeys = hearShortcuts(() => undefined)
  const player = {
    title: 'Player',
    shortcuts: [' ', 'ArrowRight', 'End', 'k'].map((key) => ({
      ...{ keys: [key], label: key },
      run: () => void heard.push(key),
    })),
  }
  const Keys = () => {
    useShortcuts(player)
    return null
  }
  render(
    <>
      <Keys />
      <FrameTable id="t" scale={PLAIN_TIME} groups={groupsOf(knee)} track={trackAt(0)} />
    </>,
  )
  const table = screen.getByRole('region', { name: 'Frame-by-frame values' })
  const taken = (key: string) => !fireEvent.keyDown(table, { key })
  expect([' ', 'ArrowRight', 'End', 'k'].map(taken)).toEqual([false, false, false, true])
  expect(heard).toEqual(['k'])
  endKeys()
})
