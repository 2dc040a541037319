import type { Browser, BrowserContextOptions } from '@playwright/test'
import { ADMIN_ACCOUNT } from '../sandbox/accounts.ts'
import type { Sample } from './figures.ts'
import { measureFloors, type Addresses } from './floors.ts'
import { measureLoad } from './load.ts'
import type { RequestCount } from './networkLog.ts'
import { ROW_LINK } from './screens.ts'
import { nextPage, searchTitle, settle, tellStory, type StoryStep } from './story.ts'
import { openTab } from './tab.ts'

/** The browser's state of somebody who has signed in: local storage with the Firebase account. */
export type SignedIn = NonNullable<BrowserContextOptions['storageState']>

export type ConsoleRun = { sample: Sample; steps: StoryStep[] }

const VIEWPORT = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }

/** Signs in by the form, in a context of its own, so that nothing is left in the cache of another. */
export async function signIn(browser: Browser, webUrl: string): Promise<SignedIn> {
  const context = await browser.newContext(VIEWPORT)
  try {
    const page = await context.newPage()
    await page.goto(`${webUrl}/`)
    await page.getByRole('textbox', { name: 'Email' }).fill(ADMIN_ACCOUNT.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN_ACCOUNT.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.locator(ROW_LINK).first().waitFor()
    return await context.storageState()
  } finally {
    await context.close()
  }
}

/** Cold and warm loads of the list, a cold one of the sign-in page, and the network's floor for them. */
export async function runLoads(browser: Browser, addresses: Addresses): Promise<Sample> {
  const stranger = await browser.newContext(VIEWPORT)
  const signInTab = await openTab(stranger, 'slow')
  const signInPage = await measureLoad(signInTab, `${addresses.web}/sign-in`, 'input[type="password"]')
  await stranger.close()

  const context = await browser.newContext({
    ...VIEWPORT,
    storageState: await signIn(browser, addresses.web),
  })
  const first = await openTab(context, 'slow')
  const cold = await measureLoad(first, `${addresses.web}/`, ROW_LINK)
  await first.page.close()
  const second = await openTab(context, 'slow')
  const warm = await measureLoad(second, `${addresses.web}/`, ROW_LINK)
  await second.page.close()
  const floors = await measureFloors(context, addresses, cold.files)
  await context.close()
  return {
    script: cold.scriptBytes / 1000,
    askedScript: cold.askedScriptBytes / 1000,
    signInScript: signInPage.scriptBytes / 1000,
    firstPaint: cold.firstPaint,
    cold: cold.shown,
    warm: warm.shown,
    blocking: cold.blocking,
    warmBlocking: warm.blocking,
    fileFloor: floors.file,
    coldFloor: floors.cold,
    warmFloor: floors.warm,
  }
}

/** The story from a cold load on, then next page and a typed title on a warm one. `run` makes the title new. */
export async function runStory(browser: Browser, addresses: Addresses, run: number): Promise<ConsoleRun> {
  const context = await browser.newContext({
    ...VIEWPORT,
    storageState: await signIn(browser, addresses.web),
  })
  const tab = await openTab(context, 'slow')
  const { shown } = await measureLoad(tab, `${addresses.web}/`, ROW_LINK)
  const list: StoryStep = { name: 'list', time: shown, ...(await settle(tab, addresses.api)) }
  const steps = [list, ...(await tellStory(tab, addresses.api, `Renamed in run ${run}`))]
  await tab.page.close()

  const other = await openTab(context, 'slow')
  const warm = await measureLoad(other, `${addresses.web}/`, ROW_LINK)
  const again: StoryStep = { name: 'list, warm', time: warm.shown, ...(await settle(other, addresses.api)) }
  const turned = await nextPage(other, '^Rows 26–50 of')
  const nextStep: StoryStep = { name: 'next page', time: turned, ...(await settle(other, addresses.api)) }
  const searched = await searchTitle(other, 'run')
  const searchStep: StoryStep = { name: 'title', time: searched, ...(await settle(other, addresses.api)) }
  await other.page.close()
  const floors = await measureFloors(context, addresses, [])
  await context.close()

  const requests = total(steps)
  const all = [...steps, again, nextStep, searchStep]
  return {
    steps: all,
    sample: {
      ...Object.fromEntries(steps.map(({ name, time }) => [name, time])),
      nextPage: turned,
      search: searched,
      slowest: Math.max(...all.map(({ slowest }) => slowest.duration)),
      layoutShift: all.reduce((sum, { layoutShift }) => sum + layoutShift, 0),
      requests: requests.reads + requests.writes,
      writes: requests.writes,
      preflights: requests.preflights,
      filterFloor: floors.filter,
      titleFloor: floors.title,
      saveFloor: floors.save,
    },
  }
}

function total(steps: readonly StoryStep[]): RequestCount {
  const sum = { reads: 0, writes: 0, preflights: 0 }
  for (const { requests } of steps) {
    sum.reads += requests.reads
    sum.writes += requests.writes
    sum.preflights += requests.preflights
  }
  return sum
}
