import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import { holdBack } from './support/faults.ts'
import { expectFilm, frameIn, standingFrame } from './support/film.ts'
import { longFilm, serveFilm } from './support/longFilm.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn, signIn } from './support/pages.ts'
import { clipDialog, closeDialog, framesIn, hasFfmpeg } from './support/takeAway.ts'
import { makeAndSave, openClipDialog, packetsIn, readStill, trayOf } from './support/takeAway.ts'
import { expect, test } from './support/test.ts'

const FILM = `${API_URL}/media/**`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Pictures 46 to 76, both in the loop: seconds in the middle of each. */
const LOOP = 't=1.55&a=1.55&b=2.55'
const PICTURES = Array.from({ length: 31 }, (_, picture) => 46 + picture)

/** The numbers in the first and the last picture of the clip in the dialog, as the browser plays it. */
async function endsOfClip(page: Page): Promise<(number | null)[]> {
  const clip = clipDialog(page).getByLabel('The clip')
  const ends: (number | null)[] = []
  for (const share of [0, 1]) {
    await clip.evaluate(async (video: HTMLVideoElement, share) => {
      const comes = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
      video.currentTime = share * video.duration
      await comes
    }, share)
    ends.push(await frameIn(clip))
  }
  return ends
}

test('a still and two clips of a loop hold what was on the screen, and go with the account', async ({
  page,
  organization,
}) => {
  test.setTimeout(120_000)
  const address = `/aikynetix/sessions/${organization.sessionIds[0] ?? ''}?${LOOP}`
  await signIn(page, organization.admin, address)
  const video = await expectFilm(page)
  await standingFrame(page, video)
  await expect(trayOf(page)).toContainText('Nothing taken yet.')

  const taken = { time: '', frame: 0 }
  await test.step('the picture on the screen, taken while it plays, at its own size, with a strip below', async () => {
    await page.keyboard.press('Space')
    await expect
      .poll(() => video.evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(1.7)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('t')])
    const [, time = ''] = /^\d{4}-\d\d-\d\d .+, (\d\.\d{3}) s\.png$/.exec(download.suggestedFilename()) ?? []
    const still = await readStill(page, await readFile(await download.path()))
    expect(still).toMatchObject({ width: 960, frame: Math.round(Number(time) * 30) })
    expect(still.height).toBeGreaterThan(600)
    expect(await frameIn(video), 'where the film stands').toBe(still.frame)
    Object.assign(taken, { time, frame: still.frame })
  })

  await test.step('a quick cut begins and ends with the loop, and says what it hides', async () => {
    await page.keyboard.press('Shift+T')
    const dialog = clipDialog(page)
    await expect(dialog).toContainText('From 1.533 to 2.533 s: 31 pictures.')
    await expect(dialog).toContainText('The file hides 16 pictures from outside the range')
    await expectNoAxeViolations(page, '[role="dialog"]')
    const download = await makeAndSave(page)
    expect(await endsOfClip(page)).toEqual([46, 76])
    await closeDialog(page)
    const path = await download.path()
    if (!hasFfmpeg) return test.info().annotations.push({ type: 'no ffprobe: packets were not counted' })
    expect(packetsIn(path)).toMatchObject({ all: 47, hidden: 16 })
    expect(framesIn(path)).toEqual(PICTURES)
  })

  await test.step('an exact one holds the pictures of the range and no other', async () => {
    const dialog = await openClipDialog(page)
    await dialog.getByRole('radio', { name: 'Exact' }).check()
    const download = await makeAndSave(page)
    expect(await endsOfClip(page)).toEqual([46, 76])
    await closeDialog(page)
    const path = await download.path()
    if (!hasFfmpeg) return
    expect(packetsIn(path)).toMatchObject({ all: 31, hidden: 0 })
    expect(framesIn(path)).toEqual(PICTURES)
  })

  await test.step('the tray leads back, takes a caption, and gives back what was removed', async () => {
    const tray = trayOf(page)
    await expect(tray.getByRole('listitem')).toHaveCount(3)
    const goTo = tray.getByRole('button', { name: `Go to ${taken.time} s` })
    const caption = tray
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `Go to ${taken.time} s` }) })
      .getByRole('textbox', { name: 'Caption' })
    await caption.fill('Left heel late')
    await page.keyboard.press('Escape')
    await expectNoAxeViolations(page, 'section[aria-label="Stills and clips"]')
    await tray.getByRole('button', { name: 'Remove “Left heel late”' }).click()
    await expect(tray.getByRole('listitem')).toHaveCount(2)
    await tray.getByRole('button', { name: 'Undo' }).click()
    await expect(caption).toHaveValue('Left heel late')
    await button(page, 'To the start').click()
    await goTo.click()
    await expect.poll(() => frameIn(video)).toBe(taken.frame)
  })

  await test.step('it is empty after signing out', async () => {
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    await button(page, 'Account').click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('textbox', { name: 'Email' }).fill(organization.admin.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(organization.admin.password)
    await button(page, 'Sign in').click()
    await page
      .getByRole('table', { name: 'Sessions' })
      .getByRole('link', { name: title, exact: true })
      .click()
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
    await expect(trayOf(page)).toContainText('Nothing taken yet.')
  })
})

