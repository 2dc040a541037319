import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Session } from '../../../domain/session.ts'
import { FILTER_NAMES } from '../../../domain/source.ts'
import { makeSession } from '../../../testing/session.ts'
import { listedSource, perPart, rowsOf, showPanel } from './testPanel.tsx'

const speeds = (...values: number[]): Session[] =>
  values.map((value, day) =>
    makeSession({
      id: `earlier-${day}`,
      recordedAt: `2026-10-${String(day + 1).padStart(2, '0')}T10:00`,
      metrics: [perPart('speed', value - 0.1, value + 0.1)],
    }),
  )

const now = (speed: number) => makeSession({ id: 'now', metrics: [perPart('speed', speed)] })

describe('a metric beside the athlete’s earlier sessions', () => {
  it('shows what is usual, of how many, and the values in their order', async () => {
    showPanel(now(4.2), listedSource(speeds(9, 4, 4.1, 4.2, 4.1, 4, 4.3, 4.2, 4.1, 4.4, 4.2)))
    expect(screen.getByText('Reading this athlete’s earlier sessions…')).toBeInTheDocument()
    expect(await screen.findByText(/^Compared with/)).toHaveTextContent(
      'Compared with this athlete’s last 10 Running sessions, 2 Oct 2026 to 11 Oct 2026.',
    )
    const row = within(rowsOf('Speed'))
    expect(rowsOf('Speed')).toHaveTextContent('4.15 ± 0.05 n 10')
    expect(row.getByRole('img').getAttribute('aria-label')).toBe(
      'Before, oldest first: 4.00, 4.10, 4.20, 4.10, 4.00, 4.30, 4.20, 4.10, 4.40, 4.20 m/s. Now: 4.20.',
    )
    expect(rowsOf('Speed')).not.toHaveTextContent('unusual')
    await userEvent.click(screen.getByRole('button', { name: 'Speed' }))
    expect(rowsOf('Speed')).toHaveTextContent(
      'Median 4.15 m/s, median absolute deviation 0.05 m/s, of 10 sessions',
    )
    await userEvent.click(screen.getByText('How it is compared'))
    expect(screen.getByText(/Iglewicz & Hoaglin 1993.*4\.7 beside 10 values/)).toBeVisible()
  })

  it('says in words what is unusual for this athlete, and to which side', async () => {
    showPanel(now(5.1), listedSource(speeds(4, 4.1, 4.2, 4.1, 4, 4.3, 4.2, 4.1, 4.1, 4.2)))
    expect(await screen.findByText(/unusual/)).toHaveTextContent(
      'unusual for this athlete: higher than before',
    )
  })

  it('leaves out other athletes, activities, exercises, what came later and what cannot be', async () => {
    const [one, two, three, four, five, six] = speeds(4, 4, 4, 4, 4, 4)
    if (!one || !two || !three || !four || !five || !six) throw new Error('six sessions')
    const { source } = listedSource([
      one,
      { ...two, exercise: 'Drop Jump' },
      { ...three, athlete: { id: 'a2', name: 'B. Berg' } },
      { ...four, activity: 'Weightlifting' },
      { ...five, recordedAt: '2026-11-15T18:00' },
      { ...six, metrics: [perPart('speed', 21)] },
    ])
    showPanel(now(4.2), { source, asked: [], failNext: () => 0 })
    expect(
      await screen.findByText(
        'This athlete has 2 earlier Running sessions with metrics; 3 are needed to compare.',
      ),
    ).toBeInTheDocument()
    expect(rowsOf('Speed')).toHaveTextContent(/n 1$/)
  })

  it('reads on where a page brought too few, and says how far it looked', async () => {
    const others = Array.from({ length: 150 }, (_, index) =>
      makeSession({
        id: `other-${index}`,
        exercise: 'Drop Jump',
        recordedAt: `2026-11-${String(14 - (index % 14)).padStart(2, '0')}T09:00`,
        metrics: [perPart('speed', 4)],
      }),
    )
    const near = speeds(4, 4, 4).map((each) => ({ ...each, recordedAt: '2026-11-15T09:00' }))
    const { source, asked, failNext } = listedSource([...near, ...others])
    showPanel(now(4.2), { source, asked, failNext })
    expect(await screen.findByText(/^Compared with this athlete’s last 3/)).toHaveTextContent(
      'Only the latest 120 sessions up to this day were looked at.',
    )
    expect(asked).toHaveLength(4)
    expect(asked[0]).toEqual({ athlete: 'a1', activity: 'Running', to: '2026-11-15', size: 30 })
  })

  it('counts, where the source cannot end at a day, what it looked at up to this one', async () => {
    const others = Array.from({ length: 150 }, (_, index) =>
      makeSession({
        id: `other-${index}`,
        exercise: 'Drop Jump',
        recordedAt: index < 50 ? '2026-12-01T09:00' : '2026-11-15T18:00',
        metrics: [perPart('speed', 4)],
      }),
    )
    const filters = FILTER_NAMES.filter((name) => name !== 'to')
    showPanel(now(4.2), listedSource(others, { filters }))
    expect(await screen.findByText(/^This athlete has no earlier/)).toHaveTextContent(
      'Only the latest 70 sessions up to this day were looked at.',
    )
  })

  it('fails alone and is tried again', async () => {
    const listed = listedSource(speeds(4, 4, 4))
    listed.failNext()
    showPanel(now(4.2), listed)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('The numbers above are not affected.')
    expect(rowsOf('Speed')).toHaveTextContent('4.20 m/s')
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^Compared with this athlete’s last 3/)).toBeInTheDocument()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is not asked for where the source, the athlete or the day is missing', async () => {
    const noNumber = [{ name: 'footstrike', value: { kind: 'text', text: 'heel' } as const }]
    const cases: [Session, ReturnType<typeof listedSource>][] = [
      [now(4), listedSource([], { filters: ['athlete'] })],
      [{ ...now(4), athlete: { id: '', name: '' } }, listedSource([])],
      [{ ...now(4), recordedAt: null }, listedSource([])],
      [{ ...now(4), metrics: noNumber }, listedSource([])],
    ]
    const panels = cases.map(([session, listed]) => within(showPanel(session, listed).container))
    // The last to begin waiting has asked: by then the others would have.
    const control = listedSource([])
    showPanel(now(4), control)
    await waitFor(() => expect(control.asked).toHaveLength(1))
    expect(cases.map(([, { asked }]) => asked)).toEqual([[], [], [], []])
    for (const panel of panels) {
      expect(panel.queryByText(/earlier .*sessions/)).toBeNull()
      expect(panel.queryByRole('columnheader', { name: /before/ })).toBeNull()
    }
  })

  it('leaves out the moments of a lift, which count from the start of each recording', async () => {
    const lift = (id: string, day: string): Session =>
      makeSession({
        ...{ id, activity: 'Weightlifting', exercise: 'snatch', recordedAt: `2026-11-${day}T10:00` },
        metrics: [
          { name: 'first_pull_end', value: { kind: 'number', value: 1400 } },
          { name: 'max_power', value: { kind: 'number', value: 2000 } },
        ],
      })
    showPanel(lift('now', '15'), listedSource([lift('a', '01'), lift('b', '02'), lift('c', '03')]))
    expect(await screen.findByText(/last 3 Weightlifting \(Snatch\) sessions/)).toBeVisible()
    expect(rowsOf('Peak power')).toHaveTextContent('2000 ± 0 n 3')
    expect(rowsOf('End of first pull')).not.toHaveTextContent('±')
    await userEvent.click(screen.getByRole('button', { name: 'End of first pull' }))
    expect(rowsOf('End of first pull')).toHaveTextContent('Not compared: it counts from the start')
  })
})
