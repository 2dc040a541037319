import { expectNoAxeViolations, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 40, faults: true } })

test('the dialog names what goes, and Cancel keeps it', async ({ page, organization }) => {
  await signIn(page, organization.admin)
  const table = page.getByRole('table', { name: 'Sessions' })
  const title = (await table.getByRole('link').first().textContent()) ?? ''
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete session?' })
  await expect(dialog).toContainText(title)
  await expect(dialog).toContainText('cannot be undone')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Rows 1–25 of 40')).toBeVisible()
})

test('a session deleted from its own page leaves to the list, which no longer has it', async ({
  page,
  organization,
}) => {
  await signIn(page, organization.admin, '/aikynetix/sessions?activity=Running')
  const table = page.getByRole('table', { name: 'Sessions' })
  const href = (await table.getByRole('link').first().getAttribute('href')) ?? ''
  await table.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).dblclick()
  await expect(page).toHaveURL('/aikynetix/sessions?activity=Running')
  await expect(page.getByText(/^Deleted “/)).toBeVisible()
  await expect(table.locator(`a[href="${href}"]`)).toHaveCount(0)
  await page.goto(href)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not')
})

test.describe('when it goes wrong', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('a failed deletion keeps the session and says so', async ({ page, organization }) => {
    await signIn(page, organization.admin, '/aikynetix/sessions?title=Fault%3A+delete')
    await page.getByRole('button', { name: 'Actions for Fault: delete fails' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not deleted')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('link', { name: 'Fault: delete fails' })).toBeVisible()
  })

  test('deleting what somebody else has just deleted is done', async ({ page, organization }) => {
    await signIn(page, organization.admin)
    await page
      .getByRole('button', { name: /^Actions for / })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.route('**/session-management/sessions/*', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback()
      await route.fetch()
      return route.fallback()
    })
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText(/^Deleted “/)).toBeVisible()
    await expect(page.getByText('Rows 1–25 of 39')).toBeVisible()
  })
})
