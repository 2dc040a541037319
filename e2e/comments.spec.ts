import type { Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import { expectNoAxeViolations, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 12, faults: false } })

const panelOf = (page: Page) => page.getByRole('region', { name: 'Report comments' })

async function write(page: Page) {
  await panelOf(page).getByRole('button', { name: 'Write comments' }).click()
  const dialog = page.getByRole('dialog', { name: 'Write comments' })
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeVisible()
  return dialog
}

test('comments are written in two languages, beside a colleague who writes too, and deleted in the end', async ({
  page,
  organization,
}) => {
  const id = organization.sessionIds[0] ?? ''
  const colleague = await openApi(organization.admin)
  await colleague.writeComments(id, {
    text_summary: { en: 'Even steps.', ru: 'Ровные шаги.' },
    text_hip_angle: 'Without a language.',
    rating: 4,
  })
  await signIn(page, organization.admin, `/aikynetix/sessions/${id}`)
  const panel = panelOf(page)
  await expect(panel.getByText('Even steps.')).toBeVisible()

  const dialog = await write(page)
  await dialog
    .getByRole('textbox', { name: 'Summary, English' })
    .fill('Even steps, <b>shorter</b> on the left.')
  await dialog.getByRole('combobox', { name: 'About' }).selectOption('Something else…')
  await dialog.getByRole('textbox', { name: 'What it is about' }).fill('Foot strike')
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Foot strike, Russian' }).fill('На пятку.')
  await colleague.writeComments(id, {
    text_summary: { en: 'Even steps.', ru: 'Шаги ровные.' },
    text_hip_angle: 'Without a language.',
    rating: 5,
  })
  await dialog.getByRole('button', { name: 'Save' }).click()
  const conflict = dialog.getByRole('alert')
  await expect(conflict).toContainText('Somebody else changed these comments')
  await expect(conflict).toContainText('Шаги ровные.')
  await expect(conflict).toContainText('<b>shorter</b>')
  await expectNoAxeViolations(page, '[role="dialog"]')
  await conflict.getByRole('button', { name: 'Keep mine over it' }).click()
  let writes = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/report-comments/')) writes += 1
  })
  await dialog.getByRole('button', { name: 'Save' }).dblclick()
  await expect(dialog).toBeHidden()
  expect(writes, 'two clicks are one save').toBe(1)
  await expect(panel.getByText('Even steps, <b>shorter</b> on the left.')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Language' }).selectOption('Russian')
  await expect(panel.getByText('Шаги ровные.')).toBeVisible()
  await expect(panel.getByText('На пятку.')).toBeVisible()
  expect(await colleague.comments(id)).toEqual({
    text_summary: { en: 'Even steps, <b>shorter</b> on the left.', ru: 'Шаги ровные.' },
    text_hip_angle: 'Without a language.',
    text_foot_strike: { ru: 'На пятку.' },
    rating: 5,
  })

  await write(page)
  await page.getByRole('button', { name: 'Delete all…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete all comments?' })
  await question.getByRole('button', { name: 'Delete comments' }).click()
  await expect(panel.getByText('There are no comments on this session.')).toBeVisible()
  await page.reload()
  await expect(panel.getByText('There are no comments on this session.')).toBeVisible()
  expect(await colleague.comments(id), 'what is no comment stays').toEqual({ rating: 5 })
})

test.describe('when it goes wrong', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('a save without a connection keeps the text, a lost answer is checked, and a coach reads why it is off', async ({
    page,
    context,
    organization,
  }) => {
    const id = organization.sessionIds[0] ?? ''
    await (await openApi(organization.admin)).writeComments(id, {})
    await signIn(page, organization.admin, `/aikynetix/sessions/${id}`)
    const dialog = await write(page)
    const summary = dialog.getByRole('textbox', { name: 'Summary, English' })
    await dialog.getByRole('button', { name: 'Add comment' }).click()
    await summary.fill('Written in a tunnel.')
    await context.setOffline(true)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByRole('alert')).toContainText('offline')
    await expect(summary).toHaveValue('Written in a tunnel.')
    await context.setOffline(false)
    await page.keyboard.press('Escape')
    await page
      .getByRole('alertdialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Stay' })
      .click()
    let writes = 0
    await page.route('**/report-comments/', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      writes += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(panelOf(page).getByText('Written in a tunnel.')).toBeVisible()
    expect(writes).toBe(1)

    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await signIn(page, organization.coach, `/aikynetix/sessions/${id}`)
    await expect(panelOf(page).getByText('Written in a tunnel.')).toBeVisible()
    await expect(panelOf(page).getByRole('button', { name: 'Write comments' })).toHaveAccessibleDescription(
      'Only an admin can change what somebody else uploaded.',
    )
  })
})
