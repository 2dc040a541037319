import { apiDay, dayOf, matchesOf, openApi } from './support/api.ts'
import type { ApiFilters, ApiSession } from './support/api.ts'
import { firstRow, holdBack, refuse } from './support/faults.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import {
  chips,
  choose,
  day,
  expectIds,
  field,
  ids,
  listRequests,
  listStatus,
  offered,
  openFilters,
  sideways,
  titleField,
  walkToEnd,
} from './support/sessionList.ts'
import type { ListRow } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

// No match is 404 in this API's words, one of several statuses without a session too.
test.use({
  organizationPlan: { sessions: 160, faults: false },
  expectedConsoleErrors: /404 .*sessions\/filter/,
})

const CLIENTS = `${API_URL}/client-management/clients/`
/** The part of the page that this is about, for scans. */
const FILTERS = '[role="search"]'

test('each filter alone finds what the API finds for it, all of it and nothing else', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const all = await api.matches()
  const [newest, from, to] = [all[0], all[60], all[100]].map((session) => session as ApiSession)
  for (const [index, { id }] of all.slice(2, 8).entries())
    await api.setStatus(id, ['failed', 'queued', 'processing'][index % 3] as string)

  type Case = {
    set: () => Promise<unknown>
    matches: () => Promise<ApiSession[]>
    fits: (cells: ListRow['cells']) => void
  }
  const cases: Case[] = [
    {
      set: () => titleField(page).fill('RUN'),
      matches: () => api.matches({ title: 'run' }),
      fits: ({ Title }) => expect(Title).toMatch(/run/i),
    },
    {
      set: () => field(page, 'Activity').selectOption('Vertical Jump'),
      matches: () => api.matches({ activity: 'Vertical Jump' }),
      fits: ({ Activity }) => expect(Activity).toBe('Vertical Jump'),
    },
    {
      set: () => choose(page, 'Athlete', 'sorl', /^Astrid Sørli/),
      matches: () => api.matches({ user_id: newest!.user_id }),
      fits: ({ Athlete }) => expect(Athlete).toBe('Astrid Sørli'),
    },
    {
      set: () => choose(page, 'Uploaded by', 'coa', /^Test Coach/),
      matches: () => api.matches({ uploaded_by: organization.coach.uid }),
      fits: () => undefined,
    },
    {
      set: () => choose(page, 'Status', '', 'Failed'),
      matches: () => api.matches({ status: 'failed' }),
      fits: ({ Status }) => expect(Status).toBe('Failed'),
    },
    {
      set: async () => {
        await choose(page, 'Status', '', 'Failed')
        await choose(page, 'Status', 'que', 'Queued')
      },
      matches: () => matchesOf(api, ['failed', 'queued'], {}),
      fits: ({ Status }) => expect(Status).toMatch(/^(Failed|Queued)/),
    },
    {
      set: () => day(page, 'From').fill(dayOf(from!)),
      matches: () => api.matches({ start_date: apiDay(dayOf(from!)) }),
      fits: () => undefined,
    },
    {
      set: () => day(page, 'To').fill(dayOf(to!)),
      matches: () => api.matches({ end_date: apiDay(dayOf(to!)) }),
      fits: () => undefined,
    },
  ]

  await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=50')
  for (const { set, matches, fits } of cases) {
    await expect(page.getByText('Rows 1–50 of 160')).toBeVisible()
    await set()
    const expected = await matches()
    const met = await walkToEnd(page, 50, expected.length)
    expect(ids(met)).toEqual(ids(expected))
    for (const { cells } of met) fits(cells)
    await page.getByRole('button', { name: 'Clear filters' }).click()
  }
  await expect(page.getByText('Rows 1–50 of 160')).toBeVisible()
})

test('typing asks once it rests, and an answer that comes late replaces nothing', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const expected = await api.matches({ title: 'clean' })
  await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=100')
  await expect(page.getByText('Rows 1–100 of 160')).toBeVisible()
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 10_000)
  const asked = listRequests(page)
  const held = await holdBack(page, /\/sessions\/filter\/.*title=run/, 'GET')

  await titleField(page).pressSequentially('runn')
  await page.clock.runFor(50)
  await titleField(page).press('Backspace')
  expect(asked).toEqual([])
  await page.clock.runFor(1_000)
  await held.arrived
  // The answer to the first words never comes in time; nobody waits for it any more.
  const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('title=run'))
  await titleField(page).fill('clean')
  await page.clock.runFor(1_000)
  await page.clock.resume()
  await givenUp
  await walkToEnd(page, 100, expected.length)
  held.open()
  await titleField(page).press('Enter')
  await expectIds(page, ids(expected))
  await expect(page).toHaveURL('/aikynetix/sessions?title=clean&size=100')
  expect(asked.map(({ searchParams }) => searchParams.get('title'))).toEqual(['run', 'clean'])
})

