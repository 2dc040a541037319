import { BY_IDS, CORS, FILTER, firstRow, MEMBERSHIP, ONE, openDialog, refuse } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

// What the network does to a request shows in the browser's console, whatever the page makes of it.
test.use({ expectedConsoleErrors: /Failed to load resource|ERR_|CORS|dynamically imported/ })

test.describe('a read that fails', () => {
  test('again and again says so, whatever it is that comes', async ({ page, organization }) => {
    await page.clock.install()
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    const bodies = [
      { status: 500, body: '{"error":"An unexpected error occurred: x"}' },
      { status: 200, body: 'null' },
      { status: 200, body: '{"sessions":{"a":{"title":"half' },
      { status: 200, body: '[]' },
      { status: 200, body: '{"sessions":null}' },
      { status: 200, body: '' },
    ]
    for (const [index, fault] of bodies.entries()) {
      let asked = 0
      await page.route(FILTER, (route) => {
        asked += 1
        return route.fulfill({ ...fault, contentType: 'application/json', headers: CORS })
      })
      await page.goto(`/aikynetix/sessions?title=${index}`)
      for (let attempt = 1; attempt <= 3; attempt++) {
        await expect.poll(() => asked).toBe(attempt)
        await page.clock.fastForward(4_500)
      }
      const alert = page.getByRole('alert')
      await expect(alert).toContainText('The sessions could not be read.')
      await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
      await page.unroute(FILTER)
    }
  })

  test('by silence is given up within 30 s and says so', async ({ page, organization }) => {
    await page.clock.install()
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    const asked: number[] = []
    await page.route(FILTER, () => void asked.push(asked.length))
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    for (const seconds of [13, 2, 13]) {
      await expect.poll(() => asked.length).toBeGreaterThan(0)
      await page.clock.fastForward(seconds * 1_000)
    }
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The sessions could not be read.')
    await page.unroute(FILTER)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
  })

  test('because the server asks to wait waits as long as it says, or says that it is longer', async ({
    page,
    organization,
  }) => {
    await page.clock.install()
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    for (const status of [429, 503]) {
      let asked = 0
      await page.route(FILTER, (route) => {
        asked += 1
        return asked === 1 ? refuse(route, status, { 'Retry-After': '20' }) : route.fallback()
      })
      await page.goto(`/aikynetix/sessions?title=a&size=${status === 429 ? 10 : 50}`)
      await expect.poll(() => asked).toBe(1)
      await page.clock.fastForward(19_000)
      expect(asked).toBe(1)
      await page.clock.fastForward(2_000)
      await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
      await page.unroute(FILTER)
    }
    await page.route(FILTER, (route) => refuse(route, 503, { 'Retry-After': '3600' }))
    await page.goto('/aikynetix/sessions?activity=Weightlifting')
    await expect(page.getByRole('alert')).toContainText('asked to wait')
  })

  test('behind what is shown is read by Try again, and nothing else is', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    const dialog = await openDialog(page, 'Delete')
    await page.route(FILTER, (route) => refuse(route, 503, { 'Retry-After': '60' }))
    await dialog.getByRole('button', { name: 'Delete' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The sessions could not be read.')
    await expect(page.getByText('Rows 1–25 of 29')).toBeVisible()
    await page.unroute(FILTER)
    const read = page.waitForRequest(FILTER.replace('**', '') + '?limit=51')
    await alert.getByRole('button', { name: 'Try again' }).click()
    await read
    await expect(alert).toBeHidden()
    await expect(page.getByText('Rows 1–25 of 29')).toBeVisible()
  })

  test('leaves the session’s page standing, with a way to try again', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(firstRow(page)).toBeVisible()
    await page.route(BY_IDS, (route) => refuse(route, 503, { 'Retry-After': '60' }))
    await page.route(MEMBERSHIP, (route) => refuse(route, 503, { 'Retry-After': '60' }))
    await page.goto(`/aikynetix/sessions/${organization.sessionIds[0]}`)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The session could not be read.')
    await expectNoAxeViolations(page)
    await page.unroute(BY_IDS)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
    await page.goto(`/aikynetix/sessions/${organization.sessionIds[0]}/edit`)
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toBeVisible()
  })
})

test.describe('the sign-in service', () => {
  test('unreachable for a renewal ends no sign-in', async ({ page, organization }) => {
    await signIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    await page.route('**/v1/token*', (route) => route.abort('connectionreset'))
    let refusals = 0
    await page.route(FILTER, (route) => {
      refusals += 1
      return refusals === 1
        ? route.fulfill({ status: 401, json: { error: 'Invalid or expired token' }, headers: CORS })
        : route.fallback()
    })
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
  })

  test('silent at a renewal keeps a read no longer than its 30 s', async ({ page, organization }) => {
    await page.clock.install()
    await signIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    let asked = 0
    await page.route('**/v1/token*', () => {
      asked += 1
    })
    await page.clock.fastForward(3_600_000)
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect.poll(() => asked).toBeGreaterThan(0)
    for (const seconds of [13, 2, 13]) await page.clock.fastForward(seconds * 1_000)
    await expect(page.getByRole('alert')).toContainText('The sessions could not be read.')
  })
})

test.describe('writes', () => {
  test('an answer that is no answer is checked: a save that did not arrive is said', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Never arrived')
    await page.route(ONE, (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Gateway</h1>', headers: CORS })
        : route.fallback(),
    )
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not saved')
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Never arrived')
    await page.unroute(ONE)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved “Never arrived”.')).toBeVisible()
  })

  test('offline is said in the dialog, and the same text is saved once there is a connection', async ({
    page,
    context,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Written on a train')
    await context.setOffline(true)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('This device is offline.')
    await context.setOffline(false)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved “Written on a train”.')).toBeVisible()
  })

  test('a deletion whose answer is lost is done, and one cut off before is not', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    let reaches = false
    await page.route(ONE, async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback()
      if (reaches) await route.fetch()
      return route.abort('connectionreset')
    })
    const dialog = await openDialog(page, 'Delete')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not deleted')
    reaches = true
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText(/^Deleted “/)).toBeVisible()
    await expect(page.getByText('Rows 1–25 of 29')).toBeVisible()
  })

  test('busy, refused by plan or by role is said, each in its words', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Refused')
    for (const [status, error, words] of [
      [503, 'x', 'asked to wait'],
      [429, 'x', 'asked to wait'],
      [403, 'User does not have a valid payment plan', 'plan does not include'],
      [403, 'Access denied.', 'not allowed'],
      [400, 'The title is odd.', 'The title is odd.'],
      [500, 'x', 'did not answer as it should'],
    ] as const) {
      await page.route(ONE, (route) =>
        route.request().method() === 'PUT'
          ? route.fulfill({ status, json: { error }, headers: CORS })
          : route.fallback(),
      )
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(dialog.getByRole('alert')).toContainText(words)
      await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Refused')
      await page.unroute(ONE)
    }
  })
})
