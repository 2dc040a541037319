import { expect, type Locator, type Page } from '@playwright/test'

export const viewButton = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `View: ${name}`, exact: true })

/** Opens the menu of views, whichever is on the screen. */
export async function openViews(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^View: / }).click()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  return menu
}

export async function pickView(page: Page, name: string): Promise<void> {
  const menu = await openViews(page)
  await menu.getByRole('menuitemradio', { name, exact: true }).click()
  await expect(viewButton(page, name)).toBeVisible()
}

/** Names of the saved views that the menu offers, behind the built-in ones. */
export async function savedNames(page: Page): Promise<string[]> {
  const menu = await openViews(page)
  const names = await menu
    .getByRole('menuitemradio')
    .evaluateAll((items) => items.map((item) => item.ariaLabel ?? ''))
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  const lastBuiltIn = names.indexOf('Last 7 days')
  expect(lastBuiltIn).toBeGreaterThan(0)
  return names.slice(lastBuiltIn + 1)
}

export async function openSaveDialog(page: Page): Promise<Locator> {
  await (await openViews(page)).getByRole('menuitem', { name: 'Save view…' }).click()
  return page.getByRole('dialog', { name: 'Save view' })
}

export async function openManageDialog(page: Page): Promise<Locator> {
  await (await openViews(page)).getByRole('menuitem', { name: 'Manage views…' }).click()
  return page.getByRole('dialog', { name: 'Saved views' })
}

/** Saves what is on the screen under this name. */
export async function saveView(page: Page, name: string): Promise<void> {
  const dialog = await openSaveDialog(page)
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(viewButton(page, name)).toBeVisible()
}
