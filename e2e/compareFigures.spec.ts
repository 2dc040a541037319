import type { Locator, Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import type { ApiSeries, ApiSession } from './support/api.ts'
import { frameIn } from './support/film.ts'
import { signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'
import { twoRuns } from './support/twoRuns.ts'

const lanes = (page: Page): Locator => page.getByRole('region', { name: 'Lanes' })
const lane = (page: Page, name: string): Locator => lanes(page).getByRole('group', { name, exact: true })
const metrics = (page: Page): Locator => page.getByRole('region', { name: 'Metrics' })
const fixed = (value: number | undefined, decimals = 1) => (value ?? NaN).toFixed(decimals).replace('-', '−')
const signed = (value: number, decimals = 1) =>
  (Number(value.toFixed(decimals)) > 0 ? '+' : '') + fixed(value, decimals)

/** What the knee's strips say, such as `First, left knee 142.3°Second, …`, without the words between the numbers. */
async function readKnee(page: Page): Promise<string[]> {
  const texts = await lane(page, 'Knee').getByRole('paragraph').allTextContents()
  return texts
    .filter((text) => text.includes('First, ') && !/owest/.test(text))
    .map((text) => text.replace(/^[LR]/, ''))
}

function expectedKnee(
  series: { slow: ApiSeries; fast: ApiSeries },
  frames: { slow: number; fast: number },
): string[] {
  return (['left', 'right'] as const).map((side) => {
    const key = `${side === 'left' ? 'l' : 'r'}kne_angle`
    const [one, other] = [series.slow.angles[key]?.[frames.slow], series.fast.angles[key]?.[frames.fast]]
    const by = (other ?? NaN) - (one ?? NaN)
    const said = (which: string, words: string) => `${which}, ${side} knee ${words}°`
    return said('First', fixed(one)) + said('Second', fixed(other)) + said('Difference', signed(by))
  })
}

/** The average of a metric's numbers, as the API sent them. */
function averageOf({ metrics }: ApiSession, name: string): number {
  const numbers = (metrics as Record<string, number[]>)[name] ?? []
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

test('the series of two runs lie over each other, and their metrics stand beside each other', async ({
  page,
  organization,
}) => {
  test.setTimeout(60_000)
  const { slow, fast } = await twoRuns(organization)
  const api = await openApi(organization.admin)
  const series = { slow: await api.series(slow.id), fast: await api.series(fast.id) }
  // The same strike and the same one two seconds on, which the faster legs reach in 1.6 s.
  const address = `/aikynetix/sessions/${slow.id}/compare/aikynetix/${fast.id}?t=1&e1=1&e2=3&o1=0.8&o2=2.4`
  await signIn(page, organization.admin, address)
  await expect(lane(page, 'Knee')).toBeVisible()
  await expect(lanes(page).getByRole('list', { name: 'Lines' })).toContainText(
    `Second, dashed: ${fast.title}`,
  )

  // Each value is of the picture on its own screen, wherever the play head is.
  const controls = page.getByRole('group', { name: 'Player controls' })
  const [first, second] = [controls.getByLabel('First video'), controls.getByLabel('Second video')]
  const seek = page.getByRole('slider', { name: 'Seek' })
  for (const time of [1.5, 4.2]) {
    await seek.fill(String(time))
    await expect(async () => {
      const frames = { slow: (await frameIn(first)) ?? NaN, fast: (await frameIn(second)) ?? NaN }
      expect(frames.slow).toBe(Math.floor(time * 30 + 1e-6))
      expect(Math.abs(frames.fast - (0.8 + (time - 1) * 0.8) * 30)).toBeLessThanOrEqual(1)
      expect(await readKnee(page)).toEqual(expectedKnee(series, frames))
    }).toPass({ timeout: 20_000 })
  }

  // The table has them frame by frame, and what belongs to each of them.
  await seek.fill('3')
  await expect.poll(() => frameIn(first)).toBe(90)
  await lanes(page).getByRole('button', { name: 'Frame-by-frame values' }).click()
  const table = lanes(page).getByRole('table', { name: 'Frame-by-frame values' })
  const [left] = expectedKnee(series, { slow: 90, fast: 72 })
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '90', exact: true }) })
  const cells = await row.getByRole('cell').allTextContents()
  expect(cells.slice(0, 3)).toEqual(['3.000', '72', fixed(series.fast.all_timestamps[72], 3)])
  expect(left).toBe(
    ['First', 'Second', 'Difference']
      .map((which, index) => `${which}, left knee ${cells[3 + index]}°`)
      .join(''),
  )

  // A click in the lanes leads both there.
  const strip = (await lane(page, 'Hip').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(strip.x + strip.width - 4, strip.y + strip.height / 4)
  // Both strips are read, the left one first.
  await expect(
    lane(page, 'Hip')
      .getByText(/^First [\d.]+° {2}Second [\d.]+° {2}[+−]?[\d.]+°$/)
      .first(),
  ).toBeVisible()
  await page.mouse.click(strip.x + strip.width - 4, strip.y + strip.height / 4)
  await expect.poll(() => frameIn(first)).toBeGreaterThan(170)
  await expect.poll(() => frameIn(second)).toBeGreaterThan(130)

  // Metrics: both averages, the difference with its unit and as a share.
  const speed = metrics(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Speed', exact: true }) })
  const [mine, its] = [averageOf(slow, 'speed'), averageOf(fast, 'speed')]
  await expect(speed.getByRole('cell').nth(0)).toContainText(`${fixed(mine, 2)} m/s`)
  await expect(speed.getByRole('cell').nth(1)).toContainText(`${fixed(its, 2)} m/s`)
  await expect(speed.getByRole('cell').nth(2)).toHaveText(
    `${signed(its - mine, 2)} m/s${signed(((its - mine) / mine) * 100)} %`,
  )
})
