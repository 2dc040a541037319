import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { Playback } from './playback.ts'
import { TimingPopup } from './TimingPopup.tsx'

it('takes the rate of a film of 30000/1001 frames a second as it reads, as real time', async () => {
  const playback = new Playback()
  playback.tellFrames({ typed: 30_000 / 1_001 })
  const changes: unknown[] = []
  render(
    <TimingPopup
      id="timing"
      anchor={document.body}
      playback={playback}
      settings={{ captureFactor: 1, frameRate: null }}
      onSettings={(change) => changes.push(change)}
      onClose={() => undefined}
    />,
  )
  await userEvent.click(screen.getByRole('radio', { name: 'Another rate' }))
  const typed = screen.getByRole('textbox', { name: 'Filmed at (fps)' })
  await userEvent.type(typed, '29.96{Enter}')
  expect(screen.getByText('A number from 29.97 to 10000.')).toBeInTheDocument()
  await userEvent.clear(typed)
  await userEvent.type(typed, '29.97{Enter}')
  expect(changes).toEqual([{ captureFactor: 1 }])
})
