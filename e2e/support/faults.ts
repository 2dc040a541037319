import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { API_URL } from './organization.ts'

export const FILTER = `${API_URL}/session-management/sessions/filter/**`
export const BY_IDS = `${API_URL}/session-management/sessions/by-ids/`
/** A session's own address: PUT and DELETE. */
export const ONE = `${API_URL}/session-management/sessions/*`
export const ANALYZED = `${API_URL}/session-management/sessions/*/analyzed-video/**`
export const MEMBERSHIP = `${API_URL}/user-management/organization-status/`

/** What makes an answer of the test readable for the page, as the API itself allows it. */
export const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' }

export const sessionsTable = (page: Page): Locator => page.getByRole('table', { name: 'Sessions' })
export const firstRow = (page: Page): Locator => sessionsTable(page).getByRole('link').first()

/** Refuses a request as the API does. */
export const refuse = (route: Route, status: number, headers: Record<string, string> = {}): Promise<void> =>
  route.fulfill({
    status,
    json: { error: 'An unexpected error occurred: x' },
    headers: { ...CORS, ...headers },
  })

export const answer = (route: Route, json: unknown): Promise<void> =>
  route.fulfill({ status: 200, json, headers: CORS })

/** Lets requests of one method wait. `arrived` resolves with the first one; `open` lets them all go on. */
export async function holdBack(
  page: Page,
  address: string | RegExp,
  method: string,
): Promise<{ arrived: Promise<void>; open: () => void }> {
  let open = () => {}
  let arrive = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback()
    arrive()
    await opened
    // The page may have given up on it, or be gone.
    return route.fallback().catch(() => undefined)
  })
  return { arrived, open }
}

/** Opens a dialog of a row of the list. */
export async function openDialog(page: Page, entry: 'Edit' | 'Delete', row = 0): Promise<Locator> {
  await page
    .getByRole('button', { name: /^Actions for / })
    .nth(row)
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
  const dialog = page.getByRole(entry === 'Edit' ? 'dialog' : 'alertdialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** Fills in the sign-in page that is on the screen. */
export async function fillIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
