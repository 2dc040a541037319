import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Analysis } from '../../domain/analysis.ts'
import type { Session } from '../../domain/session.ts'
import { makeSession } from '../../testing/session.ts'
import { athleteSource, NoResizeObserver, showAthletes } from './testAthletes.tsx'

beforeEach(() => vi.stubGlobal('ResizeObserver', NoResizeObserver))
afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

const run = (id: string, day: string, speed: number, more: Partial<Session> = {}): Session =>
  makeSession({
    ...{
      id,
      title: `Run ${id}`,
      recordedAt: `2026-${day}T10:00`,
      athlete: { id: 'a1', name: 'Astrid Sørli' },
    },
    metrics: [{ name: 'speed', value: { kind: 'perSegment', values: [speed - 0.5, speed + 0.5] } }],
    ...more,
  })

const squat = (id: string, day: string): Session =>
  makeSession({
    ...{ id, title: 'Overhead Squat', activity: '', exercise: 'EX-1', recordedAt: `2026-${day}T08:00Z` },
    athlete: { id: 'v7', name: 'Astrid Sorli' },
  })

const report = (left: number, right: number): Analysis => ({
  ...{ timestamps: [], angles: [], report: [], segments: null, endFrames: [], unreadable: [] },
  sided: [
    {
      ...{ name: 'Knee Flexion', front: null, back: null, gap: Math.abs(left - right) },
      left: { value: left, score: 1 },
      right: { value: right, score: 0.5 },
    },
  ],
})

const first = () =>
  athleteSource('one', { a1: 'Astrid Sørli', a2: 'Bo Berg' }, [
    run('1', '03-01', 4),
    run('2', '09-01', 4.5),
    run('3', '11-15', 5),
    run('jump', '10-01', 0, {
      activity: 'Vertical Jump',
      metrics: [{ name: 'jump_height', value: { kind: 'number', value: 0.31 } }],
    }),
    run('other', '10-02', 3, { athlete: { id: 'a2', name: 'Bo Berg' } }),
  ])

const second = () =>
  athleteSource(
    'two',
    { v7: 'Astrid Sørli', v8: 'Vera Lind' },
    [squat('s1', '04-01'), squat('s2', '12-01')],
    {
      differently: {
        facts: new Set(['duration']),
        analysis: ({ id }) => Promise.resolve(id === 's1' ? report(120, 110) : report(131.5, 128)),
      },
    },
  )

