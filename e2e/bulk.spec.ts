import type { Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import {
  boxes,
  deleteSelected,
  inStrip,
  pageBox,
  readReceipt,
  selectFirst,
  selection,
  strip,
} from './support/bulk.ts'
import { BY_IDS, fillIn, ONE, refuse, sessionsTable } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn, signIn } from './support/pages.ts'
import { expectIds, ids, listRows, nextPage } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

test.use({ organizationPlan: { sessions: 60, faults: false } })

const remaining = (all: readonly ApiSession[], deleted: readonly string[]) =>
  ids(all).filter((id) => !deleted.includes(id))

/** Lets deletions through, or holds them back from the moment on that `hold` says so. */
async function watchDeletions(page: Page) {
  const watch = { asked: [] as string[], most: 0, hold: false, release: () => {} }
  let under = 0
  let held: (() => void)[] = []
  watch.release = () => {
    watch.hold = false
    for (const go of held) go()
    held = []
  }
  await page.route(ONE, async (route) => {
    if (route.request().method() !== 'DELETE') return route.fallback()
    watch.asked.push(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')
    watch.most = Math.max(watch.most, ++under)
    if (watch.hold) await new Promise<void>((go) => held.push(go))
    // The page may be gone by then.
    await route.fallback().catch(() => undefined)
    under -= 1
  })
  return watch
}

test.describe('a bulk deletion', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('of forty is paused, goes on, survives a failure and what is gone already, and gives a receipt', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.admin)
    const all = await api.matches()
    const failing = all[7]?.id ?? ''
    // One that is processed is asked for by itself, and would be missed before the deletion comes to it.
    const gone = all.slice(26, 40).find(({ status }) => status === 'completed')?.id ?? ''
    const chosen = ids(all).slice(0, 40)
    await openSignedIn(page, organization.admin)
    await pageBox(page).check()
    await nextPage(page).click()
    await expect(page.getByText('Rows 26–50 of 60')).toBeVisible()
    await boxes(page)
      .nth(14)
      .click({ modifiers: ['Shift'] })
    await expect(selection(page)).toContainText('40 selected · 25 not on this page')

    await api.remove(gone)
    let failures = 0
    await page.route(`${ONE}${failing}`, (route) =>
      route.request().method() === 'DELETE' && failures++ === 0 ? refuse(route, 500) : route.fallback(),
    )
    const deletions = await watchDeletions(page)
    deletions.hold = true
    await deleteSelected(page, 40)
    await expect(strip(page)).toContainText('Deleting 40 sessions')
    await expect.poll(() => deletions.asked.length).toBe(3)
    await inStrip(page, 'Pause').click()
    deletions.release()
    await expect(strip(page)).toContainText('Paused.')
    await expect(strip(page)).toContainText('3 deleted · 37 waiting')
    await expectNoAxeViolations(page)
    expect(deletions.asked).toHaveLength(3)

    await inStrip(page, 'Go on').click()
    await expect(strip(page)).toContainText('38 deleted · 1 already gone · 1 failed', { timeout: 30_000 })
    expect(deletions.most, 'sessions worked on at once').toBeLessThanOrEqual(3)
    await inStrip(page, 'Details').click()
    const list = page.getByRole('list', { name: 'Sessions of the bulk work' })
    await expect(list.getByRole('listitem')).toHaveCount(40)
    await expect(list.getByRole('listitem').filter({ hasText: 'Failed' })).toHaveCount(1)

    await inStrip(page, 'Retry failures (1)').click()
    await expect(strip(page)).toContainText('39 deleted · 1 already gone')
    const receipt = await readReceipt(page)
    expect(receipt.map((row) => row['Session ID']).sort()).toEqual([...chosen].sort())
    expect(receipt.filter((row) => row['Outcome'] === 'Already gone')).toEqual([
      expect.objectContaining({ 'Session ID': gone, Action: 'Delete', Account: organization.admin.email }),
    ])
    expect(ids(await api.matches())).toEqual(remaining(all, chosen))
    await expect(page.getByText('of 20')).toBeVisible()
    await inStrip(page, 'Dismiss').click()
    await expect(strip(page)).toHaveCount(0)
  })

  test('asks for the number of sessions and names each', async ({ page, organization }) => {
    await openSignedIn(page, organization.admin)
    await selectFirst(page, 3)
    const rows = await listRows(page)
    await selection(page).getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete 3 sessions?' })
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    await expect(dialog.getByRole('listitem').first()).toContainText(rows[0]?.cells['Athlete'] ?? '')
    for (const wrong of ['', '2', '33', 'three']) {
      await dialog.getByRole('textbox').fill(wrong)
      await dialog.getByRole('button', { name: 'Delete 3 sessions' }).click()
      await expect(dialog.getByText('Type the number of sessions: 3.')).toBeVisible()
    }
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(strip(page)).toHaveCount(0)
    await expect(selection(page)).toContainText('3 selected')
  })

  test('that a reload cuts off says what is done, what is not and what is not known, and goes on', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.admin)
    const all = await api.matches()
    await openSignedIn(page, organization.admin)
    await selectFirst(page, 8)
    const deletions = await watchDeletions(page)
    await deleteSelected(page, 8)
    await expect(strip(page)).toContainText('8 deleted')
    await inStrip(page, 'Dismiss').click()
    await expectIds(page, ids(all).slice(8, 33))

    await selectFirst(page, 8)
    deletions.hold = true
    await deleteSelected(page, 8)
    await expect.poll(() => deletions.asked.length).toBe(11)
    let warned = false
    page.on('dialog', (dialog) => {
      warned = dialog.type() === 'beforeunload'
      void dialog.accept()
    })
    await page.reload()
    expect(warned, 'the browser asks before the page is left').toBe(true)
    await expect(strip(page)).toContainText('Stopped before it was finished.')
    await expect(strip(page)).toContainText('3 not known · 5 waiting')
    deletions.release()
    await inStrip(page, 'Go on').click()
    await expect(strip(page)).toContainText('5 deleted · 3 not known')
    await inStrip(page, 'Retry failures (3)').click()
    await expect(strip(page)).not.toContainText('not known')
    await expect(strip(page)).toContainText('8 of 8')
    await expect.poll(async () => ids(await api.matches())).toEqual(ids(all).slice(16))
  })

  test('stops when its account signs out, is nobody else’s, and goes on when it is back', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.admin)
    await signIn(page, organization.admin)
    await selectFirst(page, 8)
    const deletions = await watchDeletions(page)
    deletions.hold = true
    await deleteSelected(page, 8)
    await expect.poll(() => deletions.asked.length).toBe(3)
    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    deletions.release()
    await expect.poll(async () => (await api.matches()).length).toBe(57)

    await fillIn(page, organization.coach)
    await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
    await expect(page.getByText('of 57')).toBeVisible()
    await expect(strip(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await fillIn(page, organization.admin)
    await expect(strip(page)).toContainText('5 waiting')
    expect(deletions.asked).toHaveLength(3)
    await inStrip(page, 'Go on').click()
    await expect.poll(async () => (await api.matches()).length).toBe(52)
  })

  test('waits while the line is down, and goes on when it is back', async ({
    page,
    organization,
    context,
  }) => {
    const api = await openApi(organization.admin)
    await openSignedIn(page, organization.admin)
    await selectFirst(page, 6)
    const deletions = await watchDeletions(page)
    deletions.hold = true
    await deleteSelected(page, 6)
    await expect.poll(() => deletions.asked.length).toBe(3)
    await context.setOffline(true)
    deletions.release()
    await expect(strip(page)).toContainText('no connection')
    await context.setOffline(false)
    await inStrip(page, 'Go on').click()
    await expect(strip(page)).toContainText('3 deleted · 3 not known')
    await inStrip(page, 'Retry failures (3)').click()
    await expect(strip(page)).not.toContainText('not known')
    await expect(strip(page)).toContainText('6 of 6')
    expect(await api.matches()).toHaveLength(54)
  })

  test('leaves out what a sub-admin may not delete, and says so', async ({ page, organization }) => {
    const api = await openApi(organization.coach)
    const all = await api.matches()
    const own = all.slice(0, 25).filter(({ uploaded_by }) => uploaded_by === organization.coach.uid).length
    await openSignedIn(page, organization.coach)
    await pageBox(page).check()
    await selection(page).getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toHaveAccessibleName(`Delete ${own} sessions?`)
    await expect(dialog.getByText(`${25 - own} are left out: Only an admin`)).toBeVisible()
    await expect(dialog.getByRole('listitem')).toHaveCount(own)
  })
})

