import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { nextPage } from './support/sessionList.ts'
import { boxes, selection } from './support/bulk.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 80, faults: false } })

test('a selection spans pages, grows by ranges and says what is elsewhere @phone', async ({
  page,
  organization,
}) => {
  await openSignedIn(page, organization.admin)
  await expect(page.getByText('Rows 1–25 of 80')).toBeVisible()
  await expect(selection(page)).toHaveCount(0)

  await boxes(page).nth(22).click()
  await expect(selection(page)).toContainText('1 selected')
  await nextPage(page).click()
  await expect(page.getByText('Rows 26–50 of 80')).toBeVisible()
  await expect(selection(page)).toContainText('1 selected · 1 not on this page')

  // From the 23rd of the first page to the 4th of the second.
  await boxes(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(selection(page)).toContainText('7 selected · 3 not on this page')
  await nextPage(page).click()
  await expect(page.getByText('Rows 51–75 of 80')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select this page' }).check()
  await expect(selection(page)).toContainText('32 selected · 7 not on this page')
  await boxes(page).nth(0).click()
  await expect(selection(page)).toContainText('31 selected')
  await expect(page.getByRole('checkbox', { name: 'Select this page' })).toHaveJSProperty(
    'indeterminate',
    true,
  )
  await expectNoAxeViolations(page)
})
