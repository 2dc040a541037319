import type { Locator, Page } from '@playwright/test'
import { minuteOf, openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { sideways } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

/** A run's metrics by the API's names: how the page calls them, and with how many decimals. */
const RUNNING: Record<string, [label: string, decimals: number]> = {
  speed: ['Speed', 2],
  pace: ['Pace', 2],
  cadence: ['Cadence', 0],
  power: ['Power', 0],
  normalized_power: ['Power per mass', 2],
  stride_time: ['Stride time', 3],
  stride_length: ['Stride length', 2],
  contact_time: ['Ground contact time', 3],
  flight_time: ['Flight time', 3],
  contact_angle: ['Contact angle', 1],
  push_angle: ['Push angle', 1],
  rbalance: ['Right balance', 1],
  distance: ['Distance', 1],
  run_duration: ['Duration', 1],
  incline: ['Incline', 1],
  mass: ['Body mass', 1],
  mean_markers_validity: ['Marker validity', 2],
}

/** The limits that the page states, by the number of earlier sessions. */
const LIMITS: Record<number, number> = { 4: 14.4, 5: 12.5, 6: 7.4, 7: 7, 8: 5.5, 9: 5.3, 10: 4.7 }

const metricsOf = (page: Page): Locator => page.getByRole('region', { name: 'Metrics' })
const metric = (page: Page, name: string): Locator =>
  metricsOf(page)
    .getByRole('rowgroup')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
/** The number of the segment or jump under the play head. */
const marked = (page: Page, name: string): Locator => metric(page, name).locator('[aria-current]')

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
}

const numbers = ({ metrics }: ApiSession, name: string): number[] => (metrics?.[name] as number[]) ?? []

/** The last ten runs of the same athlete from before this one, oldest first. */
function before(run: ApiSession, all: readonly ApiSession[]): ApiSession[] {
  return all
    .filter((other) => other.user_id === run.user_id && minuteOf(other) < minuteOf(run))
    .slice(0, 10)
    .reverse()
}

/** What a metric was before, as it is shown, and whether it is unusual now. */
function compare(run: ApiSession, earlier: readonly ApiSession[], name: string) {
  const decimals = RUNNING[name]?.[1] ?? 0
  const values = earlier.map((other) => mean(numbers(other, name)))
  const middle = median(values)
  const spread = median(values.map((value) => Math.abs(value - middle)))
  const rough = mean(values.map((value) => Math.abs(value - middle)))
  const unit = spread > 1e-9 ? spread / 0.6745 : 1.253314 * rough
  const now = mean(numbers(run, name))
  const score = unit > 1e-9 ? (now - middle) / unit : 0
  const isAmongThem = now >= Math.min(...values) && now <= Math.max(...values)
  return {
    shown: `${middle.toFixed(decimals)} ± ${spread.toFixed(decimals)} n ${values.length}`,
    isUnusual: !isAmongThem && Math.abs(score) > (LIMITS[values.length] ?? Infinity),
  }
}

test.use({ organizationPlan: { sessions: 480, faults: false } })

test('a run’s metrics stand beside what is usual for its athlete, are explained, and change units @phone', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const runs = (await api.matches({ activity: 'Running' })).filter((run) => numbers(run, 'speed').length > 0)
  const oddities = (run: ApiSession) => {
    const earlier = before(run, runs)
    return earlier.length < 6
      ? []
      : Object.keys(RUNNING).filter((name) => compare(run, earlier, name).isUnusual)
  }
  const run = runs.toSorted((a, b) => oddities(b).length - oddities(a).length)[0]
  if (!run) throw new Error('No run has metrics.')
  const earlier = before(run, runs)
  const odd = oddities(run)
  expect(odd.length, 'the story needs something unusual').toBeGreaterThan(0)

  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${run.id}`)
  await expect(
    page.getByText(`Compared with this athlete’s last ${earlier.length} Running sessions`),
  ).toBeVisible()
  const rows = await metricsOf(page)
    .getByRole('rowgroup')
    .evaluateAll((groups) => groups.map((group) => group.textContent))
  for (const [name, [label, decimals]] of Object.entries(RUNNING)) {
    const row = rows.find((words) => words.startsWith(label + mean(numbers(run, name)).toFixed(decimals)))
    expect(row, label).toContain(compare(run, earlier, name).shown)
    expect(row?.includes('unusual for this athlete'), label).toBe(odd.includes(name))
  }
  const cells = metric(page, 'Speed').getByRole('cell')
  const speeds = numbers(run, 'speed')
  await expect(cells.nth(1)).toHaveText(Math.min(...speeds).toFixed(2))
  await expect(cells.nth(2)).toHaveText(Math.max(...speeds).toFixed(2))

  const about = metric(page, 'Speed').getByRole('button', { name: 'Speed' })
  await about.focus()
  await page.keyboard.press('Enter')
  await expect(about).toHaveAttribute('aria-expanded', 'true')
  await expect(metric(page, 'Speed')).toContainText('Average running speed of the segment.')
  await expect(metric(page, 'Speed')).toContainText('documented by the API’s vendor')
  expect(await sideways(page)).toBe(0)
  await expectNoAxeViolations(page)

  await page.getByRole('combobox', { name: 'Units' }).selectOption('Imperial')
  const milesPerHour = ((mean(speeds) * 3600) / 1609.344).toFixed(2)
  await expect(cells.first()).toHaveText(`${milesPerHour} mph`)
  await page.reload()
  await expect(cells.first()).toHaveText(`${milesPerHour} mph`)
})

test('a jump that cannot be says so at its row, and its number leads to it in the video', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const [jump] = await api.matches({ title: 'held on to the rig' })
  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${jump?.id}`)
  const height = metric(page, 'Jump height')
  await expect(height).toContainText('2.072 m in jump 3: possible is 0.01 to 1.3 m')
  await expect(height).toContainText('NFL Scouting Combine')
  await expect(metric(page, 'Peak power')).not.toContainText('possible is')

  await expect(marked(page, 'Jump height')).toHaveText(/^Jump 1: /)
  await height.getByRole('button', { name: 'Jump 3: worth a look: 2.072' }).click()
  await expect(marked(page, 'Jump height')).toHaveText('Jump 3: worth a look: 2.072')
  await expect(marked(page, 'Peak power')).toHaveText(/^Jump 3: /)
  await metric(page, 'Peak power')
    .getByRole('button', { name: /^Jump 1: / })
    .press('Enter')
  await expect(marked(page, 'Jump height')).toHaveText(/^Jump 1: /)
})
