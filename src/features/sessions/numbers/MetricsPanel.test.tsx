import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Metric } from '../../../domain/metrics.ts'
import { makeSession } from '../../../testing/session.ts'
import { listedSource, NO_SERIES, perPart, rowsOf, showPanel } from './testPanel.tsx'

const units = () => screen.getByRole('combobox', { name: 'Units' })

beforeEach(() => localStorage.clear())

describe('the metrics', () => {
  it('show label, average with unit, extremes and each segment', () => {
    showPanel(makeSession({ metrics: [perPart('speed', 4.01, null, 4.21), perPart('mass', 70, 70, 70)] }))
    const speed = within(rowsOf('Speed'))
    const cells = speed.getAllByRole('cell').map((cell) => cell.textContent)
    expect(cells.slice(0, 3)).toEqual(['4.11 m/s', '4.01', '4.21'])
    expect(speed.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Segment 1: 4.01',
      'Segment 2: missing–',
      'Segment 3: 4.21',
    ])
    expect(speed.getByText('missing')).toHaveClass('visually-hidden')
    expect(speed.getByText('–')).toHaveAttribute('aria-hidden', 'true')
    expect(rowsOf('Body mass')).toHaveTextContent(/^Body mass70\.0 kg$/)
  })

  it('show what the console does not know, whatever its shape and name', () => {
    const hostile: Metric[] = [
      { name: '__proto__', value: { kind: 'number', value: -3.14159 } },
      { name: 'constructor', value: { kind: 'text', text: '<img src=x onerror=alert(1)>' } },
      { name: 'nested', value: { kind: 'other', json: { left: [1, { deep: null }] } } },
      { name: 'mixed_list', value: { kind: 'other', json: ['heel', null, 2.5] } },
      { name: 'empty_list', value: { kind: 'perSegment', values: [] } },
      { name: 'nulls', value: { kind: 'perSegment', values: [null, null] } },
      { name: '', value: { kind: 'other', json: null } },
      { name: 'speed', value: { kind: 'text', text: 'fast' } },
      { name: 'speed', value: { kind: 'number', value: 12345678.9 } },
    ]
    const { container } = showPanel(makeSession({ metrics: hostile, activity: '__proto__' }))
    expect(rowsOf('Proto')).toHaveTextContent('−3.142')
    expect(rowsOf('Constructor')).toHaveTextContent('<img src=x onerror=alert(1)>')
    expect(rowsOf('Nested')).toHaveTextContent('{ "left": [ 1, { "deep": null } ] }')
    expect(rowsOf('Mixed list')).toHaveTextContent('heel, –, 2.5')
    expect(rowsOf('Empty list')).toHaveTextContent('–')
    expect(rowsOf('Nulls')).toHaveTextContent('–')
    expect(screen.getByText('12345678.9')).toBeInTheDocument()
    expect(screen.getByText('fast')).toBeInTheDocument()
    expect(container.querySelector('img')).toBeNull()
  })

  it('stand, however deep a value is nested', () => {
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000))
    showPanel(makeSession({ metrics: [{ name: 'deep', value: { kind: 'other', json: deep } }] }))
    expect(rowsOf('Deep')).toHaveTextContent('…')
  })

  it('scroll in their own place, within reach of the keyboard, when there are many segments', () => {
    showPanel(
      makeSession({ metrics: [perPart('cadence', ...Array.from({ length: 60 }, (_, at) => 170 + at / 9))] }),
    )
    expect(screen.getByRole('group', { name: 'Cadence, each segment' })).toHaveAttribute('tabindex', '0')
  })

  it('say why there are none', () => {
    const none = [
      [{}, 'No metrics were recorded for this session.'],
      [{ status: 'queued' }, 'Metrics appear here when the recording has been processed.'],
      [{ activity: 'Mobility Assessment' }, /^This activity is measured in joint angles/],
    ] as const
    for (const [differently, words] of none) {
      const { unmount } = showPanel(makeSession(differently))
      expect(screen.getByText(words)).toBeInTheDocument()
      expect(screen.queryByRole('combobox')).toBeNull()
      unmount()
    }
  })

  it('tell what each means, how it is worked out, who says so and what is possible', async () => {
    showPanel(
      makeSession({
        metrics: [perPart('pace', 4.1), { name: 'ankle_gain', value: { kind: 'text', text: 'x' } }],
      }),
    )
    const pace = screen.getByRole('button', { name: 'Pace' })
    expect(pace).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(pace)
    expect(pace).toHaveAttribute('aria-expanded', 'true')
    const words = rowsOf('Pace').textContent
    expect(words).toContain('Minutes for one kilometre, or one mile, at this speed.')
    expect(words).toContain('1000 m (a mile: 1609.344 m) / (60 × speed in m/s)')
    expect(words).toContain('documented by the API’s vendor')
    expect(words).toContain('1.33 to 33.4 min/km. The possible speeds')
    await userEvent.click(pace)
    expect(rowsOf('Pace')).not.toHaveTextContent('kilometre')
    await userEvent.click(screen.getByRole('button', { name: 'Ankle gain' }))
    expect(rowsOf('Ankle gain')).toHaveTextContent(/Not known to this console.*ankle_gain/)
  })
})

