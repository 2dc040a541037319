import { statSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { ADMIN_ACCOUNT } from '../sandbox/accounts.ts'
import { findChromium } from '../sandbox/commands/chromium.ts'
import { readSettings } from '../sandbox/settings.ts'

/**
 * Takes the pictures of the README: `npx tsx docs/takeScreenshots.ts` while `npm start` runs in another terminal,
 * on sample data that nobody has changed (`npm run sandbox:reset` before the start). `WEB_PORT` is read as by
 * `npm start`.
 */
const FOLDER = join(import.meta.dirname, 'screenshots')
const SESSION = 'Tempo run, block 3'
/** A moment of the film at which the figure is in mid-stride. */
const MOMENT_SECONDS = 2.4
const LARGEST_BYTES = 320_000
const SCREENS = [
  { name: '', viewport: { width: 1440, height: 900 } },
  { name: '-phone', viewport: { width: 390, height: 844 } },
]

const webUrl = `http://localhost:${readSettings(process.env).webPort}`
const browser = await chromium.launch({
  executablePath: await findChromium((line) => console.log(line), 'browser'),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
})
try {
  const storageState = await signedIn(browser)
  for (const { name, viewport } of SCREENS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        ...{ baseURL: webUrl, storageState, viewport, colorScheme },
        ...{ reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
      })
      const page = await openList(context)
      await picture(page, `list${name}-${colorScheme}`)
      await openSession(page)
      await picture(page, `session${name}-${colorScheme}`)
      await context.close()
    }
  }
} finally {
  await browser.close()
}

/** What a browser keeps of a sign-in. */
async function signedIn(browser: Browser): ReturnType<BrowserContext['storageState']> {
  const context = await browser.newContext({ baseURL: webUrl })
  const page = await context.newPage()
  await page.goto('/').catch(() => {
    throw new Error(`Nothing answers at ${webUrl}; start the product with "npm start" first.`)
  })
  await page.getByRole('textbox', { name: 'Email' }).fill(ADMIN_ACCOUNT.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN_ACCOUNT.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Account' }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

async function openList(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: SESSION }).first().waitFor()
  return page
}

/** Opens the session and waits until the picture of the moment stands. */
async function openSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: SESSION }).first().click()
  await page.getByRole('heading', { level: 1, name: SESSION }).waitFor()
  const video = page.locator('video')
  await video.evaluate(untilShown, 0)
  await page.getByRole('slider', { name: 'Seek' }).fill(String(MOMENT_SECONDS))
  await video.evaluate(untilShown, MOMENT_SECONDS)
  await page.getByText('Compared with this athlete').waitFor()
  // No ring of focus and no tooltip in the picture.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.mouse.move(0, 0)
}

/** Runs in the page: resolves when the element stands at this time and has drawn its picture. */
async function untilShown(element: Element, seconds: number): Promise<void> {
  const video = element as HTMLVideoElement
  while (video.readyState < 2 || video.seeking || Math.abs(video.currentTime - seconds) > 0.1) {
    await new Promise((frame) => requestAnimationFrame(frame))
  }
  for (let frames = 0; frames < 3; frames++) await new Promise((frame) => requestAnimationFrame(frame))
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  console.log(`${name}.png ${Math.round(size / 1000)} kB`)
  if (size > LARGEST_BYTES) {
    console.error(`${name}.png is larger than ${LARGEST_BYTES / 1000} kB.`)
    process.exitCode = 1
  }
}
