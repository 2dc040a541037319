import type { Page } from '@playwright/test'
import { fillIn, firstRow, holdBack, ONE, openDialog } from './support/faults.ts'
import { openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

// What the network does to a request shows in the browser's console, whatever the page makes of it.
test.use({ expectedConsoleErrors: /Failed to load resource|ERR_|CORS|dynamically imported/ })

test.describe('leaving a dialog', () => {
  /** The second page of the list: going back once too often would show. */
  async function standOnSecondPage(page: Page) {
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText('Rows 11–20 of 30')).toBeVisible()
  }

  test('by two quick clicks goes back once', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await standOnSecondPage(page)
    for (const [entry, name] of [
      ['Edit', 'Cancel'],
      ['Delete', 'Cancel'],
      ['Edit', 'Save'],
    ] as const) {
      const dialog = await openDialog(page, entry)
      await dialog.getByRole('button', { name }).evaluate((button: HTMLElement) => {
        button.click()
        button.click()
      })
      await expect(dialog).toBeHidden()
      await expect(page.getByText('Rows 11–20 of 30')).toBeVisible()
    }
  })

  test('while its deletion runs stays where it led', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await standOnSecondPage(page)
    const dialog = await openDialog(page, 'Delete')
    const held = await holdBack(page, ONE, 'DELETE')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await held.arrived
    await page.goBack()
    await expect(dialog).toBeHidden()
    held.open()
    await expect(page.getByText(/^Deleted “/)).toBeVisible()
    await expect(page.getByText('Rows 11–20 of 29')).toBeVisible()
  })

  test('while its save runs stays where it led', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
    await standOnSecondPage(page)
    const dialog = await openDialog(page, 'Edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Left behind')
    const held = await holdBack(page, ONE, 'PUT')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await held.arrived
    await page.goBack()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click()
    await expect(dialog).toBeHidden()
    held.open()
    await expect(page.getByText('Saved “Left behind”.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Left behind' })).toBeVisible()
    await expect(page.getByText('Rows 11–20 of 30')).toBeVisible()
  })

  test('that was opened cold, through sign-in, stays in the console', async ({ page, organization }) => {
    const id = organization.sessionIds[3] ?? ''
    await page.goto(`/aikynetix/sessions/${id}/edit`)
    await fillIn(page, organization.admin)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(page).toHaveURL(`/aikynetix/sessions/${id}`)
    await page.goto(`/aikynetix/sessions/${id}/delete`)
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(page).toHaveURL(`/aikynetix/sessions/${id}`)
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  })

  test('returns the focus to where it was opened, and none leaves it before', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    for (const entry of ['Edit', 'Delete'] as const) {
      const dialog = await openDialog(page, entry, 2)
      for (let presses = 0; presses < 8; presses++) {
        await page.keyboard.press('Tab')
        expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('button', { name: /^Actions for / }).nth(2)).toBeFocused()
    }
  })

  test('that was reloaded leads back to the list under it', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    for (const entry of ['Edit', 'Delete'] as const) {
      const dialog = await openDialog(page, entry, 2)
      await page.reload()
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toBeHidden()
      await expect(page).toHaveURL('/aikynetix/sessions')
      await expect(firstRow(page)).toBeVisible()
    }
  })
})

test.describe('the title filter', () => {
  test('does not undo another filter that is set while it is typed', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(firstRow(page)).toBeVisible()
    await page.evaluate(() => {
      const set = (element: Element | null, prototype: object, value: string) => {
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value)
        element?.dispatchEvent(
          new Event(element.localName === 'select' ? 'change' : 'input', { bubbles: true }),
        )
      }
      set(document.querySelector('input[type=search]'), HTMLInputElement.prototype, 'a')
      set(document.querySelector('[role=search] select'), HTMLSelectElement.prototype, 'Running')
    })
    await expect(page).toHaveURL('/aikynetix/sessions?title=a&activity=Running')
  })

  test('keeps what is typed while the address changes', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await expect(firstRow(page)).toBeVisible()
    await page.evaluate(() => {
      const field = document.querySelector('input[type=search]')
      const push = history.pushState.bind(history)
      history.pushState = (...args) => {
        push(...args)
        history.pushState = push
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'ab')
        field?.dispatchEvent(new Event('input', { bubbles: true }))
      }
    })
    const search = page.getByRole('searchbox', { name: 'Title' })
    await search.fill('a')
    await expect(page).toHaveURL(/title=ab$/)
    await expect(search).toHaveValue('ab')
    await page.goBack()
    await expect(search).toHaveValue('')
    await page.goForward()
    await expect(search).toHaveValue('ab')
  })

  test('shows the newest words’ rows when answers arrive out of order', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    const title = (await firstRow(page).textContent()) ?? ''
    const held = await holdBack(page, /filter\/\?.*title=a(&|$)/, 'GET')
    const search = page.getByRole('searchbox', { name: 'Title' })
    await search.fill('a')
    await held.arrived
    await search.fill(title)
    await expect(firstRow(page)).toHaveText(title)
    const shown = await page.getByText(/of \d+ loaded/).textContent()
    held.open()
    await expect(page).toHaveURL(
      new URLSearchParams({ title }).toString().replace(/^/, '/aikynetix/sessions?'),
    )
    await expect(page.getByText(shown ?? '')).toBeVisible()
    await page.unroute(/filter\/\?.*title=a(&|$)/)
  })
})
