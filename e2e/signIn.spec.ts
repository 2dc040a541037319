import type { Page } from '@playwright/test'
import { AUTH_URL, storedAccount } from './support/accounts.ts'
import { expectNoAxeViolations, signIn, STORED_ACCOUNT } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const REFUSED = {
  status: 401,
  json: { error: 'Invalid or expired token' },
  headers: { 'Access-Control-Allow-Origin': '*' },
}

async function fillIn(page: Page, email: string, password: string) {
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('an address with filters leads through sign-in and back to itself', async ({ page, organization }) => {
  await page.goto('/aikynetix/sessions?activity=Running&size=10')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await fillIn(page, organization.admin.email, organization.admin.password)
  await expect(page).toHaveURL('/aikynetix/sessions?activity=Running&size=10')
  await expect(page.getByRole('combobox', { name: 'Activity' })).toHaveValue('Running')
})

test('no other site can be the way back', async ({ page, organization }) => {
  await page.goto('/sign-in?to=//evil.example/')
  await fillIn(page, organization.admin.email, organization.admin.password)
  await expect(page).toHaveURL('/aikynetix/sessions')
})

test('the sign-in page and its forms hold up to WCAG 2.2 AA @phone', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your email address.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Forgot password?' }).click()
  await expect(page.getByRole('heading', { name: 'Reset password' })).toBeVisible()
  await expectNoAxeViolations(page)
})

test.describe('a forgotten password', () => {
  // The emulator tells unknown addresses apart; the page must not.
  test.use({ expectedConsoleErrors: /sendOobCode/ })

  test('gets the same answer whether the account exists or not', async ({ page, organization }) => {
    for (const email of [organization.admin.email, 'nobody@example.com']) {
      await page.goto('/sign-in')
      await page.getByRole('button', { name: 'Forgot password?' }).click()
      await page.getByRole('textbox', { name: 'Email' }).fill(email)
      await page.getByRole('button', { name: 'Send link' }).click()
      await expect(
        page.getByText(`If ${email} has an account, a message with a link is on its way.`),
      ).toBeVisible()
    }
  })
})

test.describe('signing in fails in plain words', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('when email or password is wrong, without saying which', async ({ page, organization }) => {
    await page.goto('/sign-in')
    for (const email of [organization.admin.email, 'nobody@example.com']) {
      await fillIn(page, email, 'wrong')
      await expect(page.getByRole('alert')).toHaveText('Email or password is wrong.')
      await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(email)
    }
  })

  for (const [code, words] of [
    ['USER_DISABLED', 'This account is disabled.'],
    ['TOO_MANY_ATTEMPTS_TRY_LATER', 'Too many tries.'],
    ['INVALID_LOGIN_CREDENTIALS', 'Email or password is wrong.'],
  ] as const) {
    test(`when the service answers ${code}`, async ({ page }) => {
      await page.route(`${AUTH_URL}/**/accounts:signInWithPassword*`, (route) =>
        route.fulfill({ status: 400, json: { error: { code: 400, message: code } } }),
      )
      await page.goto('/sign-in')
      await fillIn(page, 'admin@example.com', 'motion-console')
      await expect(page.getByRole('alert')).toContainText(words)
    })
  }

  test('when the service cannot be reached', async ({ page }) => {
    await page.route(`${AUTH_URL}/**/accounts:signInWithPassword*`, (route) => route.abort())
    await page.goto('/sign-in')
    await fillIn(page, 'admin@example.com', 'motion-console')
    await expect(page.getByRole('alert')).toContainText('did not answer')
  })

  test('when the account is neither admin nor sub-admin, which can sign out again', async ({ page }) => {
    await signIn(page, { email: 'athlete@example.com', password: 'motion-console' })
    await expect(page.getByRole('heading', { name: 'No access' })).toBeVisible()
    await expect(page.getByText('athlete@example.com')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

test('somebody who is signed in never sees the sign-in page flash by', async ({ page, organization }) => {
  await signIn(page, organization.admin)
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('input[type="password"]')) {
        ;(window as unknown as { flashed: boolean }).flashed = true
      }
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/')
  await expect(page.getByRole('table', { name: 'Sessions' })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { flashed?: boolean }).flashed)).toBeUndefined()
  await page.goto('/sign-in')
  await expect(page).toHaveURL('/aikynetix/sessions')
})

test('what other stories begin with is what a sign-in leaves in the browser', async ({
  page,
  organization,
}) => {
  await signIn(page, organization.admin)
  const texts = await page.evaluate((): Record<string, string> => ({ ...localStorage }))
  const accounts = Object.keys(texts).filter((key) => key.startsWith('firebase:'))
  expect(accounts).toEqual([STORED_ACCOUNT])
  const record = JSON.parse(texts[STORED_ACCOUNT] ?? '') as Awaited<ReturnType<typeof storedAccount>>
  const made = await storedAccount(organization.admin)
  const { stsTokenManager: tokens, lastLoginAt } = record
  // Two sign-ins differ in their tokens and times, and in nothing else.
  expect(Object.keys(tokens).sort()).toEqual(Object.keys(made.stsTokenManager).sort())
  expect(tokens.accessToken).toMatch(/^[\w-]+\.[\w-]+\.[\w-]*$/)
  expect(Math.abs(tokens.expirationTime - made.stsTokenManager.expirationTime)).toBeLessThan(60_000)
  expect(record).toEqual({ ...made, stsTokenManager: tokens, lastLoginAt })
})

test('a sign-in for this tab only does not reach other tabs', async ({ page, context, organization }) => {
  await page.goto('/sign-in')
  await page.getByRole('checkbox', { name: 'Stay signed in on this device' }).uncheck()
  await fillIn(page, organization.admin.email, organization.admin.password)
  await expect(page.getByRole('table', { name: 'Sessions' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Sessions' })).toBeVisible()
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('signing out in one tab signs out the others and leaves nothing to read', async ({
  page,
  context,
  organization,
}) => {
  await signIn(page, organization.admin)
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('table', { name: 'Sessions' })).toBeVisible()
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await tab.goBack().catch(() => null)
    await expect(tab.getByRole('table', { name: 'Sessions' })).toBeHidden()
  }
})

test.describe('a token the server refuses', () => {
  test.use({ expectedConsoleErrors: /401/ })

  test('is renewed once for many requests, and the reader notices nothing', async ({
    page,
    organization,
  }) => {
    let renewals = 0
    await page.route('**/session-management/**', (route) =>
      renewals === 0 && route.request().method() !== 'OPTIONS' ? route.fulfill(REFUSED) : route.fallback(),
    )
    page.on('request', (request) => {
      if (request.url().includes('/v1/token') && request.method() === 'POST') renewals += 1
    })
    await signIn(page, organization.admin)
    await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('link').first()).toBeVisible()
    expect(renewals).toBe(1)
  })

  test('for good leads to sign-in and back to the same address', async ({ page, organization }) => {
    await signIn(page, organization.admin)
    await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('link').first()).toBeVisible()
    await page.route('**/session-management/**', (route) =>
      route.request().method() === 'OPTIONS' ? route.fallback() : route.fulfill(REFUSED),
    )
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect(page.getByText('Your sign-in has ended.')).toBeVisible()
    await page.unroute('**/session-management/**')
    await fillIn(page, organization.admin.email, organization.admin.password)
    await expect(page).toHaveURL('/aikynetix/sessions?activity=Running')
    await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('link').first()).toBeVisible()
  })
})
