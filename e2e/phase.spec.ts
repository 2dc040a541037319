import type { Page } from '@playwright/test'
import type { Organization } from './support/organization.ts'
import { signIn } from './support/pages.ts'
import { together, watchTogether } from './support/phase.ts'
import type { Seen } from './support/phase.ts'
import { expect, test } from './support/test.ts'
import { twoRuns } from './support/twoRuns.ts'

// The pictures are drawn by software here: small ones come sooner, and the numbers are read from the films themselves.
test.use({ viewport: { width: 640, height: 720 } })

/** The middle of a picture of 30 a second, as addresses have it. */
const at = (frame: number) => ((frame + 0.5) / 30).toFixed(6)

/** Opens the usual run beside the faster one, with two pictures of each marked. */
async function compare(
  page: Page,
  organization: Organization,
  [e1, e2]: readonly [number, number],
  [o1, o2]: readonly [number, number],
  more = '',
) {
  const { slow, fast } = await twoRuns(organization)
  const search = `?e1=${at(e1)}&e2=${at(e2)}&o1=${at(o1)}&o2=${at(o2)}${more}`
  await signIn(
    page,
    organization.admin,
    `/aikynetix/sessions/${slow.id}/compare/aikynetix/${fast.id}${search}`,
  )
  const controls = page.getByRole('group', { name: 'Player controls' })
  const first = controls.getByLabel('First video', { exact: true })
  const second = controls.getByLabel('Second video', { exact: true })
  for (const film of [first, second])
    await expect
      .poll(() => film.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1)
  return { fast, first, second, seek: page.getByRole('slider', { name: 'Seek' }) }
}

test('two runs of different speed show both events to the picture, and stay in phase through a minute of looping', async ({
  page,
  organization,
}) => {
  test.setTimeout(150_000)
  const [slow, fast] = [
    [25, 65],
    [20, 52],
  ] as const
  const due = (frame: number) => fast[0] + (frame - slow[0]) * 0.8
  const { first, second, seek } = await compare(
    page,
    organization,
    slow,
    fast,
    `&a=${at(slow[0])}&b=${at(slow[1])}&t=${at(slow[0])}`,
  )
  for (const [frame, other] of [
    [slow[1], fast[1]],
    [50, 40],
    [slow[0], fast[0]],
  ] as const) {
    await seek.fill(at(frame))
    await expect.poll(() => together(first, second)).toEqual({ first: frame, second: other })
  }

  await page.keyboard.press('k')
  const seen = await watchTogether(first, second, 60_000)
  await page.keyboard.press('k')
  // Half way through each turn, by both clocks: the one nearest to the middle of what was seen of it.
  // A turn in which the page itself stood still then shows nothing.
  const turns = turnsOf(seen)
    .map((turn) => turn.filter(({ first }) => first >= 39 && first <= 51))
    .filter((turn) => turn.length > 0)
  expect(turns.length, 'it goes round and round').toBeGreaterThanOrEqual(30)
  const halfWay = middleOf(slow)
  const clocks = turns.map((turn) => {
    const [nearest] = [...turn].sort((a, b) => distance(a.times[0], halfWay) - distance(b.times[0], halfWay))
    if (!nearest) return NaN
    return distance(nearest.times[1], middleOf(fast) + (nearest.times[0] - halfWay) * 0.8)
  })
  expect(clocks.filter((seconds) => !(seconds < 2 / 30))).toEqual([])
  // Pictures that a busy machine shows too late are no difference in phase: those at their own film's clock count.
  const off = turns
    .map((turn) => turn.filter(({ late }) => late < 1 / 30))
    .filter((turn) => turn.length > 0)
    .map((turn) => medianOf(turn.map(({ first, second }) => distance(second, due(first)))))
  expect(off.filter((pictures) => pictures >= 2)).toEqual([])
  expect(medianOf(off), 'it does not add up').toBeLessThan(1)

  // Once they stand, they stand on pictures that belong together.
  await expect
    .poll(async () => {
      const both = await together(first, second)
      return both && Math.abs(both.second - due(both.first))
    })
    .toBeLessThanOrEqual(0.5)
})

test('two films are stepped together where one would be too fast, stand by themselves, and one fails alone', async ({
  page,
  organization,
}) => {
  // Ten pictures of the first are as long as ninety of the second.
  const { fast, first, second, seek } = await compare(page, organization, [20, 30], [15, 105], '&rate=0.5')
  await expect(page.getByText(/^Stepped together: .* 4\.5×, faster/)).toBeVisible()
  await seek.fill(at(0))
  await expect(page.getByText('Not yet begun', { exact: true })).toBeVisible()
  await expect.poll(() => together(first, second)).toEqual({ first: 0, second: 0 })
  await page.keyboard.press('k')
  const [seen] = await Promise.all([
    watchTogether(first, second, 2_500),
    expect(page.getByText(/^\d+ pictures? a second$/)).toBeVisible(),
  ])
  expect(new Set(seen.map(({ second }) => second)).size).toBeGreaterThan(1)
  await expect(page.getByText('Over', { exact: true })).toBeVisible()
  await page.keyboard.press('k')
  await seek.fill(at(27))
  await expect.poll(() => together(first, second)).toEqual({ first: 27, second: 78 })

  // Unlinked, the keys move the one that is chosen, and the other stands.
  await page.keyboard.press('y')
  await page.keyboard.press('2')
  await page.keyboard.press('.')
  await expect.poll(() => together(first, second)).toEqual({ first: 27, second: 79 })
  await page.keyboard.press('1')
  await page.keyboard.press('.')
  await expect.poll(() => together(first, second)).toEqual({ first: 28, second: 79 })
  await page.keyboard.press('y')
  await expect.poll(() => together(first, second)).toEqual({ first: 28, second: 87 })

  // One that cannot be had leaves the other alone.
  await page.route(`**/media/${fast.id}/original*`, (route) =>
    route.fulfill({ status: 200, body: 'no film' }),
  )
  await page.keyboard.press('v')
  await expect(page.getByText('The second video cannot be played')).toBeVisible()
  await page.keyboard.press('.')
  await expect.poll(async () => (await together(first, first))?.first).toBe(29)
})

/** What was seen between one return of the first film to the start of the loop and the next, without the last. */
function turnsOf(seen: readonly Seen[]): Seen[][] {
  const turns: Seen[][] = [[]]
  for (const [index, both] of seen.entries()) {
    if (both.first < (seen[index - 1]?.first ?? 0) - 20) turns.push([])
    turns.at(-1)?.push(both)
  }
  return turns.slice(0, -1)
}

const distance = (one: number, other: number): number => Math.abs(one - other)

/** The time (s) half way between two pictures of 30 a second. */
const middleOf = ([from, to]: readonly [number, number]): number => (from + to + 1) / 60

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
