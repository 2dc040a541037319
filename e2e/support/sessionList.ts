import { expect, type Locator, type Page } from '@playwright/test'
import { sessionsTable } from './faults.ts'

/** A row of the list: its session's id and its texts by column header. */
export type ListRow = { id: string; cells: Record<string, string> }

/** Of the columns that say something; the first one only selects. */
export const columnHeaders = (page: Page): Locator =>
  sessionsTable(page)
    .getByRole('columnheader')
    .filter({ hasNot: page.getByRole('checkbox') })
export const nextPage = (page: Page): Locator => page.getByRole('button', { name: 'Next page' })
export const previousPage = (page: Page): Locator => page.getByRole('button', { name: 'Previous page' })
export const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })
export const day = (page: Page, name: 'From' | 'To'): Locator => page.getByLabel(name, { exact: true })

/** The rows on the screen, read at one moment. */
export function listRows(page: Page): Promise<ListRow[]> {
  return sessionsTable(page).evaluate((table) => {
    const texts = (row: HTMLTableRowElement) => [...row.cells].map((cell) => cell.innerText.trim())
    const [header, ...rows] = (table as HTMLTableElement).rows
    const names = header ? texts(header) : []
    return rows.map((row) => ({
      id: row.querySelector('a')?.pathname.split('/').at(-1) ?? '',
      cells: Object.fromEntries(texts(row).map((text, index) => [names[index] ?? '', text])),
    }))
  })
}

/** Waits until these sessions are on the screen, in this order and no others. */
export async function expectIds(page: Page, ids: readonly string[]): Promise<void> {
  await expect.poll(async () => (await listRows(page)).map(({ id }) => id)).toEqual(ids)
}

/**
 * Reads a filtered list from its first screen to its end, each screen when its own status text is there. Gives every
 * row it met.
 */
export async function walkToEnd(page: Page, size: number, total: number): Promise<ListRow[]> {
  const met: ListRow[] = []
  for (;;) {
    const loaded = Math.min(met.length + size, total)
    await expect(listStatus(page, `${loaded} of ${total} loaded`)).toBeVisible()
    met.push(...(await listRows(page)))
    expect(met).toHaveLength(loaded)
    if (loaded === total) break
    await nextPage(page).click()
  }
  await expect(nextPage(page)).toBeDisabled()
  return met
}

/** Addresses of the requests for the list made from now on. */
export function listRequests(page: Page): URL[] {
  const asked: URL[] = []
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.url().includes('/sessions/filter/'))
      asked.push(new URL(request.url()))
  })
  return asked
}

/** Filters stand on the page, or behind a button where it is narrow. */
export async function openFilters(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Filters/ })
  if (await button.isVisible()) await button.click()
  await expect(field(page, 'Activity')).toBeVisible()
}

export const chips = (page: Page): Locator =>
  page.getByRole('list', { name: 'Filters set' }).getByRole('button')

/** What an open field of the filters offers. */
export const offered = (page: Page, name: string): Locator =>
  page.getByRole('listbox', { name }).getByRole('option')

export const titleField = (page: Page): Locator => page.getByRole('searchbox', { name: 'Title' })
export const listStatus = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text })
export const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

/** Finds an option of a field by typing and chooses it. */
export async function choose(
  page: Page,
  name: string,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  await field(page, name).click()
  await page.keyboard.type(typed)
  await offered(page, name).filter({ hasText: option }).click()
}

/** How far a page can be scrolled sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
