import { ANALYZED, answer, BY_IDS, CORS, FILTER, firstRow, openDialog, refuse } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

// What the network does to a request shows in the browser's console, whatever the page makes of it.
test.use({ expectedConsoleErrors: /Failed to load resource|ERR_|CORS|dynamically imported/ })

test.describe('the video', () => {
  test.use({ organizationPlan: { sessions: 30, faults: true } })

  test('asked for over a connection that is cut is not asked for twice, and appears', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=Fault%3A+update')
    await firstRow(page).click()
    await expect(page.getByRole('region', { name: 'Analyzed video' })).toBeVisible()
    const url = page.url()
    let asked = 0
    await page.route(ANALYZED, (route) => {
      asked += 1
      return route.abort('connectionreset')
    })
    await page.route(BY_IDS, async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as { sessions: Record<string, object> }
      const state = { analyzed_video_url: null, status: asked > 0 ? 'processing' : 'completed' }
      const sessions = Object.entries(body.sessions).map(([id, session]) => [id, { ...session, ...state }])
      return answer(route, { sessions: Object.fromEntries(sessions) as unknown })
    })
    await page.goto(url)
    await page.getByRole('button', { name: 'Analyze video' }).dblclick()
    await expect(page.getByText('The video is being analyzed')).toBeVisible()
    expect(asked).toBe(1)
    await page.unroute(BY_IDS)
    await expect(page.getByRole('button', { name: 'Analyze video' }).or(page.locator('video'))).toBeVisible()
  })

  test('clicked twice is downloaded once; an expired address and a page for a film are said', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=Fault%3A+update')
    await firstRow(page).click()
    const button = page.getByRole('button', { name: 'Download video' })
    await expect(button).toBeVisible()
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('download=true') && request.method() === 'GET') asked += 1
    })
    await page.route('**/media/**', (route) =>
      route.request().resourceType() === 'fetch' ? refuse(route, 403) : route.fallback(),
    )
    await button.dblclick()
    await expect(page.getByText('The video was not downloaded.')).toBeVisible()
    expect(asked).toBe(1)
    await page.unroute('**/media/**')
    await page.route('**/media/**', (route) =>
      route.request().resourceType() === 'fetch'
        ? route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Gateway</h1>', headers: CORS })
        : route.fallback(),
    )
    await button.click()
    await expect(page.getByText('What the server sent is not a video.')).toBeVisible()
    await page.unroute('**/media/**')
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toMatch(/\.mp4$/)
  })
})

test.describe('a walk through a list that changes', () => {
  test.use({ organizationPlan: { sessions: 60, faults: false } })

  test('starts again, and says so, when the row under its cursor is gone', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await expect(page.getByText('Rows 1–10 of 60')).toBeVisible()
    let cut = 0
    await page.route(FILTER, (route) => {
      if (cut > 0 || !route.request().url().includes('start_after_id')) return route.fallback()
      cut += 1
      return route.fulfill({ status: 400, json: { error: 'Invalid cursor' }, headers: CORS })
    })
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText('so it starts again from the newest session')).toBeVisible()
    await expect(page.getByText('Rows 1–10 of 60')).toBeVisible()
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText('Rows 11–20 of 60')).toBeVisible()
  })

  test('goes on, and is not asked for ever, where a server ignores the cursor', async ({
    page,
    organization,
  }) => {
    let asked = 0
    await page.route(FILTER, async (route) => {
      asked += 1
      const address = new URL(route.request().url())
      address.searchParams.delete('start_after_id')
      return route.fulfill({ response: await route.fetch({ url: address.href }) })
    })
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await expect(page.getByText('Rows 1–10 of 60')).toBeVisible()
    for (const rows of ['11–20', '21–30', '31–40', '41–50', '51–60']) {
      await page.getByRole('button', { name: 'Next page' }).click()
      await expect(page.getByText(`Rows ${rows} of 60`)).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled()
    expect(asked).toBeLessThan(12)
  })

  test('keeps its page size, begins anew with another one, and survives quick Back and Forward', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    for (const rows of ['11–20', '21–30']) {
      await page.getByRole('button', { name: 'Next page' }).click()
      await expect(page.getByText(`Rows ${rows} of 60`)).toBeVisible()
    }
    await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('25')
    await expect(page.getByText('Rows 1–25 of 60')).toBeVisible()
    const dialog = await openDialog(page, 'Edit')
    await page.evaluate(() => {
      history.back()
      history.back()
      history.back()
    })
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Rows 11–20 of 60')).toBeVisible()
    await page.evaluate(() => {
      history.forward()
      history.back()
      history.forward()
      history.forward()
    })
    await expect(page.getByText('Rows 1–25 of 60')).toBeVisible()
  })

  test('two quick clicks on Next page turn two pages, none of them twice', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await expect(page.getByText('Rows 1–10 of 60')).toBeVisible()
    await page.getByRole('button', { name: 'Next page' }).dblclick()
    await expect(page.getByText(/^Rows (11–20|21–30) of 60$/)).toBeVisible()
  })
})

