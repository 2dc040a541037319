import type { Page } from '@playwright/test'
import { expectFilm, frameIn, standingFrame, timeOf } from './support/film.ts'
import { setAddressLife } from './support/organization.ts'
import { expectNoAxeViolations, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('the same moment is seen analyzed, as it was filmed, and both side by side', async ({
  page,
  organization,
}) => {
  await signIn(page, organization.admin, `/aikynetix/sessions/${organization.sessionIds[0]}`)
  const analyzed = await expectFilm(page)
  await page.getByRole('slider', { name: 'Seek' }).fill('2.01')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25×')
  await expect.poll(() => frameIn(analyzed)).toBe(60)

  await button(page, 'Original').click()
  const original = await expectFilm(page, 'Original video')
  await expect.poll(() => frameIn(original)).toBe(60)
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('0.25')
  await page.keyboard.press('k')
  await expect.poll(() => timeOf(original)).toBeGreaterThan(2.1)
  await page.keyboard.press('v')
  await expect(button(page, 'Analyzed')).toHaveAttribute('aria-pressed', 'true')
  await expect(button(page, 'Pause')).toBeVisible()
  const switchedAt = await timeOf(analyzed)
  await expect.poll(() => timeOf(analyzed)).toBeGreaterThan(Math.max(switchedAt, 2.1))
  await page.keyboard.press('k')

  await page.keyboard.press('s')
  await expect
    .poll(() => original.evaluate((element: HTMLVideoElement) => element.readyState))
    .toBeGreaterThan(1)
  const together = async () => {
    const [one, other] = [await frameIn(analyzed), await frameIn(original)]
    return one === other ? one : `${one} and ${other}`
  }
  await expect.poll(together).toEqual(expect.any(Number))
  const before = Number(await together())
  for (let press = 0; press < 3; press++) await page.keyboard.press('.')
  await expect.poll(together).toBe(before + 3)
  await page.keyboard.press('k')
  await expect
    .poll(async () => Math.abs((await timeOf(analyzed)) - (await timeOf(original))))
    .toBeLessThan(0.1)
  await page.keyboard.press('k')
  await expect.poll(together).toEqual(expect.any(Number))

  // One film that cannot be had leaves the other alone.
  await page.keyboard.press('s')
  await page.route(/\/media\/.*original/, (route) => route.fulfill({ status: 200, body: 'no film' }))
  await page.keyboard.press('s')
  await expect(page.getByText('The original video cannot be played')).toBeVisible()
  const alone = await standingFrame(page, analyzed)
  await page.keyboard.press('.')
  await expect.poll(() => frameIn(analyzed)).toBe(alone + 1)
})

test('a loop is dragged, slow motion is read in real time, and it plays backwards', async ({
  page,
  organization,
}) => {
  await signIn(page, organization.admin, `/aikynetix/sessions/${organization.sessionIds[0]}`)
  const video = await expectFilm(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('[')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press(']')
  await expect(page.getByText('Loop 1.000 s to 2.000 s')).toBeVisible()
  const end = page.getByRole('slider', { name: 'Loop end, drag' })
  const box = await end.boundingBox()
  const bar = await page.getByRole('slider', { name: 'Seek' }).boundingBox()
  if (!box || !bar) throw new Error('The loop has no end to drag')
  await page.mouse.move(box.x + 8, box.y + 6)
  await page.mouse.down()
  await page.mouse.move(bar.x + bar.width / 2, box.y, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByText(/Loop 1\.000 s to (2\.9|3\.0)\d\d s/)).toBeVisible()
  const start = page.getByRole('slider', { name: 'Loop start, drag' })
  await start.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(start).toHaveAttribute('aria-valuetext', '1.300 s')
  await expect.poll(() => frameIn(video)).toBe(39)

  await button(page, 'Timing').click()
  const timing = page.getByRole('dialog', { name: 'Timing' })
  await timing.getByRole('radio', { name: '8× slow motion, filmed at 240 fps' }).check()
  await expect(page.getByText('real time, filmed at 240 fps')).toBeVisible()
  await expect(page.getByText('recording 1.300 s')).toBeVisible()
  await expect(page.getByText('0.163 s / 0.750 s')).toBeVisible()
  await timing.getByRole('radio', { name: 'Another rate' }).check()
  await timing.getByRole('textbox', { name: 'Filmed at (fps)' }).fill('20')
  await timing.getByRole('button', { name: 'Apply' }).click()
  await expect(timing.getByText('A number from 30 to 10000.')).toBeVisible()
  await timing.getByRole('textbox', { name: 'Filmed at (fps)' }).fill('60')
  await timing.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('0.650 s / 3.000 s')).toBeVisible()
  await timing.getByRole('radio', { name: 'Typed' }).check()
  await timing.getByRole('textbox', { name: 'Frames a second' }).fill('15')
  await page.keyboard.press('Enter')
  await expect(page.getByText('15 fps, as typed')).toBeVisible()
  await expectNoAxeViolations(page)
  await timing.getByRole('radio', { name: 'As found' }).check()
  await timing.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await expect(page.getByText('real time, filmed at 60 fps')).toBeVisible()
  await expectFilm(page)

  await page.keyboard.press('End')
  await page.keyboard.press('j')
  await expect(page.getByText(/^backwards at 1×/)).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('1.5')
  await expect.poll(() => frameIn(video)).toBeLessThan(150)
  await page.keyboard.press('k')
  await expect(page.getByText(/^backwards/)).toBeHidden()
  expect(await standingFrame(page, video)).toBeLessThan(160)
})

test.describe('with addresses that live five seconds', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource.*403|ERR_/ })

  test('watching, looping, stepping and downloading go on for a minute', async ({ page, organization }) => {
    test.setTimeout(150_000)
    await setAddressLife(organization, 5)
    let renewals = 0
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/analyzed-video/')) renewals += 1
    })
    // Nothing of the film stays with the browser, so that every expiry is met.
    await page.route('**/media/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'Cache-Control': 'no-store' } })
    })
    await signIn(page, organization.admin, `/aikynetix/sessions/${organization.sessionIds[0]}`)
    let video = await expectFilm(page)
    const began = Date.now()
    await page.keyboard.press('[')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press(']')
    for (let rounds = 0; Date.now() - began < 60_000; rounds++) {
      // A step may have left the loop, and whoever leaves it on purpose plays on.
      await page.keyboard.press('Home')
      await page.keyboard.press('k')
      await expect(button(page, 'Pause')).toBeVisible()
      const at = await timeOf(video)
      await expect.poll(() => timeOf(video)).not.toBe(at)
      await page.keyboard.press('k')
      await expect(button(page, 'Play')).toBeVisible()
      const frame = await standingFrame(page, video)
      await page.keyboard.press('.')
      await expect.poll(() => frameIn(video)).toBe(frame + 1)
      // Every other film is loaded anew, by an address that is long over.
      const isOriginal = rounds % 4 === 1
      if (rounds % 2 === 1) {
        await button(page, isOriginal ? 'Original' : 'Analyzed').click()
        video = await expectFilm(page, isOriginal ? 'Original video' : 'Analyzed video')
        await expect.poll(() => frameIn(video)).toBe(frame + 1)
      }
      await expect(page.getByText(/^Loop 0\.000 s to 1\.000 s/)).toBeVisible()
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download video').click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.mp4$/)
    await expect(page.getByRole('alert')).toBeHidden()
    expect(renewals, 'the address has expired, and not more often than it did').toBeGreaterThan(0)
    expect(renewals).toBeLessThanOrEqual((Date.now() - began) / 5_000 + 2)
  })
})
