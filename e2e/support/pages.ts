import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { storedAccount } from './accounts.ts'
import type { Account } from './organization.ts'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Signs in on the sign-in page and waits until the console is there. `to` is the address to arrive at. */
export async function signIn(
  page: Page,
  account: Pick<Account, 'email' | 'password'>,
  to = '/',
): Promise<void> {
  await page.goto(to)
  await page.getByRole('textbox', { name: 'Email' }).fill(account.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
}

/** Where Firebase's SDK keeps the account of a console that is built with the sandbox's key. */
export const STORED_ACCOUNT = 'firebase:authUser:sandbox:[DEFAULT]'

/**
 * Opens the console as somebody who has signed in earlier, and waits until it is there: quicker, for stories that are
 * not about signing in. Only the first load finds the account put there, so that signing out stays true.
 */
export async function openSignedIn(
  page: Page,
  account: Pick<Account, 'email' | 'password'>,
  to = '/',
): Promise<void> {
  const record = { key: STORED_ACCOUNT, value: JSON.stringify(await storedAccount(account)) }
  const script = await page.addInitScript(({ key, value }) => localStorage.setItem(key, value), record)
  await page.goto(to)
  await script.dispose()
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
}

/** Waits for a row that has these texts under these column headers, as in `{ Title: 'Morning run' }`. */
export async function expectRow(table: Locator, cells: Record<string, string | RegExp>): Promise<void> {
  const wanted = Object.fromEntries(
    Object.entries(cells).map(([name, text]) => [
      name,
      typeof text === 'string' ? text : (expect.stringMatching(text) as unknown),
    ]),
  )
  await expect.poll(() => readRows(table)).toContainEqual(expect.objectContaining(wanted))
}

/** The rows of a table as texts by column header; the header's own row is left out. */
export function readRows(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const texts = (row: HTMLTableRowElement): string[] => [...row.cells].map((cell) => cell.innerText.trim())
    const [header, ...rows] = [...(element as HTMLTableElement).rows]
    const names = header ? texts(header) : []
    return rows.map((row) => Object.fromEntries(texts(row).map((text, index) => [names[index] ?? '', text])))
  })
}

/**
 * Checks what is on the screen against the rules of WCAG 2.2 AA that can be checked by a program; with `part`, a CSS
 * selector, only that part of the page, which is quicker.
 */
export async function expectNoAxeViolations(page: Page, part?: string): Promise<void> {
  // Rows are alike: the first ones stand for all, and a scan of every one takes longer than the story. There are no
  // frames: without looking for them (legacy mode) no second page has to be opened.
  const axe = new AxeBuilder({ page })
    .options({ runOnly: WCAG_22_AA, resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude('tbody tr:nth-child(n + 8)')
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ html }) => html).join(' | ')}`,
  )
  expect(found, 'violations of WCAG 2.2 AA').toEqual([])
}
