import type { Page } from '@playwright/test'
import { expectNoAxeViolations, expectRow, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 40, faults: true } })

/** Opens the edit dialog of the first row. */
async function editFirst(page: Page) {
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  return page.getByRole('dialog', { name: 'Edit session' })
}

/** Opens the edit dialog of the session with this title, from the list. */
async function edit(page: Page, title: string) {
  await page.goto(`/aikynetix/sessions?title=${encodeURIComponent(title)}`)
  await page.getByRole('button', { name: `Actions for ${title}` }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit session' })
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(title)
  return dialog
}

test('a corrected title and time show in the table without a reload, and the dialog closes', async ({
  page,
  organization,
}) => {
  await openSignedIn(page, organization.admin)
  const table = page.getByRole('table', { name: 'Sessions' })
  await table.getByRole('link').nth(2).hover()
  await page
    .getByRole('button', { name: /^Actions for / })
    .nth(2)
    .click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit session' })
  await expectNoAxeViolations(page)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('  Corrected «title» 7 ')
  await dialog.getByLabel('Recorded, date').fill('2026-11-16')
  await dialog.getByLabel('Recorded, time').fill('00:05')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expectRow(table, { Title: 'Corrected «title» 7', Recorded: '16 Nov 2026, 12:05 AM' })
  await expect(page.getByText('Saved “Corrected «title» 7”.')).toBeVisible()
  await page.reload()
  await expectRow(table, { Title: 'Corrected «title» 7', Recorded: '16 Nov 2026, 12:05 AM' })
})

test('two quick clicks on Save send one update', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  let updates = 0
  page.on('request', (request) => {
    if (request.method() === 'PUT') updates += 1
  })
  const dialog = await editFirst(page)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Clicked twice')
  await dialog.getByRole('button', { name: 'Save' }).dblclick()
  await expectRow(page.getByRole('table', { name: 'Sessions' }), { Title: 'Clicked twice' })
  expect(updates).toBe(1)
})

test('what cannot be saved says why under its field', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  const dialog = await editFirst(page)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('   ')
  await dialog.getByLabel('Recorded, date').fill('')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('A session needs a title.')).toBeVisible()
  await expect(dialog.getByText('This is not a day that exists.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription(
    'A session needs a title.',
  )
})

test('leaving with changes asks first', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  const dialog = await editFirst(page)
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Half done')
  await page.keyboard.press('Escape')
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expectNoAxeViolations(page)
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Half done')
  await page.goBack()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL('/aikynetix/sessions')
})

test('an edit address opened cold stands over the session’s page', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  await page.goto(`/aikynetix/sessions/${organization.sessionIds[0]}/edit`)
  const dialog = page.getByRole('dialog', { name: 'Edit session' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Edited cold')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Edited cold' })).toBeVisible()
})

test.describe('when it goes wrong', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('a failed save keeps the form and says that the text is still there', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await edit(page, 'Fault: update fails')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Will not arrive')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Not saved')
    await expect(dialog.getByRole('alert')).toContainText('Your text is still here.')
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Will not arrive')
    await expectNoAxeViolations(page)
  })

  test('somebody else’s change is shown before it is overwritten', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await edit(page, 'Fault: changed while you edit')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('My own title')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Somebody else changed this session')
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: 'Load latest' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Title' })).not.toHaveValue('My own title')
    await dialog.getByRole('textbox', { name: 'Title' }).fill('My own title, second try')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await page.goto('/aikynetix/sessions?title=second+try')
    await expectRow(page.getByRole('table', { name: 'Sessions' }), { Title: 'My own title, second try' })
  })

  test('a lost answer is checked, not guessed', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    const dialog = await editFirst(page)
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Arrived, answer lost')
    let updates = 0
    await page.route('**/session-management/sessions/*', async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback()
      updates += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expectRow(page.getByRole('table', { name: 'Sessions' }), { Title: 'Arrived, answer lost' })
    expect(updates).toBe(1)
  })

  test('a session deleted meanwhile is said to be gone', async ({ page, organization, request }) => {
    await openSignedIn(page, organization.admin)
    const table = page.getByRole('table', { name: 'Sessions' })
    await expect(table.getByRole('link').first()).toBeVisible()
    let token = ''
    page.on('request', (sent) => {
      token = sent.headers()['authorization'] ?? token
    })
    await page.getByRole('combobox', { name: 'Activity' }).selectOption('Running')
    await expect(page.getByText(/of \d+ loaded/)).toBeVisible()
    const id = (await table.getByRole('link').first().getAttribute('href'))?.split('/').at(-1)
    const dialog = await editFirst(page)
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Too late')
    const api = process.env['E2E_API_URL'] ?? 'http://localhost:8787'
    const deleted = await request.delete(`${api}/session-management/sessions/${id}`, {
      headers: { Authorization: token },
    })
    expect(deleted.status()).toBe(200)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('It is not there')
  })
})

test('a sub-admin sees why somebody else’s upload cannot be edited', async ({ page, organization }) => {
  await openSignedIn(page, organization.coach, '/aikynetix/sessions?title=Fault%3A+update')
  await page.getByRole('button', { name: 'Actions for Fault: update fails' }).click()
  for (const name of ['Edit', 'Delete']) {
    const item = page.getByRole('menuitem', { name })
    await expect(item).toBeDisabled()
    await expect(item).toHaveAccessibleDescription(/Only an admin/)
  }
})