test.describe('a part of the console that is not there', () => {
  const CHUNK = /\/assets\/SessionPage-[^/]+\.js$/

  test('after a deployment reloads once, keeps the address, and then says so', async ({
    page,
    organization,
  }) => {
    await page.route(CHUNK, (route) => route.fulfill({ status: 404, body: 'Not found' }))
    await openSignedIn(page, organization.admin)
    let loads = 0
    page.on('load', () => (loads += 1))
    await firstRow(page).click()
    await expect(page.getByText('The console was updated meanwhile.')).toBeVisible()
    await expect.poll(() => loads).toBe(1)
    await expect(page).toHaveURL(/\/aikynetix\/sessions\/\w{32}$/)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link').first().click()
    await expect(firstRow(page)).toBeVisible()
    await firstRow(page).click()
    await expect(page.getByText('The console was updated meanwhile.')).toBeVisible()
    expect(loads).toBe(1)
    await page.unroute(CHUNK)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  })

  test('while offline is said, and what was read stays readable', async ({ page, context, organization }) => {
    await page.route(CHUNK, (route) => route.abort('internetdisconnected'))
    await openSignedIn(page, organization.admin)
    await expect(firstRow(page)).toBeVisible()
    await context.setOffline(true)
    await firstRow(page).click()
    await expect(page.getByText('Not loaded yet')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.goBack()
    await expect(firstRow(page)).toBeVisible()
    await page.goForward()
    await expect(page.getByText('Not loaded yet')).toBeVisible()
    await page.unroute(CHUNK)
    await context.setOffline(false)
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  })

  test('at the very start is said instead of an empty page', async ({ page }) => {
    await page.route(/\/assets\/startConsole-[^/]+\.js$/, (route) =>
      route.fulfill({ status: 404, body: 'Not found' }),
    )
    await page.goto('/')
    await expect(page.getByRole('alert')).toContainText('The console could not be loaded.')
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  })
})

test.describe('a browser that keeps nothing', () => {
  for (const [what, script] of [
    [
      'without storage',
      () => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('The operation is insecure.', 'SecurityError')
            },
          })
        }
      },
    ],
    [
      'with full storage',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full.', 'QuotaExceededError')
        }
      },
    ],
    ['without channels between tabs', () => Reflect.deleteProperty(window, 'BroadcastChannel')],
  ] as const) {
    test(`${what} still signs in, opens a session and signs out`, async ({ page, organization }) => {
      await page.addInitScript(script)
      await signIn(page, organization.admin)
      await firstRow(page).click()
      await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
      await page.getByRole('button', { name: 'Account' }).click()
      await page.getByRole('menuitemradio', { name: 'Dark' }).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await page.getByRole('button', { name: 'Account' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    })
  }
})
