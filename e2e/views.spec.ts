import type { Page } from '@playwright/test'
import { fillIn, sessionsTable } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn, readRows } from './support/pages.ts'
import { columnHeaders } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'
import {
  openManageDialog,
  openSaveDialog,
  openViews,
  pickView,
  savedNames,
  saveView,
  viewButton,
} from './support/views.ts'

const LIST = '/aikynetix/sessions'

const DEFAULT_HEADERS = ['Recorded', 'Title', 'Athlete', 'Activity', 'Status', 'Segments', 'Actions']

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

test('a view keeps filters, columns and page size under a name, until it is renamed or deleted', async ({
  page,
  organization,
}) => {
  await openSignedIn(page, organization.admin, `${LIST}?activity=Running&size=10`)
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await columns.getByRole('checkbox', { name: 'Athlete' }).uncheck()
  await columns.getByRole('checkbox', { name: 'ID', exact: true }).check()
  await page.keyboard.press('Escape')
  const own = ['Recorded', 'Title', 'Activity', 'Status', 'Segments', 'ID', 'Actions']
  await expect(columnHeaders(page)).toHaveText(own)

  await openViews(page)
  await expectNoAxeViolations(page, '[role=menu]')
  await page.keyboard.press('Escape')
  const save = await openSaveDialog(page)
  await expect(save.getByRole('definition')).toHaveText([
    'Activity “Running”',
    'Recorded, Title, Activity, Status, Segments, ID',
    '10',
  ])
  const name = save.getByRole('textbox', { name: 'Name' })
  await name.fill(' mine')
  await page.keyboard.press('Enter')
  await expect(name).toHaveAccessibleDescription('A built-in view has this name.')
  await expectNoAxeViolations(page, '[role=dialog]')
  await name.fill('Runs with ids')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved view “Runs with ids”.')).toBeVisible()
  await expect(viewButton(page, 'Runs with ids')).toBeFocused()

  await pickView(page, 'All sessions')
  await expect(page).toHaveURL(`${LIST}?size=10`)
  await expect(columnHeaders(page)).toHaveText(own)
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await columns.getByRole('button', { name: 'Reset columns' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('25')
  await expect(columnHeaders(page)).toHaveText(DEFAULT_HEADERS)
  await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()

  await pickView(page, 'Runs with ids')
  await expect(page).toHaveURL(`${LIST}?activity=Running&size=10`)
  await expect(columnHeaders(page)).toHaveText(own)
  await expect(page.getByRole('combobox', { name: 'Rows per page' })).toHaveValue('10')
  await expect(page.getByText(/^\d+ of \d+ loaded$/)).toBeVisible()
  const rows = await readRows(sessionsTable(page))
  expect(new Set(rows.map(({ Activity }) => Activity))).toEqual(new Set(['Running']))
  expect(organization.sessionIds).toEqual(expect.arrayContaining(rows.map(({ ID }) => ID)))

  const again = await openSaveDialog(page)
  await again.getByRole('textbox', { name: 'Name' }).fill('RUNS with ids')
  await again.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(again.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
    'There is a view with this name already.',
  )
  await expect(again.getByRole('button', { name: 'Replace “Runs with ids”' })).toBeVisible()
  await again.getByRole('button', { name: 'Cancel' }).click()

  const manage = await openManageDialog(page)
  await manage.getByRole('button', { name: 'Rename Runs with ids' }).click()
  await manage.getByRole('textbox', { name: 'New name' }).fill('Runs')
  await expectNoAxeViolations(page, '[role=dialog]')
  await page.keyboard.press('Enter')
  await expect(manage.getByRole('status')).toHaveText('Renamed to “Runs”.')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(viewButton(page, 'Runs')).toBeVisible()
  await expect(columnHeaders(page)).toHaveText(own)

  await openManageDialog(page)
  await manage.getByRole('button', { name: 'Delete Runs' }).click()
  await manage.getByRole('group', { name: 'Delete “Runs”?' }).getByRole('button', { name: 'Delete' }).click()
  await expect(manage.getByRole('status')).toHaveText('Deleted “Runs”.')
  await page.keyboard.press('Escape')
  await expect(viewButton(page, 'Unsaved view')).toBeVisible()
  expect(await savedNames(page)).toEqual([])
})

test('a start view opens at home and after signing in, with days that move or stay', async ({
  page,
  organization,
}) => {
  await page.clock.setFixedTime('2026-11-16T10:00:00')
  await openSignedIn(page, organization.admin, `${LIST}?from=2026-11-10&to=2026-11-15`)
  await saveView(page, 'That week')
  const save = await openSaveDialog(page)
  await save.getByRole('textbox', { name: 'Name' }).fill('Until yesterday')
  const moving = save.getByRole('radio', { name: 'Move with today' })
  await expect(moving).toHaveAccessibleDescription('6 days ago to yesterday')
  await moving.check()
  await save.getByRole('checkbox', { name: 'Open this view at the start' }).check()
  await save.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(save).toHaveCount(0)

  await page.clock.setFixedTime('2026-11-20T10:00:00')
  await page.goto('/')
  await expect(page).toHaveURL(`${LIST}?from=2026-11-14&to=2026-11-19`)
  await expect(viewButton(page, 'Until yesterday')).toBeVisible()
  await expect(page.getByText(/of \d+ loaded$/)).toBeVisible()
  for (const { Recorded } of await readRows(sessionsTable(page)))
    expect(Recorded).toMatch(/^1[45] Nov 2026, /)
  await pickView(page, 'That week')
  await expect(page).toHaveURL(`${LIST}?from=2026-11-10&to=2026-11-15`)

  await page.goto(LIST)
  await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
  await expect(viewButton(page, 'All sessions')).toBeVisible()
  await expect(page).toHaveURL(LIST)
  await signOut(page)
  await fillIn(page, organization.admin)
  await expect(viewButton(page, 'Until yesterday')).toBeVisible()
  await expect(page).toHaveURL(`${LIST}?from=2026-11-14&to=2026-11-19`)

  const manage = await openManageDialog(page)
  await manage.getByRole('radio', { name: 'Start with Needs attention' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Motion Console' }).click()
  await expect(page).toHaveURL(`${LIST}?attention=1`)
  await openManageDialog(page)
  await manage.getByRole('radio', { name: 'Start with Until yesterday' }).check()
  await manage.getByRole('button', { name: 'Delete Until yesterday' }).click()
  await manage.getByRole('group').getByRole('button', { name: 'Delete' }).click()
  await expect(manage.getByRole('status')).toHaveText(
    'Deleted “Until yesterday”. The list starts with all sessions again.',
  )
  await page.goto('/')
  await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
  await expect(page).toHaveURL(LIST)
})

test('a view saved in one tab is offered in the other, and never to another account', async ({
  page,
  context,
  organization,
}) => {
  await openSignedIn(page, organization.admin, `${LIST}?activity=Running`)
  const second = await context.newPage()
  await second.goto(`${LIST}?activity=Running`)
  await expect(viewButton(second, 'Unsaved view')).toBeVisible()
  const manage = await openManageDialog(second)
  // A tab behind another one is drawn once a second.
  await page.bringToFront()
  await saveView(page, 'Runs')
  await second.bringToFront()
  await manage.getByRole('radio', { name: 'Start with Runs' }).check()
  await second.keyboard.press('Escape')
  await expect(viewButton(second, 'Runs')).toBeVisible()
  await second.close()
  const item = (await openViews(page)).getByRole('menuitemradio', { name: 'Runs' })
  await expect(item).toHaveAccessibleDescription('Opens at the start')
  await page.keyboard.press('Escape')

  await signOut(page)
  await fillIn(page, organization.coach)
  await expect(page).toHaveURL(LIST)
  expect(await savedNames(page)).toEqual([])
  await saveView(page, 'Of the coach')
  await signOut(page)
  await fillIn(page, organization.admin)
  await expect(page).toHaveURL(`${LIST}?activity=Running`)
  expect(await savedNames(page)).toEqual(['Runs'])
})

test.describe('an organisation with everything', () => {
  test.use({ organizationPlan: { sessions: 480, faults: true } })

  test('the built-in views show what they say', async ({ page, organization }) => {
    await page.clock.setFixedTime('2026-11-18T12:00:00')
    await openSignedIn(page, organization.coach)
    await pickView(page, 'Being processed')
    await expect(page.getByText(/of \d+ loaded$/)).toBeVisible()
    const pending = await readRows(sessionsTable(page))
    expect(pending.length).toBeGreaterThan(2)
    for (const { Status = '' } of pending)
      expect(Status.replaceAll('\n', ' ')).toMatch(
        /^(Queued|Processing) Longer than usual : recorded \d+ days ago, usually under \d min$/,
      )

    await pickView(page, 'Last 7 days')
    await expect(page).toHaveURL(`${LIST}?from=2026-11-12`)
    await expect(page.getByText(/of \d+ loaded$/)).toBeVisible()
    const days = (await readRows(sessionsTable(page))).map(({ Recorded = '' }) => Number.parseInt(Recorded))
    expect([days.at(0), days.at(-1)]).toEqual([15, 12])
    await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled()

    await pickView(page, 'Mine')
    await expect(page).toHaveURL(`${LIST}?uploader=${organization.coach.uid}`)
    await expect(page.getByText(/^25 of \d+ loaded$/)).toBeVisible()
    await expect(
      page.getByRole('button', { name: 'Remove filter Uploaded by: Test Coach (you)' }),
    ).toBeVisible()
    const menus = page.getByRole('button', { name: /^Actions for / })
    await menus.last().click()
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeEnabled()
  })
})

test.describe('on a phone', () => {
  test.use({ organizationPlan: { sessions: 30, faults: true } })

  test('views and what needs attention fit @phone', async ({ page, organization, isMobile }) => {
    test.skip(!isMobile, 'The wide screen has the stories above.')
    await page.clock.setFixedTime('2026-11-21T12:00:00')
    await openSignedIn(page, organization.admin, `${LIST}?size=50`)
    await pickView(page, 'Needs attention')
    await expect(page.getByText(/ needs? attention · 30 of 30 looked at$/)).toBeVisible()
    const row = sessionsTable(page).getByRole('row').filter({ hasText: 'Fault: analysis fails' })
    await expect(row.getByText(/^No analyzed video after \d+ days$/)).toBeVisible()
    await expectNoAxeViolations(page)
    const name = 'Odd ones, as many as there are, for the way home by train'
    await saveView(page, name)
    const manage = await openManageDialog(page)
    await manage.getByRole('button', { name: `Rename ${name}` }).tap()
    await expectNoAxeViolations(page, '[role=dialog]')
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await sideways()).toBeLessThanOrEqual(0)
    await manage.getByRole('button', { name: 'Cancel' }).tap()
    await page.keyboard.press('Escape')
    await expect(viewButton(page, name)).toBeVisible()
    expect(await sideways()).toBeLessThanOrEqual(0)
  })
})
