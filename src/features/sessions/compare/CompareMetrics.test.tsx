import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import type { Auth } from '../../../domain/auth.ts'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { listedSource, perPart, rowsOf } from '../numbers/testPanel.tsx'
import { CompareMetrics } from './CompareMetrics.tsx'

const number = (name: string, value: number): Metric => ({ name, value: { kind: 'number', value } })
const words = (name: string, text: string): Metric => ({ name, value: { kind: 'text', text } })

/** Two sessions on a page without an address; `sessions` are all that the source has. */
function show(first: Session, second: Session, sessions: readonly Session[] = []) {
  const { source } = listedSource(sessions)
  const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={{ auth, sources: [source], queryClient }}>
        <CompareMetrics first={first} second={second} />
      </ServicesContext>
    </QueryClientProvider>,
  )
}

/** What a metric's row says in its three columns. */
const cellsOf = (name: string) =>
  within(within(rowsOf(name)).getAllByRole('row')[0] as HTMLElement)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

beforeEach(() => localStorage.clear())

it('shows both values, their difference with its unit, and what share of the first it is', async () => {
  const user = userEvent.setup()
  const first = [perPart('speed', 4, 5, null), number('rbalance', 50), words('footstrike', 'heel')]
  const second = [number('speed', 4), number('rbalance', 49.25), words('footstrike', 'toe'), number('odd', 3)]
  show(makeSession({ metrics: first }), makeSession({ id: 's2', title: 'Strides', metrics: second }))
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    ...['Metric', 'First Tempo run', 'Second Strides', 'Difference'],
  ])
  expect(cellsOf('Speed')).toEqual(['4.50 m/s4.00 to 5.00', '4.00 m/s', '−0.50 m/s−11.1 %'])
  expect(cellsOf('Right balance')).toEqual(['50.0 %', '49.3 %', '−0.8 points'])
  expect(cellsOf('Foot strike')).toEqual(['heel', 'toe', 'different'])
  expect(cellsOf('Odd')).toEqual(['–', '3 ', '–'])

  await user.selectOptions(screen.getByRole('combobox', { name: 'Units' }), 'Imperial')
  expect(cellsOf('Speed')).toEqual(['10.07 mph8.95 to 11.18', '8.95 mph', '−1.12 mph−11.1 %'])
})

it('says what cannot be, and of which session', () => {
  const fast = makeSession({ id: 's2', metrics: [perPart('speed', 4, 44)] })
  show(makeSession({ metrics: [number('speed', 5)] }), fast)
  expect(within(rowsOf('Speed')).getByText(/^Second: 44.00 m\/s in segment 2: possible is/)).toBeVisible()
})

it('compares each with its own athlete’s sessions before it', async () => {
  const day = (index: number) => `2026-10-${String(10 + index)}T10:00` as const
  const run = (athlete: string, index: number, speed: number) =>
    makeSession({
      ...{ id: `${athlete}${index}`, athlete: { id: athlete, name: athlete }, recordedAt: day(index) },
      metrics: [number('speed', speed)],
    })
  const earlier = [0, 1, 2, 3, 4].flatMap((index) => [
    run('anna', index, 4 + index / 10),
    ...(index < 2 ? [run('bo', index, 5)] : []),
  ])
  show(run('anna', 8, 9), run('bo', 9, 5), earlier)
  expect(await screen.findByText('4.20 ± 0.10')).toBeVisible()
  expect(cellsOf('Speed')[0]).toContain('unusual for this athlete: higher than before')
  expect(screen.getByText(/^Compared with this athlete’s last 5 Running sessions/)).toBeVisible()
  expect(await screen.findByText(/^This athlete has 2 earlier Running sessions/)).toBeVisible()
})

it('lets metrics of two activities stand by themselves, and says so', () => {
  const jump = makeSession({ id: 's2', activity: 'Vertical Jump', metrics: [number('flight_time', 0.5)] })
  show(makeSession({ metrics: [number('flight_time', 0.1)] }), jump)
  expect(screen.getByText(/^Two activities: metrics of Running and of Vertical Jump/)).toBeVisible()
  expect(screen.getAllByRole('rowheader', { name: 'Flight time' })).toHaveLength(2)
})

it('says where there are none', () => {
  show(makeSession(), makeSession({ id: 's2', metrics: [number('speed', 4)] }))
  expect(screen.getByText('No metrics were recorded for the first session.')).toBeVisible()
  expect(cellsOf('Speed')).toEqual(['–', '4.00 m/s', '–'])
})