test.describe('new titles', () => {
  test('are previewed one by one; what somebody else changed meanwhile stays theirs', async ({
    page,
    organization,
  }) => {
    const api = await openApi(organization.admin)
    const five = (await api.matches()).slice(0, 5)
    const [, , theirs] = five as [ApiSession, ApiSession, ApiSession]
    await openSignedIn(page, organization.admin)
    await selectFirst(page, 5)
    await selection(page).getByRole('button', { name: 'Retitle' }).click()
    const dialog = page.getByRole('dialog', { name: 'Retitle 5 sessions' })
    const pattern = dialog.getByRole('textbox', { name: 'New title' })
    await pattern.fill('{wer} {n}')
    await expect(dialog.getByText('Not known: {wer}.')).toBeVisible()
    await pattern.fill('Block ')
    await dialog.getByRole('button', { name: 'Insert {n}' }).click()
    await pattern.pressSequentially(' – {athlete}')
    const rows = dialog.getByRole('region', { name: 'Preview' }).getByRole('row')
    await expect(rows).toHaveCount(6)
    const oldest = five.at(-1) as ApiSession
    await expect(rows.nth(1)).toContainText(`Block 1 – ${oldest.user_name}`)
    await expectNoAxeViolations(page)

    await api.update(theirs.id, { title: 'Theirs' })
    await dialog.getByRole('button', { name: 'Retitle 5 sessions' }).click()
    await expect(strip(page)).toContainText('4 retitled · 1 changed meanwhile')
    const expected = five.map(({ id, user_name }, index) => ({
      id,
      title: id === theirs.id ? 'Theirs' : `Block ${5 - index} – ${user_name}`,
    }))
    const titles = (await api.matches()).slice(0, 5).map(({ id, title }) => ({ id, title }))
    expect(titles).toEqual(expected)
    await expect
      .poll(async () => (await listRows(page)).slice(0, 5).map(({ cells }) => cells['Title']))
      .toEqual(expected.map(({ title }) => title))

    await inStrip(page, 'Retitle 1 changed anyway').click()
    const ask = page.getByRole('alertdialog', { name: 'Retitle 1 session that somebody changed?' })
    await expect(ask.getByRole('listitem').first()).toContainText('Title: ')
    await expect(ask.getByRole('listitem').first()).toContainText('Theirs')
    await ask.getByRole('button', { name: 'Retitle anyway' }).click()
    await expect(strip(page)).toContainText('5 retitled')
    expect((await api.matches())[2]?.title).toBe(`Block 3 – ${theirs.user_name}`)
  })
})

