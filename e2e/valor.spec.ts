import type { Page } from '@playwright/test'
import { API_URL } from './support/organization.ts'
import { sessionsTable } from './support/faults.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { choose, listRows, listStatus } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'
import {
  connectValor,
  createValorAccount,
  deleteValorAccount,
  openValorApi,
  setValorFaults,
  type ValorAccount,
} from './support/valor.ts'

const LIST = '/valor/sessions'

const expire = (account: ValorAccount, refresh: boolean) =>
  fetch(`${API_URL}/sandbox/valor/accounts/${account.id}/expire`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ refresh }),
  })

const rows = (page: Page) => sessionsTable(page).getByRole('row')
const loadMore = (page: Page) => page.getByRole('button', { name: 'Load more' })
const asked = (page: Page, part: string) => {
  const urls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes(part)) urls.push(request.url())
  })
  return urls
}

test.describe('a second source with a sign-in of its own', () => {
  // A wrong password, an expired token and a server that is down are lines of the browser's own console.
  test.use({
    expectedConsoleErrors: /Failed to load resource: the server responded with a status of (400|401|503)/,
  })

  let account: ValorAccount
  test.beforeEach(async () => {
    account = await createValorAccount({ recordings: 60 })
  })
  test.afterEach(() => deleteValorAccount(account))

  test('is connected when it is needed, read to its end through an expired token, folded and filtered', async ({
    page,
    organization,
  }) => {
    const api = asked(page, '/valor')
    await openSignedIn(page, organization.admin)
    await expect(rows(page).nth(1)).toBeVisible()
    expect(api).toEqual([])

    await page.getByRole('link', { name: 'Valor' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Connect to Valor' })).toBeVisible()
    await page.getByRole('textbox', { name: 'User name' }).fill(account.username)
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Connect' }).click()
    await expect(page.getByRole('alert')).toHaveText('User name or password is wrong.')
    await expect(page.getByLabel('Password')).toBeFocused()
    await connectValor(page, account)
    await expect(page.getByText(`Connected as ${account.username}`)).toBeVisible()
    await expect(rows(page).nth(5)).toBeVisible()
    await expect(page.getByRole('searchbox', { name: 'Title' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Next page' })).toHaveCount(0)
    const first = (await listRows(page))[0]?.cells ?? {}
    expect(first['Recorded']).toMatch(/ UTC$/)
    expect(first['Duration']).toMatch(/\d s$/)
    await expectNoAxeViolations(page)

    // The token ends in the middle: it is renewed, and nobody notices.
    await expire(account, false)
    await loadMore(page).click()
    await expect(listStatus(page, /\d+ loaded so far/)).not.toHaveText('25 loaded so far')
    // It ends for good: what was read stays, and the same place goes on after connecting again.
    await expire(account, true)
    const before = (await listRows(page)).length
    await loadMore(page).click()
    await expect(page.getByRole('heading', { name: 'The connection to Valor has ended' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(1)
    expect(await listRows(page)).toHaveLength(before)
    const reads = asked(page, '/valor/sessions?')
    await page.getByLabel('Password').fill(account.password)
    await page.getByRole('button', { name: 'Connect' }).click()
    await expect(page.getByText(`Connected as ${account.username}`)).toBeVisible()
    await expect(listStatus(page, 'All 60 loaded')).toBeVisible()
    // The page that had failed, and none of those before it.
    expect(reads).toHaveLength(1)
    const all = await listRows(page)
    const recorded = await (await openValorApi(account)).recordings()
    expect(all.map(({ id }) => id)).toEqual(recorded.map((recording) => recording['Session ID']))

    await page.getByRole('checkbox', { name: 'Fold assessments' }).check()
    const assessments = page.getByRole('button', { name: /\d+ recordings of this assessment/ })
    const folded = await listRows(page)
    expect(folded.length).toBeLessThan(all.length)
    const count = Number.parseInt((await assessments.first().textContent()) ?? '', 10)
    expect(count).toBeGreaterThan(1)
    await page.getByRole('checkbox', { name: 'Fold assessments' }).uncheck()

    const athlete = all[0]?.cells['Athlete'] ?? ''
    const own = all.filter(({ cells }) => cells['Athlete'] === athlete)
    await choose(page, 'Athlete', athlete, athlete)
    await expect(listStatus(page, `All ${own.length} loaded`)).toBeVisible()
    expect((await listRows(page)).map(({ id }) => id)).toEqual(own.map(({ id }) => id))
  })

  test('takes nothing with it when it is down, and leaves nothing when it is switched off', async ({
    page,
    organization,
  }) => {
    await openSignedIn(page, organization.admin, LIST)
    await connectValor(page, account)
    await expect(rows(page).nth(5)).toBeVisible()
    await setValorFaults(account, { sessions: 'endless-empty' })
    await page.getByRole('button', { name: 'Read again' }).click()
    await expect(page.getByText('The server’s list does not come to an end')).toBeVisible()
    await page.getByRole('link', { name: 'AIKYNETIX' }).click()
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()

    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sources…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sources' })
    await expect(dialog.getByText(`Connected as ${account.username}`)).toBeVisible()
    await expectNoAxeViolations(page, '[role="dialog"]')
    await dialog.getByRole('checkbox', { name: 'Show Valor' }).uncheck()
    const scripts = asked(page, '/valor')
    await dialog.getByRole('button', { name: 'Apply and load again' }).click()
    await expect(page.getByText('Rows 1–25 of 30')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Valor' })).toHaveCount(0)
    await page.goto(LIST)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    expect(scripts.filter((url) => !url.endsWith(LIST))).toEqual([])
  })
})
