import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'

/** The dialog that the list's own button opens. */
export async function openExport(page: Page): Promise<Locator> {
  // Beside the heading; what can be done with a selection has one of its own.
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export sessions' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Exports as it is chosen in the dialog, and gives what was downloaded. */
export async function exportFile(page: Page, dialog: Locator): Promise<{ download: Download; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ])
  await expect(dialog).toBeHidden()
  return { download, text: await readFile(await download.path(), 'utf8') }
}

/** Reads a CSV file strictly by RFC 4180; a byte order mark stands before it. */
export function readCsv(text: string): string[][] {
  expect(text.charCodeAt(0), 'a byte order mark').toBe(0xfeff)
  const rows: string[][] = []
  let row: string[] = []
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y
  for (let at = 1; at < text.length; at = field.lastIndex) {
    field.lastIndex = at
    const match = field.exec(text)
    if (!match) throw new Error(`No field of RFC 4180 at ${at}: ${text.slice(at, at + 80)}`)
    const [, cell = '', end] = match
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The text as it was, without the apostrophe that keeps a spreadsheet program from taking it for a formula. */
export const restored = (cell: string): string =>
  /^''*(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u.test(cell) ? cell.slice(1) : cell
