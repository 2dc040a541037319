import { expectNoAxeViolations, expectRow, openSignedIn, readRows } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const API = process.env['E2E_API_URL'] ?? 'http://localhost:8787'

test.describe('with sixty sessions', () => {
  test.use({ organizationPlan: { sessions: 60, faults: true } })

  test('every session is met once, page by page, forward and back @phone', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    const table = page.getByRole('table', { name: 'Sessions' })
    const links = table.getByRole('rowheader').or(table.getByRole('cell')).getByRole('link')
    const ids: string[] = []
    for (let first = 1; first <= 51; first += 10) {
      await expect(page.getByText(`Rows ${first}–${first + 9} of 60`)).toBeVisible()
      for (const link of await links.all())
        ids.push((await link.getAttribute('href'))?.split('/').at(-1) ?? '')
      if (first < 51) await page.getByRole('button', { name: 'Next page' }).click()
    }
    expect(ids).toHaveLength(60)
    expect(new Set(ids)).toEqual(new Set(organization.sessionIds))
    await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled()
    for (let first = 41; first >= 1; first -= 10) {
      await page.getByRole('button', { name: 'Previous page' }).click()
      await expect(page.getByText(`Rows ${first}–${first + 9} of 60`)).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Previous page' })).toBeDisabled()
  })

  test('Back from a session returns to the same rows without a request', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    const table = page.getByRole('table', { name: 'Sessions' })
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText('Rows 11–20 of 60')).toBeVisible()
    const before = await readRows(table)
    await table.getByRole('link').nth(4).click()
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/sessions/filter/')) asked.push(request.url())
    })
    await page.goBack()
    await expect(page.getByText('Rows 11–20 of 60')).toBeVisible()
    expect(await readRows(table)).toEqual(before)
    expect(asked).toEqual([])
  })

  test('a title and an activity narrow the list, walk to the end, and can be cleared', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    const table = page.getByRole('table', { name: 'Sessions' })
    await page.getByRole('searchbox', { name: 'Title' }).fill('fault: UPDATE')
    await expectRow(table, { Title: 'Fault: update fails' })
    await expect(page.getByText('1 of 1 loaded')).toBeVisible()
    await expect(page).toHaveURL('/aikynetix/sessions?title=fault%3A+UPDATE')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(page.getByText('Rows 1–25 of 60')).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Title' })).toHaveValue('')

    await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('10')
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect(page.getByText(/^10 of \d+ loaded$/)).toBeVisible()
    const total = Number((await page.getByText(/of \d+ loaded$/).textContent())?.match(/of (\d+)/)?.[1])
    const titles: string[] = []
    for (let loaded = Math.min(10, total); ; loaded = Math.min(loaded + 10, total)) {
      await expect(page.getByText(`${loaded} of ${total} loaded`)).toBeVisible()
      for (const row of await readRows(table)) {
        expect(row['Activity']).toBe('Running')
        titles.push(`${row['Recorded']} ${row['Title']} ${row['Athlete']}`)
      }
      if (loaded === total) break
      await page.getByRole('button', { name: 'Next page' }).click()
    }
    expect(titles).toHaveLength(total)
  })

  test('an unreadable record stays a row among the others', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=unreadable')
    await expect(
      page.getByRole('table', { name: 'Sessions' }).getByText('Unreadable record').first(),
    ).toBeVisible()
    await expect(page.getByText('1 of 1 loaded')).toBeVisible()
  })

  test('the list holds up to WCAG 2.2 AA, its menu too @phone', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 60')).toBeVisible()
    await expectNoAxeViolations(page)
    await page
      .getByRole('button', { name: /^Actions for / })
      .first()
      .click()
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expectNoAxeViolations(page)
  })
})

test.describe('a range of days', () => {
  // No match is 404 in this API's words.
  test.use({ organizationPlan: { sessions: 60, faults: true }, expectedConsoleErrors: /sessions\/filter/ })

  test('is inclusive on both ends, and says so when it is impossible', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    const table = page.getByRole('table', { name: 'Sessions' })
    await expect(table.getByRole('link').first()).toBeVisible()
    await page.getByLabel('From', { exact: true }).fill('2026-11-15')
    await page.getByLabel('To', { exact: true }).fill('2026-11-15')
    await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
    for (const row of await readRows(table)) expect(row['Recorded']).toMatch(/^15 Nov 2026, /)
    await page.getByLabel('From', { exact: true }).fill('2026-11-16')
    await expect(page.getByRole('heading', { name: 'No session matches' })).toBeVisible()
    await expect(page.getByText('The first day is after the last one')).toBeVisible()
  })
})

test('nothing scrolls sideways at 320 px', async ({ page, organization }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openSignedIn(page, organization.admin)
  const table = page.getByRole('table', { name: 'Sessions' })
  await expect(table.getByRole('link').first()).toBeVisible()
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await sideways()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await expect(page.getByLabel('From', { exact: true })).toBeVisible()
  expect(await sideways()).toBeLessThanOrEqual(0)
  await table.getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  expect(await sideways()).toBeLessThanOrEqual(0)
})

test.describe('an organisation without sessions', () => {
  test.use({
    organizationPlan: { sessions: 0, faults: false },
    expectedConsoleErrors: /404/,
  })

  test('is told that there are none yet', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
})

test.describe('a list that cannot be read', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('heals from one failure by itself', async ({ page, organization }) => {
    let failures = 0
    await page.route(`${API}/session-management/sessions/filter/**`, (route) => {
      if (route.request().method() !== 'GET' || failures > 0) return route.fallback()
      failures += 1
      return route.fulfill({
        status: 500,
        json: { error: 'An unexpected error occurred: x' },
        headers: { 'Access-Control-Allow-Origin': '*' },
      })
    })
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    expect(failures).toBe(1)
  })

  test('says so, and Try again reads it', async ({ page, organization }) => {
    await page.route(`${API}/session-management/sessions/filter/**`, (route) =>
      route.fulfill({
        status: 200,
        contentType: 'text/html',
        body: '<!doctype html><h1>Gateway</h1>',
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    )
    await openSignedIn(page, organization.admin)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The sessions could not be read.', { timeout: 30_000 })
    await expectNoAxeViolations(page)
    await page.unroute(`${API}/session-management/sessions/filter/**`)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
  })

  test('offline is said, and what was read stays readable', async ({ page, context, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    await context.setOffline(true)
    await expect(page.getByText('Offline.', { exact: false })).toBeVisible()
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect(page.getByRole('alert')).toContainText('This device is offline.')
    await context.setOffline(false)
    await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
  })
})

test.describe('addresses', () => {
  test('of nothing have a page of their own', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    for (const address of ['/nowhere', '/unknown/sessions', '/aikynetix/sessions/a/b/c']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    }
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Go to sessions' }).click()
    await expect(page.getByRole('table', { name: 'Sessions' })).toBeVisible()
  })

  test('with unknown or malformed values show the plain list', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await page.goto('/aikynetix/sessions?activity=Swimming&size=7&from=31/12/2026&to=2026-02-30&x[]=1&title=')
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
  })
})
