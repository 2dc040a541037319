import { expect, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { readCsv } from './exports.ts'
import { sessionsTable } from './faults.ts'

/** The rows' own boxes, in their order. */
export const boxes = (page: Page): Locator =>
  sessionsTable(page).getByRole('checkbox', { name: /^Select (?!this page$)/ })
export const pageBox = (page: Page): Locator => page.getByRole('checkbox', { name: 'Select this page' })
export const selection = (page: Page): Locator => page.getByRole('group', { name: 'Selection' })
/** The strip at the foot that shows bulk work. */
export const strip = (page: Page): Locator => page.getByRole('region', { name: 'Bulk work' })
export const inStrip = (page: Page, button: string | RegExp): Locator =>
  strip(page).getByRole('button', { name: button })

/** Selects the first rows of the page on the screen. */
export async function selectFirst(page: Page, count: number): Promise<void> {
  await boxes(page).nth(0).click()
  if (count > 1)
    await boxes(page)
      .nth(count - 1)
      .click({ modifiers: ['Shift'] })
  await expect(selection(page)).toContainText(`${count} selected`)
}

/** Asks for the deletion of what is selected, and types its number. */
export async function deleteSelected(page: Page, count: number): Promise<void> {
  await selection(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: `Delete ${sessions(count)}?` })
  await dialog.getByRole('textbox', { name: `Type ${count} to confirm` }).fill(String(count))
  await dialog.getByRole('button', { name: `Delete ${sessions(count)}` }).click()
  await expect(dialog).toBeHidden()
}

const sessions = (count: number) => (count === 1 ? '1 session' : `${count} sessions`)

/** Downloads the receipt and reads it: rows by column, the header left out. */
export async function readReceipt(page: Page): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), inStrip(page, 'Receipt').click()])
  const text = await readFile(await download.path(), 'utf8')
  const [header = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])))
}