test.describe('a film with sound', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource.*(403|ERR_FAILED)|ERR_FAILED|Media resource/ })

  test('sound is copied or said to be left out; a cancelled clip, a lost line and a host that refuses leave nothing', async ({
    page,
    organization,
  }) => {
    const [id = ''] = organization.sessionIds
    await (await openApi(organization.admin)).setFilm(id, 'sound')
    await openSignedIn(page, organization.admin, `/aikynetix/sessions/${id}?${LOOP}`)
    await expectFilm(page)
    await button(page, 'Original').click()
    await standingFrame(page, await expectFilm(page, 'Original video'))

    await test.step('pictures that are decoded from later ones are hidden with the others', async () => {
      const dialog = await openClipDialog(page)
      await expect(dialog).toContainText('sound included. The file hides 17 pictures')
      const download = await makeAndSave(page)
      expect(await endsOfClip(page)).toEqual([46, 76])
      await closeDialog(page)
      const path = await download.path()
      if (!hasFfmpeg) return
      expect(packetsIn(path)).toEqual({ all: 48, hidden: 17, codecs: ['h264', 'aac'] })
      expect(framesIn(path)).toEqual(PICTURES)
    })

    const exact = async () => {
      const dialog = await openClipDialog(page)
      await dialog.getByRole('radio', { name: 'Exact' }).check()
      return dialog
    }
    await test.step('an exact clip is silent unless another sound is asked for', async () => {
      const dialog = await exact()
      await expect(dialog).toContainText('Without sound: this browser cannot write it.')
      await dialog.getByRole('checkbox', { name: 'With sound, as Opus' }).check()
      await expect(dialog).not.toContainText('Without sound')
      const download = await makeAndSave(page)
      expect(await endsOfClip(page)).toEqual([46, 76])
      await closeDialog(page)
      if (!hasFfmpeg) return
      const packets = packetsIn(await download.path())
      expect(packets).toEqual({ all: 31, hidden: 0, codecs: ['h264', 'opus'] })
    })

    await test.step('cancelled half way, nothing is left of it', async () => {
      const dialog = await exact()
      const media = await holdBack(page, FILM, 'GET')
      await dialog.getByRole('button', { name: 'Make clip' }).click()
      await media.arrived
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog.getByRole('radio', { name: 'Exact' })).toBeVisible()
      await closeDialog(page)
      await expect(trayOf(page).getByRole('listitem')).toHaveCount(2)
      media.open()
      await page.unroute(FILM)
    })

    await test.step('a lost line is said, and what the host no longer accepts is renewed once', async () => {
      const dialog = await exact()
      await page.route(FILM, (route) => route.abort(), { times: 1 })
      await dialog.getByRole('button', { name: 'Make clip' }).click()
      await expect(dialog.getByRole('alert')).toContainText('The connection to the video’s host was lost.')
      await dialog.getByRole('button', { name: 'Try again' }).click()
      await page.route(FILM, (route) => route.fulfill({ status: 403, headers: CORS }), { times: 1 })
      await makeAndSave(page)
      await closeDialog(page)
      await expect(trayOf(page).getByRole('listitem')).toHaveCount(3)
    })
  })
})

const CORS = { 'Access-Control-Allow-Origin': '*' }

test.describe('a host that lets nobody read', () => {
  test.use({ expectedConsoleErrors: /CORS policy|ERR_FAILED|Failed to load resource/ })

  test('says so before the click, is asked again after a refusal that has passed, and a minute is too much for a small device', async ({
    page,
    organization,
  }) => {
    const address = `/aikynetix/sessions/${organization.sessionIds[0] ?? ''}`
    await page.addInitScript(() => {
      // A device with little memory.
      Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 0.025 })
    })
    await page.route(FILM, async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'access-control-allow-origin': 'https://elsewhere.example' }
      await route.fulfill({ response, headers })
    })
    const host = 'The video’s host does not let this page read its pictures'
    await openSignedIn(page, organization.admin, `${address}?${LOOP}`)
    await expect(button(page, 'Save still')).toHaveAccessibleDescription(new RegExp(host))
    await expect(button(page, 'Make clip')).toHaveAccessibleDescription(new RegExp(host))
    await page.keyboard.press('t')
    await expect(button(page, 'Save still')).toBeFocused()

    await test.step('a refusal that has passed', async () => {
      await page.unroute(FILM)
      await page.route(FILM, (route) => route.abort(), { times: 1 })
      await page.reload()
      await expect(button(page, 'Save still')).not.toHaveAttribute('aria-disabled')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, 'Save still').click(),
      ])
      const still = await readStill(page, await readFile(await download.path()))
      expect(still.frame).toBe(46)
    })

    await test.step('a minute', async () => {
      await serveFilm(page, FILM, await longFilm(10))
      await page.goto(`${address}?a=1.55&b=59`)
      await expectFilm(page)
      const dialog = await openClipDialog(page)
      const make = dialog.getByRole('button', { name: 'Make clip' })
      await expect(make).toHaveAccessibleDescription(
        /^Making it needs about [\d.]+ MB of memory, and a page can count on 6\.\d MB on this device\. Choose a shorter range\.$/,
      )
      await dialog.getByRole('radio', { name: 'Exact' }).check()
      await expect(make).toHaveAccessibleDescription(/Choose a shorter range\.$/)
    })
  })
})
