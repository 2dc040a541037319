import type { Locator, Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import { fillIn, firstRow, sessionsTable } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { columnHeaders, expectIds, ids, listRows, sideways } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

const DEFAULT = ['Recorded', 'Title', 'Athlete', 'Activity', 'Status', 'Segments', 'Actions']
const rowHeight = async (page: Page) =>
  (await sessionsTable(page).getByRole('row').nth(3).boundingBox())?.height ?? 0

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Columns' })
  await expect(panel).toBeVisible()
  return panel
}

/** What optional columns read for a session. */
function optionalCells(session: ApiSession, uploaders: Record<string, string>) {
  const exercise = session.exercise?.replaceAll('_', ' ')
  const speeds =
    session.activity === 'Running' ? (session.metrics?.['speed'] as number[] | undefined) : undefined
  const average = (speeds ?? []).reduce((sum, speed) => sum + speed, 0) / (speeds?.length ?? 1)
  return {
    Exercise: exercise ? exercise.charAt(0).toUpperCase() + exercise.slice(1) : '–',
    'Uploaded by': uploaders[session.uploaded_by],
    Speed: speeds?.length ? `${average.toFixed(2)} m/s` : '–',
    ID: session.id,
  }
}

test('columns are shown, hidden and moved, and read what the API says', async ({ page, organization }) => {
  const api = await openApi(organization.admin)
  const sessions = (await api.matches()).slice(0, 25)
  await openSignedIn(page, organization.admin)
  await expect(firstRow(page)).toBeVisible()
  const panel = await openPanel(page)
  await expect(panel.getByText('The order of the rows is the server’s, newest first')).toBeVisible()
  await expectNoAxeViolations(page, '[role="dialog"]')
  for (const name of ['Exercise', 'Uploaded by', 'Speed (Running)', 'ID'])
    await panel.getByRole('checkbox', { name, exact: true }).check()
  await panel.getByRole('checkbox', { name: 'Segments' }).uncheck()
  const moveUp = panel.getByRole('button', { name: 'Move up Athlete' })
  await moveUp.click()
  await expect(moveUp).toBeFocused()
  await expect(panel.getByRole('status')).toHaveText('Athlete is column 2 of 9.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused()

  const shown = ['Recorded', 'Athlete', 'Title', 'Activity', 'Status', 'Exercise', 'Uploaded by', 'Speed']
  await expect(columnHeaders(page)).toHaveText([...shown, 'ID', 'Actions'])
  await expectIds(page, ids(sessions))
  const uploaders = {
    [organization.admin.uid]: 'Test Admin',
    [organization.coach.uid]: 'Test Coach',
  }
  await expect(async () => {
    const cells = (await listRows(page)).map((row) => row.cells)
    expect(cells).toEqual(
      sessions.map((session) => expect.objectContaining(optionalCells(session, uploaders)) as unknown),
    )
  }).toPass()
})

test('columns and row height are kept for this account on this device, and can be reset', async ({
  page,
  organization,
}) => {
  await openSignedIn(page, organization.admin)
  await expect(firstRow(page)).toBeVisible()
  expect(Math.abs((await rowHeight(page)) - 44)).toBeLessThanOrEqual(1)
  const panel = await openPanel(page)
  await panel.getByRole('checkbox', { name: 'Uploaded by' }).check()
  await panel.getByRole('checkbox', { name: 'Segments' }).uncheck()
  await panel.getByRole('button', { name: 'Move up Athlete' }).click()
  await panel.getByRole('radio', { name: 'Compact' }).check()
  await page.keyboard.press('Escape')
  const own = ['Recorded', 'Athlete', 'Title', 'Activity', 'Status', 'Uploaded by', 'Actions']
  await expect(columnHeaders(page)).toHaveText(own)

  await page.reload()
  await expect(firstRow(page)).toBeVisible()
  await expect(columnHeaders(page)).toHaveText(own)
  expect(Math.abs((await rowHeight(page)) - 34)).toBeLessThanOrEqual(1)

  for (const [account, columns, height] of [
    [organization.coach, DEFAULT, 44],
    [organization.admin, own, 34],
  ] as const) {
    await page.getByRole('button', { name: 'Account', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await fillIn(page, account)
    await expect(firstRow(page)).toBeVisible()
    await expect(columnHeaders(page)).toHaveText(columns)
    expect(Math.abs((await rowHeight(page)) - height)).toBeLessThanOrEqual(1)
  }

  const again = await openPanel(page)
  await again.getByRole('button', { name: 'Reset columns' }).click()
  await expect(again.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(columnHeaders(page)).toHaveText(DEFAULT)
})

test('with every column the page itself does not scroll sideways @phone', async ({
  page,
  organization,
  isMobile,
}) => {
  await openSignedIn(page, organization.admin, '/aikynetix/sessions?title=Tempo+run,+block+3')
  await expect(firstRow(page)).toBeVisible()
  const panel = await openPanel(page)
  const hidden = panel.getByRole('checkbox', { checked: false })
  while ((await hidden.count()) > 0) await hidden.first().click()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(columnHeaders(page)).toHaveCount(20)

  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await expectNoAxeViolations(page, 'main')
  const action = page.getByRole('button', { name: /^Actions for / }).first()
  if (isMobile) await expect(action).toBeInViewport()
  await action.click()
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeInViewport()
  expect(await sideways(page)).toBeLessThanOrEqual(0)
})