describe('units', () => {
  const metrics = [
    perPart('speed', 4.4704),
    { name: 'cadence', value: { kind: 'number', value: 178 } } as const,
  ]

  it('are chosen for each account and stay on this device', async () => {
    const { unmount } = showPanel(makeSession({ metrics }))
    expect(rowsOf('Speed')).toHaveTextContent('4.47 m/s')
    await userEvent.selectOptions(units(), 'Imperial')
    expect(rowsOf('Speed')).toHaveTextContent('10.00 mph')
    expect(rowsOf('Cadence')).toHaveTextContent('178 steps/min')
    await userEvent.click(screen.getByRole('button', { name: 'Speed' }))
    expect(rowsOf('Speed')).toHaveTextContent('The API sends m/s; converted exactly.')
    unmount()
    const again = showPanel(makeSession({ metrics }))
    expect(rowsOf('Speed')).toHaveTextContent('10.00 mph')
    again.unmount()
    showPanel(makeSession({ metrics }), undefined, 'ben')
    expect(rowsOf('Speed')).toHaveTextContent('4.47 m/s')
  })
})

describe('what is odd', () => {
  const jumps = makeSession({
    activity: 'Vertical Jump',
    metrics: [perPart('jump_height', 0.31, 0.32, 2.0717), perPart('flight_time', 0.5, 0.51, 0.52)],
  })

  it('is said at the row, with its reason and where the limits come from', async () => {
    showPanel(jumps)
    expect(rowsOf('Jump height')).toHaveTextContent(
      '2.072 m in jump 3: possible is 0.01 to 1.3 m Max: ours, above 1.17 m',
    )
    const each = within(rowsOf('Jump height')).getAllByRole('listitem')
    expect(each.map((jump) => jump.textContent)).toEqual([
      'Jump 1: 0.310',
      'Jump 2: 0.320',
      'Jump 3: worth a look: 2.072',
    ])
    expect(rowsOf('Flight time')).not.toHaveTextContent('possible')
    await userEvent.selectOptions(units(), 'Imperial')
    expect(rowsOf('Jump height')).toHaveTextContent('81.56 in in jump 3: possible is 0.3937 to 51.18 in')
  })

  it('has enough digits to be outside of what is possible', () => {
    showPanel(makeSession({ metrics: [perPart('speed', 12.501)] }))
    expect(rowsOf('Speed')).toHaveTextContent('12.501 m/s in segment 1: possible is 0.5 to 12.5 m/s')
  })

  it('may be left and right', () => {
    showPanel(makeSession({ metrics: [perPart('rbalance', 50.3, 56.2)] }))
    expect(rowsOf('Right balance')).toHaveTextContent(
      '56.2 % in segment 2: left and right differ by 12.4 points',
    )
  })
})

describe('a number of one jump', () => {
  const analysis = {
    ...NO_SERIES,
    timestamps: Array.from({ length: 90 }, (_, frame) => frame / 30),
    endFrames: [29, 59, 89],
  }
  const session = makeSession({
    activity: 'Vertical Jump',
    metrics: [perPart('jump_height', 0.31, 0.32, 0.33), perPart('rsi', 0.4, 0.5)],
  })

  it('leads to it in the recording, and is marked while it is shown', async () => {
    const { video, playback } = showPanel(session, listedSource([], { analysis }))
    expect(screen.queryByRole('button', { name: /^Jump 2/ })).toBeNull()
    act(() => video.loaded(3))
    const third = await screen.findByRole('button', { name: 'Jump 3: 0.330' })
    const second = screen.getByRole('button', { name: 'Jump 2: 0.320' })
    await userEvent.click(third)
    await expect.poll(() => playback.time).toBeCloseTo(2 + 1 / 60)
    expect(third).toHaveAttribute('aria-current', 'true')
    act(() => video.playOnTo(1.5))
    expect(third).not.toHaveAttribute('aria-current')
    expect(second).toHaveAttribute('aria-current', 'true')
  })

  it('leads to its first picture at a variable frame rate', async () => {
    // Half of the median interval, 1/60 s, into the second jump the second picture of it is shown already.
    const timestamps = [0, 1 / 30, 2 / 30, 3 / 30, 4 / 30, 4 / 30 + 0.01, 4 / 30 + 0.02, 0.2, 0.2 + 1 / 30]
    const series = { ...NO_SERIES, timestamps, endFrames: [1, 3, 8] }
    const { video, playback } = showPanel(session, listedSource([], { analysis: series }))
    playback.tellFrames({ analysis: timestamps })
    act(() => video.loaded(0.25))
    await userEvent.click(await screen.findByRole('button', { name: 'Jump 3: 0.330' }))
    await expect.poll(() => playback.time).toBeCloseTo(4 / 30 + 0.005)
  })

  it('leads nowhere where the recording has another number of jumps', async () => {
    const { video } = showPanel(session, listedSource([], { analysis }))
    act(() => video.loaded(3))
    await screen.findByRole('button', { name: 'Jump 1: 0.310' })
    expect(within(rowsOf('Reactive strength index')).queryByRole('button', { name: /^Jump/ })).toBeNull()
  })

  it('leads to an equal part where the API does not say where each begins, and that is said', async () => {
    const run = makeSession({ metrics: [perPart('speed', 4, 5)] })
    const series = { ...analysis, endFrames: [], segments: 2 }
    const { video, playback } = showPanel(run, listedSource([], { analysis: series }))
    act(() => video.loaded(3))
    await userEvent.click(await screen.findByRole('button', { name: 'Segment 2: 5.00' }))
    await expect.poll(() => playback.time).toBeCloseTo(1.5 + 1 / 60)
    expect(screen.getByText(/taken as equal parts/)).toBeInTheDocument()
  })
})