test('by keyboard alone: rows are selected, retitled and deleted, and the receipt is fetched', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const all = ids(await api.matches())
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await openSignedIn(page, organization.admin)
  const links = sessionsTable(page).getByRole('link')
  // The shortcuts come a moment after the rows.
  await expect(async () => {
    await press('k')
    await expect(links.first()).toBeFocused({ timeout: 100 })
  }).toPass()
  await press('x', 'j', 'j', 'Shift+X')
  await expect(selection(page)).toContainText('3 selected')
  await press('t')
  const retitle = page.getByRole('dialog', { name: 'Retitle 3 sessions' })
  await expect(retitle.getByRole('textbox', { name: 'New title' })).toBeFocused()
  await page.keyboard.type('Keys {n}')
  await expect(retitle.getByRole('cell', { name: 'Keys 3' })).toBeVisible()
  await press('Enter')
  await expect(strip(page)).toContainText('3 retitled')
  await expect(links.nth(2)).toHaveText('Keys 1')

  await expect(selection(page)).toHaveCount(0)
  await press('j', 'x')
  await expect(selection(page)).toContainText('1 selected')
  const row = sessionsTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox', { checked: true }) })
  const chosen = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1)
  await press('Delete')
  await expect(page.getByRole('textbox', { name: 'Type 1 to confirm' })).toBeFocused()
  await page.keyboard.type('1')
  await press('Enter')
  await expect(strip(page)).toContainText('1 deleted')
  expect(ids(await api.matches())).toEqual(all.filter((id) => id !== chosen))

  await press('b')
  await expect(strip(page)).toBeFocused()
  const download = page.waitForEvent('download')
  await press('Tab')
  await expect(inStrip(page, 'Receipt')).toBeFocused()
  await press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^receipt .* delete\.csv$/)
  await press('Tab', 'Tab')
  await expect(inStrip(page, 'Dismiss')).toBeFocused()
  await press('Enter')
  await expect(strip(page)).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
})

test.describe('a server that asks to wait', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource/ })

  test('is left alone for that time', async ({ page, organization }) => {
    const api = await openApi(organization.admin)
    await openSignedIn(page, organization.admin)
    await selectFirst(page, 5)
    const times: number[] = []
    let refused = 0
    await page.route(new RegExp(`${ONE.replaceAll('*', '')}|${BY_IDS}`), (route) => {
      if (route.request().method() === 'OPTIONS') return route.fallback()
      times.push(Date.now())
      if (route.request().method() === 'DELETE' && ++refused === 1)
        return refuse(route, 429, { 'Retry-After': '3' })
      return route.fallback()
    })
    await deleteSelected(page, 5)
    await expect(strip(page)).toContainText('The server asked to wait')
    await expect(strip(page)).toContainText('5 deleted', { timeout: 20_000 })
    const longest = Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))
    expect(longest, 'ms of silence').toBeGreaterThan(2_000)
    expect((await api.matches()).length).toBe(55)
  })
})