test('filters are set and taken away one by one, or all at once @phone', async ({
  page,
  organization,
  isMobile,
}) => {
  const api = await openApi(organization.admin)
  const [athlete] = await api.matches()
  const counted = async (filters: ApiFilters) => {
    const { length } = await api.matches(filters)
    await expect(listStatus(page, `${Math.min(10, length)} of ${length} loaded`)).toBeVisible()
  }
  await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=e&from=2020-01-01&size=10')
  await counted({ title: 'e' })
  if (isMobile) await expect(day(page, 'From')).toBeHidden()
  await openFilters(page)
  await field(page, 'Athlete').click()
  await expect(offered(page, 'Athlete')).toHaveCount(40)
  await expectNoAxeViolations(page, FILTERS)
  await page.keyboard.type('astrid')
  await page.getByRole('option', { name: /^Astrid Sørli/ }).click()
  await field(page, 'Status').click()
  const completed = offered(page, 'Status').filter({ hasText: 'Completed' })
  await completed.click()
  await expect(completed).toHaveAttribute('aria-selected', 'true')
  await counted({ title: 'e', user_id: athlete!.user_id, status: 'completed' })
  await expectNoAxeViolations(page, FILTERS)
  await page.keyboard.press('Escape')
  if (isMobile) await expect(page.getByRole('button', { name: 'Filters (3)' })).toBeVisible()

  const remove = (name: string) => page.getByRole('button', { name: `Remove filter ${name}` }).click()
  await expect(chips(page)).toHaveCount(4)
  await expectNoAxeViolations(page, FILTERS)
  await remove('Title: e')
  await counted({ user_id: athlete!.user_id, status: 'completed' })
  await expect(titleField(page)).toHaveValue('')
  await remove('Athlete: Astrid Sørli')
  await counted({ status: 'completed' })
  await expect(field(page, 'Athlete')).toHaveValue('')
  await expect(chips(page)).toHaveText(['Status: Completed', 'From: 1 Jan 2020'])
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('Rows 1–10 of 160')).toBeVisible()
  await expect(chips(page)).toHaveCount(0)
  for (const name of ['Athlete', 'Status', 'Activity']) await expect(field(page, name)).toHaveValue('')
  await expect(day(page, 'From')).toHaveValue('')
  await expect(page).toHaveURL('/aikynetix/sessions?size=10')
})

test('at 320 px nothing scrolls sideways, whatever is set and open', async ({ page, organization }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const search = new URLSearchParams({
    title: 'An extraordinarily-long-title-without-any-place-to-break-it-anywhere',
    athlete: 'x'.repeat(90),
    uploader: organization.coach.uid,
    status: 'completed,failed,processing,queued',
    activity: 'Mobility Assessment',
    from: '2026-01-01',
    to: '2026-12-31',
  })
  await openSignedIn(page, organization.admin, `/aikynetix/sessions?${search}`)
  await expect(page.getByRole('heading', { name: 'No session matches' })).toBeVisible()
  await expect(chips(page)).toHaveCount(7)
  await openFilters(page)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  for (const name of ['Athlete', 'Uploaded by', 'Status']) {
    await field(page, name).click()
    const popup = page.getByRole('listbox', { name })
    await expect(popup).toBeInViewport()
    const box = await popup.boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(320)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
  }
})

test.describe('athletes that cannot be read', () => {
  test.use({ expectedConsoleErrors: /500 .*client-management/ })

  test('are said so where they are chosen, while the list goes on', async ({ page, organization }) => {
    // Without a pause between its attempts the console has given up at once.
    await page.route(CLIENTS, (route) => refuse(route, 500, { 'Retry-After': '0' }))
    await openSignedIn(page, organization.admin)
    await field(page, 'Athlete').click()
    await expect(page.getByText('The athletes could not be read.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expectNoAxeViolations(page, FILTERS)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await field(page, 'Activity').selectOption('Running')
    await expect(listStatus(page, /^25 of \d+ loaded$/)).toBeVisible()

    await page.unroute(CLIENTS)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('option', { name: /^Astrid Sørli/ })).toBeVisible()
    await page.keyboard.type('ast')
    await page.keyboard.press('Enter')
    await expect(chips(page)).toHaveText(['Activity: Running', 'Athlete: Astrid Sørli'])
  })
})

test.describe('a picker that a deployment has taken away', () => {
  test.use({ expectedConsoleErrors: /404 .*Combobox|Failed to fetch dynamically imported module/ })

  test('comes with the new version, at the same address', async ({ page, organization }) => {
    const PICKER = /\/assets\/Combobox-[^/]+\.js$/
    await page.route(PICKER, (route) => route.fulfill({ status: 404, body: 'Not found' }))
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?activity=Running')
    await expect(firstRow(page)).toBeVisible()
    const loaded = page.waitForEvent('load')
    await field(page, 'Athlete').click()
    await loaded
    await page.unroute(PICKER)
    await expect(page).toHaveURL('/aikynetix/sessions?activity=Running')
    await page.reload()
    await choose(page, 'Athlete', 'sorl', /^Astrid Sørli/)
    await expect(chips(page)).toHaveText(['Activity: Running', 'Athlete: Astrid Sørli'])
  })
})

test('an athlete and two statuses are chosen by keyboard alone', async ({ page, organization }) => {
  const api = await openApi(organization.admin)
  const [newest] = await api.matches()
  const expected = await matchesOf(api, ['completed', 'failed'], { user_id: newest!.user_id })
  await openSignedIn(page, organization.admin)
  await expect(firstRow(page)).toBeVisible()
  const tabTo = async (name: string) => {
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab')
      if ((await focused()) === name) return
    }
    throw new Error(`Tab does not lead to ${name}.`)
  }
  await tabTo('Athlete')
  await page.keyboard.type('astrid s')
  await expect(offered(page, 'Athlete')).toHaveText([/^Astrid Sørli/])
  await page.keyboard.press('Enter')
  await expect(field(page, 'Athlete')).toHaveValue('Astrid Sørli')
  await expect(field(page, 'Athlete')).toBeFocused()
  await tabTo('Status')
  for (const word of ['compl', 'fail']) {
    await page.keyboard.type(word)
    await expect(offered(page, 'Status')).toHaveCount(1)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await expectIds(page, ids(expected))
  await page.keyboard.press('Tab')
  await expect(field(page, 'Status')).toHaveValue('Completed, Failed')
  await expect(chips(page)).toHaveText(['Athlete: Astrid Sørli', 'Status: Completed, Failed'])
})
