import type { Download } from '@playwright/test'
import { apiDay, dayOf, minuteOf, openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import { boxes, selection } from './support/bulk.ts'
import { exportFile, openExport, readCsv, restored } from './support/exports.ts'
import { holdBack } from './support/faults.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { listRows, nextPage } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

// More than one request of an export gives.
test.use({ organizationPlan: { sessions: 300, faults: false } })

const LIST = '/aikynetix/sessions'

test('all that match a filter are exported, as a table and as records, row for row what the API has', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const from = dayOf((await api.matches())[270] as ApiSession)
  const expected = await api.matches({ activity: 'Running', start_date: apiDay(from) })
  expect(expected.length).toBeGreaterThan(50)

  await openSignedIn(page, organization.admin, `${LIST}?activity=Running&from=${from}&size=10`)
  await expect(page.getByText(`10 of ${expected.length} loaded`)).toBeVisible()
  let dialog = await openExport(page)
  await expect(dialog.getByRole('radio', { name: `All matching (${expected.length})` })).toBeChecked()
  await expectNoAxeViolations(page, '[role=dialog]')
  const sheet = await exportFile(page, dialog)
  await expect(page.getByText(`Exported ${expected.length} sessions.`)).toBeVisible()
  expect(sheet.download.suggestedFilename()).toMatch(/^sessions \d{4}-\d\d-\d\d running\.csv$/)
  const [header, ...rows] = readCsv(sheet.text)
  expect(header).toEqual([...['Recorded', 'Title', 'Athlete', 'Activity', 'Status', 'Segments', 'Filters']])
  expect(rows.map(([recorded, title, athlete]) => [recorded, restored(title ?? ''), athlete])).toEqual(
    expected.map((session) => [minuteOf(session), session.title, session.user_name]),
  )
  expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set([`Activity: Running; From: ${from}`]))

  dialog = await openExport(page)
  await dialog.getByRole('radio', { name: 'All columns' }).check()
  await dialog.getByRole('radio', { name: 'JSON' }).check()
  const { text } = await exportFile(page, dialog)
  const { exported, sessions } = JSON.parse(text) as {
    exported: Record<string, unknown>
    sessions: { id: string; metrics: { name: string; unit: string | null; value: unknown }[] }[]
  }
  expect(exported).toMatchObject({ count: expected.length, account: organization.admin.email, rows: 'all' })
  expect(exported['filters']).toEqual([
    { filter: 'activity', label: 'Activity', value: 'Running' },
    { filter: 'from', label: 'From', value: from },
  ])
  expect(sessions.map(({ id, metrics }) => [id, valuesByName(metrics)])).toEqual(
    expected.map(({ id, metrics = {} }) => [id, metrics]),
  )
  expect(sessions.flatMap(({ metrics }) => metrics).find(({ name }) => name === 'speed')?.unit).toBe('m/s')
  expect(text).not.toMatch(/https?:\/\//)
})

test('an export that is cancelled half way leaves no file, and can begin again', async ({
  page,
  organization,
}) => {
  const downloads: Download[] = []
  page.on('download', (download) => downloads.push(download))
  await openSignedIn(page, organization.admin)
  await expect(page.getByText('Rows 1–25 of 300')).toBeVisible()
  const dialog = await openExport(page)
  await dialog.getByRole('radio', { name: 'JSON' }).check()

  const second = new RegExp(`^${API_URL}/session-management/sessions/filter/.*start_after_id`)
  const held = await holdBack(page, second, 'GET')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog.getByText('250 of 300')).toBeVisible()
  await held.arrived
  await expectNoAxeViolations(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByText('Stopped. No file was made.')).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'JSON' })).toBeChecked()
  held.open()

  const { text } = await exportFile(page, dialog)
  expect((JSON.parse(text) as { sessions: unknown[] }).sessions).toHaveLength(300)
  expect(downloads).toHaveLength(1)
})

test('rows selected on two pages are exported, and no others', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
  await expect(page.getByText('Rows 1–25 of 300')).toBeVisible()
  const first = await listRows(page)
  await boxes(page).nth(2).click()
  await boxes(page).nth(7).click()
  await nextPage(page).click()
  await expect(page.getByText('Rows 26–50 of 300')).toBeVisible()
  const second = await listRows(page)
  await boxes(page).nth(0).click()
  await selection(page).getByRole('button', { name: 'Export' }).click()

  const dialog = page.getByRole('dialog', { name: 'Export sessions' })
  await expect(dialog.getByRole('radio', { name: 'Selected (3)' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'All columns' }).check()
  const { download, text } = await exportFile(page, dialog)
  expect(download.suggestedFilename()).toMatch(/^sessions \d{4}-\d\d-\d\d selected\.csv$/)
  const [header = [], ...rows] = readCsv(text)
  const chosen = [first[2], first[7], second[0]]
  expect(rows.map(([id]) => id)).toEqual(chosen.map((row) => row?.id))
  expect(rows.map((row) => row[header.indexOf('Filters')])).toEqual(
    chosen.map(() => 'Rows: selected by hand'),
  )
})

test('titles that a spreadsheet would take for formulas come out as the texts they are', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const titles = ['=1+1', '+1', '-1', '@SUM(1)', "'=1", '\t=1', 'say "hi", twice', 'one\r\ntwo', 'Бег, №3']
  const ids = organization.sessionIds.slice(0, titles.length)
  await Promise.all(ids.map((id, index) => api.update(id, { title: titles[index] ?? '' })))
  const expected = new Map((await api.matches()).map(({ id, title }) => [id, title]))

  await openSignedIn(page, organization.admin)
  const dialog = await openExport(page)
  await dialog.getByRole('radio', { name: 'All columns' }).check()
  const [header = [], ...rows] = readCsv((await exportFile(page, dialog)).text)
  const written = new Map(rows.map((row) => [row[0] ?? '', row[header.indexOf('Title')] ?? '']))
  expect(written.size).toBe(300)
  for (const [id, title] of written) expect(restored(title)).toBe(expected.get(id))
  expect(ids.filter((id) => /^[=+\-@\t\r\n]/.test(written.get(id) ?? ''))).toEqual([])
  expect(ids.map((id) => expected.get(id))).toContain('=1+1')
})

const valuesByName = (metrics: readonly { name: string; value: unknown }[]) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
