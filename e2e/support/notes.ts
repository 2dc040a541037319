import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** What the menu of notes writes, as the browser saves it. */
export async function fileOf(page: Page, form: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Notes as a file' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: form }).click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}
