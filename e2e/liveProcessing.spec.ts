import type { Page } from '@playwright/test'
import { openApi, type Api } from './support/api.ts'
import { BY_IDS, FILTER, sessionsTable } from './support/faults.ts'
import type { Organization } from './support/organization.ts'
import { openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 12, faults: false } })

/** Gives the newest sessions these states and completes the rest, whatever chance gave them. */
async function arrange({ admin, sessionIds }: Organization, ...states: string[]): Promise<Api> {
  const api = await openApi(admin)
  await Promise.all(sessionIds.map((id, index) => api.setStatus(id, states[index] ?? 'completed')))
  return api
}

const row = (page: Page, id: string) =>
  sessionsTable(page)
    .getByRole('row')
    .filter({ has: page.locator(`a[href$="/${id}"]`) })

/** Counts reads of lists, and collects the ids that were asked for one by one, once they are answered. */
function watchRequests(page: Page) {
  const asked = { lists: 0, ids: [] as string[][] }
  const isOf = (url: string, address: string) => url.startsWith(address.replace('**', ''))
  page.on('requestfinished', (request) => {
    if (request.method() === 'OPTIONS') return
    if (isOf(request.url(), FILTER)) asked.lists += 1
    if (isOf(request.url(), BY_IDS))
      asked.ids.push((request.postDataJSON() as { session_ids: string[] }).session_ids)
  })
  return asked
}

type Asked = ReturnType<typeof watchRequests>

/** Lets the page's time pass until it asks; again where that came before the page had begun to wait. */
async function untilAsked(page: Page, { ids }: Asked, ms: number): Promise<void> {
  const before = ids.length
  await expect(async () => {
    await page.clock.fastForward(ms)
    await expect.poll(() => ids.length, { intervals: [20], timeout: 500 }).toBeGreaterThan(before)
  }).toPass()
}

/** Lets the page's time pass and counts the requests of it: the last one is the test's own. */
async function askedWithin(page: Page, { ids }: Asked, ms: number): Promise<number> {
  const before = ids.length
  await page.clock.fastForward(ms)
  await page.evaluate((address) => fetch(address).then((response) => response.text()), '/favicon.svg')
  return ids.length - before
}

test('rows that are processed move on by themselves, asked for by their ids alone', async ({
  page,
  organization,
}) => {
  const [first = '', second = '', third = '', fourth = ''] = organization.sessionIds
  const api = await arrange(organization, 'queued', 'processing', 'processing', 'processing')
  await page.clock.install()
  await openSignedIn(page, organization.admin)
  await expect(row(page, first)).toContainText('Queued')
  await expect(row(page, second)).toContainText('Processing')
  await expect(page.getByText('Rows 1–12 of 12')).toBeVisible()
  const asked = watchRequests(page)

  await api.setStatus(first, 'processing')
  await untilAsked(page, asked, 10_000)
  await expect(row(page, first)).toContainText('Processing')
  expect(new Set(asked.ids[0])).toEqual(new Set([first, second, third, fourth]))

  await api.setStatus(first, 'failed')
  await api.setStatus(second, 'completed')
  await untilAsked(page, asked, 4_000)
  await expect(row(page, first)).toContainText('Failed')
  await expect(row(page, second)).toContainText('Completed')

  await api.remove(third)
  await untilAsked(page, asked, 4_000)
  await expect(row(page, third)).toHaveCount(0)
  await expect(page.getByText('Rows 1–11 of 11')).toBeVisible()
  expect(asked.ids.at(-1)).toEqual([third, fourth])

  await api.setStatus(fourth, 'completed')
  await untilAsked(page, asked, 4_000)
  await expect(row(page, fourth)).toContainText('Completed')
  expect(await askedWithin(page, asked, 300_000), 'nothing is left to ask for').toBe(0)
  expect(asked.lists).toBe(0)
})

test('a row that does not move is asked for ever more rarely, and never while nobody looks', async ({
  page,
  organization,
}) => {
  const [first = ''] = organization.sessionIds
  const api = await arrange(organization, 'processing')
  await page.clock.install()
  await page.addInitScript(() => {
    let hidden = false
    Object.defineProperty(document, 'hidden', { get: () => hidden })
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') })
    addEventListener('look-away', () => {
      hidden = !hidden
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
  })
  const lookAwayOrBack = () => page.evaluate(() => dispatchEvent(new Event('look-away')))
  const asked = watchRequests(page)
  await openSignedIn(page, organization.admin)
  await expect(row(page, first)).toContainText('Processing')
  await expect(row(page, first)).not.toContainText('Longer than usual')

  await untilAsked(page, asked, 4_000)
  for (let times = 0; times < 9; times++) await untilAsked(page, asked, 80_000)
  await expect(row(page, first)).toContainText(/Longer than usual: \d\d min, usually under [23]/)
  expect(await askedWithin(page, asked, 35_000), 'the wait is a minute by now').toBe(0)
  await untilAsked(page, asked, 40_000)

  await lookAwayOrBack()
  expect(await askedWithin(page, asked, 600_000), 'nobody looks').toBe(0)
  expect(await askedWithin(page, asked, 600_000)).toBe(0)
  await lookAwayOrBack()
  await untilAsked(page, asked, 4_000)
  expect(asked.ids).toEqual(asked.ids.map(() => [first]))

  await api.setStatus(first, 'completed')
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(row(page, first)).toContainText('Completed', { timeout: 1_000 })
  }).toPass()
  await expect(row(page, first)).not.toContainText('Longer than usual')
})
