import type { Page } from '@playwright/test'
import { expectFilm, film } from './support/film.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const place = (page: Page) =>
  film(page).evaluate((video: HTMLVideoElement) => ({
    time: Number(video.currentTime.toFixed(2)),
    rate: video.playbackRate,
    isReady: video.readyState > 1 && !video.seeking,
  }))
const search = (page: Page) => new URL(page.url()).search
const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link to this moment' })

test('the address carries the moment: opened, kept while somebody works, copied, and back again', async ({
  page,
  context,
  organization,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [id = ''] = organization.sessionIds
  const path = `/aikynetix/sessions/${id}`
  await openSignedIn(page, organization.admin, `${path}?t=1.55&rate=0.5&a=1&b=2&from=elsewhere`)

  // What was copied is what opens, before the first picture, and nothing is written until somebody works.
  await expect.poll(() => place(page)).toEqual({ time: 1.55, rate: 0.5, isReady: true })
  await expect(page.getByText('Loop 1.000 s to 2.000 s')).toBeVisible()
  await expectFilm(page)
  expect(search(page)).toBe('?t=1.55&rate=0.5&a=1&b=2&from=elsewhere')

  // Working writes no entry into history and asks the server for the session no more.
  const entries = await page.evaluate(() => history.length)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/\/by-ids\/|^\/session-management.*\/[0-9a-f]{32}/.test(pathname)) asked.push(pathname)
  })
  await page.getByRole('button', { name: 'Clear loop' }).click()
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25×')
  await page.getByRole('button', { name: 'Next frame' }).click()
  await expect.poll(() => search(page)).toBe('?from=elsewhere&t=1.566667&rate=0.25')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(async () => (await place(page)).time).toBeGreaterThan(1.7)
  expect(search(page), 'while it plays the address rests').toBe('?from=elsewhere&t=1.566667&rate=0.25')
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect.poll(() => search(page)).not.toContain('t=1.566667')
  const stopped = await place(page)
  expect(await page.evaluate(() => history.length)).toBe(entries)
  expect(asked).toEqual([])

  // The link to it opens elsewhere at the same picture; by key too.
  await copyLink(page).click()
  await expect(page.getByText('The link to this moment is copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).pathname).toBe(path)
  const other = await context.newPage()
  await other.goto(link)
  await expect.poll(() => place(other)).toMatchObject({ rate: 0.25, isReady: true })
  const frame = (one: Page) => one.getByText(/^frame \d+$/)
  await expect(frame(other)).toHaveText(await frame(page).innerText())
  await other.close()

  // A reload and a dialog over the page leave it where it is.
  await page.reload()
  await expect.poll(async () => Math.abs((await place(page)).time - stopped.time)).toBeLessThan(0.04)
  const before = search(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Edit session' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('dialog', { name: 'Edit session' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => search(page)).toBe(before)
  await expect.poll(async () => Math.abs((await place(page)).time - stopped.time)).toBeLessThan(0.04)

  // What cannot be is the end, or nothing at all.
  await page.goto(`${path}?t=9999&rate=77&a=2&b=1`)
  await expect
    .poll(() => film(page).evaluate((video: HTMLVideoElement) => video.currentTime > 5.9))
    .toBe(true)
  expect((await place(page)).rate).toBe(1)
  await page.goto(`${path}?t=-1&rate=fast&a=<b>`)
  await expect.poll(() => place(page)).toEqual({ time: 0, rate: 1, isReady: true })
})

test('where the browser refuses the clipboard, the link is there to be copied by hand', async ({
  page,
  organization,
}) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } })
  })
  const [id = ''] = organization.sessionIds
  const path = `/aikynetix/sessions/${id}`
  await openSignedIn(page, organization.admin, `${path}?t=2`)
  await expect.poll(() => place(page)).toMatchObject({ time: 2, isReady: true })
  await page.keyboard.press('c')
  const address = page
    .getByRole('dialog', { name: 'Link to this moment' })
    .getByRole('textbox', { name: 'Address' })
  await expect(address).toHaveValue(new RegExp(`${path}\\?t=2$`))
  await expect(address).toBeFocused()
  await expectNoAxeViolations(page, '[role="dialog"]')
})
