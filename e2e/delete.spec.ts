import { openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import { ANALYZED, firstRow, holdBack, openDialog } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 40, faults: true } })

test('the dialog names what goes, and Cancel keeps it', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  const table = page.getByRole('table', { name: 'Sessions' })
  const title = (await table.getByRole('link').first().textContent()) ?? ''
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete session?' })
  await expect(dialog).toContainText(title)
  await expect(dialog).toContainText('deleted for everybody')
  await expect(dialog).toContainText('on this device')
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
  await openSignedIn(page, organization.admin, '/aikynetix/sessions?activity=Running')
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

test.describe('cannot surprise', () => {
  test.use({ organizationPlan: { sessions: 30, faults: false } })

  test('what somebody else changed meanwhile is shown before anything is deleted', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.coach)
    const theirs = (await api.matches({ uploaded_by: organization.coach.uid }))[0] as ApiSession
    await api.setStatus(theirs.id, 'completed')
    await openSignedIn(page, organization.admin, `/aikynetix/sessions?uploader=${organization.coach.uid}`)
    await expect(firstRow(page)).toHaveText(theirs.title)
    const dialog = await openDialog(page, 'Delete')
    await api.update(theirs.id, { title: 'Corrected by the coach' })
    await api.setStatus(theirs.id, 'failed')
    // The second click of an impatient hand comes when the button already says something else.
    await dialog.getByRole('button', { name: 'Delete' }).dblclick()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('so it was not deleted')
    await expect(alert.getByRole('listitem').filter({ hasText: 'Title' })).toContainText(theirs.title)
    await expect(alert.getByRole('listitem').filter({ hasText: 'Title' })).toContainText(
      'Corrected by the coach',
    )
    await expect(alert.getByRole('listitem').filter({ hasText: 'Status' })).toContainText('Failed')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await expectNoAxeViolations(page)
    expect((await api.matches()).map(({ id }) => id)).toContain(theirs.id)
    await dialog.getByRole('button', { name: 'Delete anyway' }).click()
    await expect(page.getByText('Deleted “Corrected by the coach”.')).toBeVisible()
    expect((await api.matches()).map(({ id }) => id)).not.toContain(theirs.id)
  })

  test('the analyzed video is offered first, and a download is not cut off', async ({
    page,
    organization,
  }) => {
    const sessions = await (await openApi(organization.admin)).matches({ status: 'completed' })
    const watched = sessions.find(
      (session) => (session as { analyzed_video_url?: string }).analyzed_video_url,
    )
    await openSignedIn(page, organization.admin, `/aikynetix/sessions/${watched?.id}`)
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete session?' })
    await expect(dialog).toContainText('its analyzed video')
    const held = await holdBack(page, ANALYZED, 'GET')
    const file = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Download video' }).click()
    const remove = dialog.getByRole('button', { name: 'Delete' })
    await expect(remove).toHaveAccessibleDescription('Wait for the download, or cancel it.')
    held.open()
    expect((await file).suggestedFilename()).toMatch(/\.mp4$/)
    await remove.click()
    await expect(page.getByText(/^Deleted “/)).toBeVisible()
  })

  test('a session that is being processed is not deleted without saying so', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.admin)
    const sessions = await api.matches({ status: 'completed' })
    const plain = sessions.find((session) => !(session as { analyzed_video_url?: string }).analyzed_video_url)
    await api.setStatus(plain?.id ?? '', 'processing')
    await openSignedIn(page, organization.admin, `/aikynetix/sessions/${plain?.id}`)
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete session?' })
    await expect(dialog).toContainText('It is being processed right now.')
    await expect(dialog.getByRole('button', { name: 'Download video' })).toHaveCount(0)
  })
})

test.describe('when it goes wrong', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('a failed deletion keeps the session and says so', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=Fault%3A+delete')
    await page.getByRole('button', { name: 'Actions for Fault: delete fails' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not deleted')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('link', { name: 'Fault: delete fails' })).toBeVisible()
  })

  test('deleting what somebody else has just deleted is done', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
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
