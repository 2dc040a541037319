import type { Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { together } from './support/phase.ts'
import { expect, test } from './support/test.ts'
import { twoRuns } from './support/twoRuns.ts'

const controls = (page: Page) => page.getByRole('group', { name: 'Player controls' })
const films = (page: Page) =>
  (['First video', 'Second video'] as const).map((name) =>
    controls(page).getByLabel(name, { exact: true }),
  ) as [ReturnType<Page['locator']>, ReturnType<Page['locator']>]
const eventsOf = (page: Page, which: 'First' | 'Second') =>
  page.getByRole('group', { name: new RegExp(`^${which} recording: `) })
const alignment = (page: Page) => page.getByRole('region', { name: 'Alignment' })
const search = (page: Page) => new URLSearchParams(new URL(page.url()).search)

/** Both pictures, once they stand. */
const pictures = (page: Page) => together(...films(page))

async function filmsAreThere(page: Page) {
  for (const film of films(page))
    await expect
      .poll(() => film.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1)
}

test('two runs are chosen, marked, swapped and replaced, all by keyboard, and the address keeps it', async ({
  page,
  organization,
  context,
}) => {
  test.setTimeout(120_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { slow, fast } = await twoRuns(organization)
  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${slow.id}?t=0.85`)

  // The same athlete's runs come first; the arrows lead to one of them.
  await page.getByRole('button', { name: 'Compare with…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Compare with' })
  await expect(dialog.getByRole('searchbox', { name: 'Title' })).toBeFocused()
  const same = dialog.getByRole('region', { name: 'Same athlete and activity' })
  const offered = same.getByRole('link').filter({ hasText: fast.title })
  await expect(offered).toBeVisible()
  await expect(same.locator(`a[href*="/compare/aikynetix/${fast.id}"]`)).toHaveCount(1)
  await expect(same.locator(`a[href*="/compare/aikynetix/${slow.id}"]`)).toHaveCount(0)
  await expectNoAxeViolations(page)
  const rows = await same.getByRole('link').count()
  for (let row = 0; row < rows; row++) {
    await page.keyboard.press('ArrowDown')
    if (await offered.evaluate((link) => link === document.activeElement)) break
  }
  await expect(offered).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/sessions/${slow.id}/compare/aikynetix/${fast.id}\\?t=0\\.833334`))
  await expect(
    page.getByRole('heading', { level: 1, name: `${slow.title} and ${fast.title}`, exact: true }),
  ).toBeVisible()
  await filmsAreThere(page)
  await expect.poll(() => pictures(page)).toEqual({ first: 25, second: 25 })
  await expect(alignment(page).getByText('Both from their beginning, same speed.')).toBeVisible()

  // Marked by key, the first in both linked, the second in each by itself.
  await page.keyboard.press('e')
  await expect(eventsOf(page, 'First').getByRole('button', { name: /^First event, 0\.833 s$/ })).toBeVisible()
  await page.keyboard.press('y')
  await page.keyboard.press('2')
  for (let step = 0; step < 5; step++) await page.keyboard.press(',')
  await expect.poll(() => pictures(page)).toEqual({ first: 25, second: 20 })
  await page.keyboard.press('e')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => pictures(page)).toEqual({ first: 25, second: 40 })
  await page.keyboard.press('Shift+E')
  await page.keyboard.press('1')
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', '.', '.', '.', '.', '.'])
    await page.keyboard.press(key)
  await expect.poll(() => pictures(page)).toEqual({ first: 50, second: 40 })
  await page.keyboard.press('Shift+E')
  await expect.poll(() => search(page).get('free')).not.toBeNull()
  await page.keyboard.press('y')
  await expect(alignment(page).getByText('Both events coincide; the second plays at 0.8×.')).toBeVisible()
  await expect
    .poll(() => Object.fromEntries(search(page)))
    .toEqual({
      t: '1.666667',
      e1: '0.833334',
      e2: '1.666667',
      o1: '0.666667',
      o2: '1.333334',
    })

  // Reloaded, and as a link that was copied, it is the same.
  await page.reload()
  await filmsAreThere(page)
  await expect.poll(() => pictures(page)).toEqual({ first: 50, second: 40 })
  await eventsOf(page, 'Second')
    .getByRole('button', { name: /^First event, 0\.667 s$/ })
    .press('Enter')
  await expect.poll(() => pictures(page)).toEqual({ first: 25, second: 20 })
  await page.keyboard.press('c')
  await expect(page.getByText('The link to this moment is copied.')).toBeVisible()
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
  expect(link.pathname).toBe(new URL(page.url()).pathname)
  expect(link.search).toContain('t=0.833334&e1=0.833334&e2=1.666667&o1=0.666667&o2=1.333334')

  // Swapped, each is in the other's place with its events; Back takes it back.
  await page.keyboard.press('x')
  await expect(page).toHaveURL(new RegExp(`/sessions/${fast.id}/compare/aikynetix/${slow.id}`))
  await filmsAreThere(page)
  await expect.poll(() => pictures(page)).toEqual({ first: 20, second: 25 })
  await expect(alignment(page).getByText('Both events coincide; the second plays at 1.25×.')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/sessions/${slow.id}/compare/aikynetix/${fast.id}`))
  await filmsAreThere(page)
  await expect.poll(() => pictures(page)).toEqual({ first: 25, second: 20 })

  // Cleared by key, and undone.
  await page.keyboard.press('q')
  await expect(eventsOf(page, 'First').getByText('not marked', { exact: true })).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(eventsOf(page, 'First').getByText('not marked', { exact: true })).toHaveCount(0)

  // Any other session is found by its title; what was marked in the first stays.
  const api = await openApi(organization.admin)
  const jump = (await api.matches({ activity: 'Vertical Jump', status: 'completed' }))[0]
  if (!jump) throw new Error('This organisation has no jump.')
  await page.keyboard.press('o')
  await expect(dialog.getByRole('searchbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type(jump.title)
  const found = dialog.getByRole('region', { name: 'Found by title' })
  await found.locator(`a[href*="${jump.id}"]`).press('Enter')
  await expect(page).toHaveURL(new RegExp(`/sessions/${slow.id}/compare/aikynetix/${jump.id}\\?`))
  expect([...search(page).keys()].sort()).toEqual(['e1', 'e2', 't'])
  await expect(alignment(page).getByText('Both from their beginning, same speed.')).toBeVisible()

  // The way back leads to the first session, at its moment.
  await page.getByRole('link', { name: 'Close comparison' }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`/sessions/${slow.id}\\?t=0\\.833334$`))
  await expect(page.getByRole('heading', { level: 1, name: slow.title, exact: true })).toBeVisible()
})

test('events marked on both sessions’ pages are offered @phone', async ({ page, organization }) => {
  const { slow, fast } = await twoRuns(organization)
  const marked = (times: readonly number[]) =>
    JSON.stringify({
      version: 1,
      value: {
        captureFactor: 1,
        frameRate: null,
        zeroAt: null,
        events: times.map((time, at) => ({ id: `e${at}`, name: 'Left foot strike', time })),
      },
    })
  const key = (id: string) => `motion-console:film:${organization.admin.uid}:aikynetix:${id}`
  await page.addInitScript((kept) => kept.forEach(([key, value]) => localStorage.setItem(key, value)), [
    [key(slow.id), marked([0.833334, 1.666667])],
    [key(fast.id), marked([0.666667, 1.333334])],
  ] as [string, string][])
  const path = `/aikynetix/sessions/${slow.id}/compare/aikynetix/${fast.id}`
  await openSignedIn(page, organization.admin, path)
  await expect(
    alignment(page).getByText('Both have “Left foot strike” and “Left foot strike” marked.'),
  ).toBeVisible()
  await alignment(page).getByRole('button', { name: 'Use them' }).click()
  await expect(alignment(page).getByText('Both events coincide; the second plays at 0.8×.')).toBeVisible()
  await expect(alignment(page).getByRole('button', { name: 'Use them' })).toHaveCount(0)
  const first = eventsOf(page, 'First')
  await expect(first.getByRole('button', { name: 'Left foot strike, 1.667 s' })).toBeVisible()
  await expectNoAxeViolations(page)

  // Another of the stored ones can be chosen; one that is not after the first is said and not used.
  await first.getByRole('button', { name: 'Choose first event' }).click()
  await page.getByRole('menuitem', { name: 'Left foot strike' }).nth(1).click()
  await expect(
    alignment(page).getByText(
      'The second event of the first recording is not after its first one, so it is not used.',
    ),
  ).toBeVisible()
  await expect(alignment(page).getByText('Aligned at the first event, same speed.')).toBeVisible()

  // Nothing is cut on the narrowest phone.
  await page.setViewportSize({ width: 320, height: 700 })
  await expect(page.getByRole('region', { name: 'Lanes' }).getByRole('group').first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