const recorded = () =>
  within(screen.getByRole('table', { name: 'Sessions' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent.trim()),
    )

describe('an athlete', () => {
  it('has all sessions on one axis, and a trend of the number that is chosen', async () => {
    const { router } = showAthletes('/athletes/one/a1', [first().source])
    expect(await screen.findByRole('heading', { level: 1, name: 'Astrid Sørli' })).toBeVisible()
    expect(await screen.findByText('4 sessions · 1 Mar 2026 – 15 Nov 2026')).toBeVisible()
    const timeline = screen.getByRole('region', { name: 'Sessions over time' })
    expect(
      within(timeline).getByRole('img', {
        name: '4 sessions from 1 Mar 2026 to 15 Nov 2026: Running 3, Vertical Jump 1.',
      }),
    ).toBeVisible()
    const trend = screen.getByRole('region', { name: 'Trend' })
    expect(
      within(trend).getByRole('img', {
        name: 'Speed of 3 sessions, 1 Mar 2026 to 15 Nov 2026: lowest 4.00 m/s, highest 5.00 m/s.',
      }),
    ).toBeVisible()
    expect(recorded()).toEqual([
      ['15 Nov 2026, 10:00 AM', 'Run 3', 'Running', '5.00 m/s'],
      ['1 Oct 2026, 10:00 AM', 'Run jump', 'Vertical Jump', '–'],
      ['1 Sep 2026, 10:00 AM', 'Run 2', 'Running', '4.50 m/s'],
      ['1 Mar 2026, 10:00 AM', 'Run 1', 'Running', '4.00 m/s'],
    ])
    await userEvent.selectOptions(within(trend).getByRole('combobox', { name: 'Units' }), 'Imperial')
    expect(recorded()[0]?.at(-1)).toBe('11.18 mph')
    await userEvent.selectOptions(
      within(trend).getByRole('combobox', { name: 'Sessions of' }),
      'Vertical Jump',
    )
    expect(trend).toHaveTextContent('One session alone shows no trend.')
    expect(recorded()[1]?.at(-1)).toBe('12.20 in')
    expect(router.state.location.search).toContain('Vertical+Jump')
    await userEvent.click(screen.getByRole('link', { name: 'Run 3' }))
    expect(await screen.findByRole('heading', { name: 'A session' })).toBeVisible()
  })

  it('is made one with an athlete of another source by hand alone, and parted again', async () => {
    showAthletes('/athletes/one/a1', [first().source, second().source])
    const panel = await screen.findByRole('region', { name: 'Same person' })
    expect(await within(panel).findByText('TWO has an athlete of the same name, Astrid Sørli.')).toBeVisible()
    expect(recorded()).toHaveLength(4)
    await userEvent.click(within(panel).getByRole('button', { name: 'It is the same person' }))
    expect(await screen.findByText('Now one with Astrid Sørli in TWO.')).toBeVisible()
    expect(await screen.findByText(/^Times of TWO are UTC, those of ONE are as recorded/)).toBeVisible()
    expect(recorded().map(([at, , , source]) => `${at} ${source}`)).toEqual([
      '1 Dec 2026, 8:00 AM UTC TWO',
      '15 Nov 2026, 10:00 AM ONE',
      '1 Oct 2026, 10:00 AM ONE',
      '1 Sep 2026, 10:00 AM ONE',
      '1 Apr 2026, 8:00 AM UTC TWO',
      '1 Mar 2026, 10:00 AM ONE',
    ])
    expect(
      screen.getByRole('img', { name: /^6 sessions .*: Running 3, Overhead Squat 2, Vertical Jump 1\.$/ }),
    ).toBeVisible()
    await userEvent.click(within(panel).getByRole('button', { name: 'Part again' }))
    expect(recorded()).toHaveLength(4)
  })

  it('has numbers that a source keeps in reports once they are asked for', async () => {
    showAthletes('/athletes/two/v7', [first().source, second().source])
    const trend = await screen.findByRole('region', { name: 'Trend' })
    expect(trend).toHaveTextContent('TWO keeps its numbers in a report of each recording; 2 are to be read.')
    await userEvent.click(within(trend).getByRole('button', { name: 'Read the reports' }))
    const chart = await within(trend).findByRole('img', { name: /^Knee Flexion, left of 2 sessions/ })
    expect(chart.getAttribute('aria-label')).toBe(
      'Knee Flexion, left of 2 sessions, 1 Apr 2026 to 1 Dec 2026: lowest 120.0°, highest 131.5°. ' +
        'Knee Flexion, right of 2 sessions, 1 Apr 2026 to 1 Dec 2026: lowest 110.0°, highest 128.0°.',
    )
    expect(recorded().map((cells) => cells.at(-1))).toEqual(['L 131.5°  R 128.0°', 'L 120.0°  R 110.0°'])
  })

  it('of whom a source says nothing is not there; what another source cannot say hides nothing', async () => {
    const shown = showAthletes('/athletes/one/nobody', [first().source])
    expect(await screen.findByRole('heading', { name: 'This athlete is not there' })).toBeVisible()
    shown.unmount()

    const other = second()
    localStorage.setItem(
      'motion-console:persons:anna',
      JSON.stringify({
        version: 1,
        value: [
          [
            { source: 'one', id: 'a1' },
            { source: 'two', id: 'v7' },
          ],
        ],
      }),
    )
    other.failing.list = 1
    showAthletes('/athletes/one/a1', [first().source, other.source])
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The sessions of TWO could not be read.')
    expect(recorded()).toHaveLength(4)
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findAllByText('Overhead Squat')).not.toHaveLength(0)
    expect(recorded()).toHaveLength(6)
  })

  it('keeps what was read where reading on fails, and says so beside it', async () => {
    const many = Array.from({ length: 900 }, (_, index) => run(String(index), '03-01', 4))
    const { source, failing } = athleteSource('one', { a1: 'Astrid Sørli' }, many)
    showAthletes('/athletes/one/a1', [source])
    expect(await screen.findByText('The newest 300 of 900 sessions read.')).toBeVisible()
    Object.assign(failing, { list: 1, after: 1 })
    await userEvent.click(screen.getByRole('button', { name: 'Read on' }))
    const alert = await screen.findByRole('alert')
    expect(screen.getByText('The newest 400 of 900 sessions read.')).toBeVisible()
    expect(screen.getByRole('img', { name: /^400 sessions from/ })).toBeVisible()
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('img', { name: /^800 sessions from/ })).toBeVisible()
  })
})
