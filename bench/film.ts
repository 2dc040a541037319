import type { Browser, Page } from '@playwright/test'
import type { SignedIn } from './consoleRuns.ts'
import type { Sample } from './figures.ts'
import { ROW_LINK } from './screens.ts'
import { openTab, type Tab } from './tab.ts'

/** What a page with a playing film is measured over, in seconds. */
const WATCHED_S = 10
/** Ten minutes at 60 Hz: what the lanes must stay smooth with. */
const LONG = { seconds: 600, rate: 60 }

/** Commits of React so far, animation frames of 50 ms and more, and the waits for one while somebody looks (ms). */
type Watched = { commits: number; longFrames: number[]; gaps: number[] }

declare global {
  interface Window {
    watched: Watched
  }
}

/**
 * Opens a jump, with six lanes under its film, and plays it: with the series of the film, and with ten minutes of them
 * at 60 Hz, whole and while somebody zooms and pans.
 */
export async function runFilm(browser: Browser, webUrl: string, signedIn: SignedIn): Promise<Sample> {
  const sample = await inTab(browser, signedIn, async (tab) => {
    await openFilm(tab, webUrl)
    const idle = await watch(tab, () => rest(tab.page))
    await play(tab.page)
    return { idle, playing: await watch(tab, () => rest(tab.page)) }
  })
  const long = await inTab(browser, signedIn, async (tab) => {
    await tab.page.route('**/jumping/sessions/*/', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: lengthened((await response.json()) as Series) })
    })
    await openFilm(tab, webUrl)
    await play(tab.page)
    const playing = await watch(tab, () => rest(tab.page))
    return { playing, zooming: await watch(tab, () => zoomAndPan(tab.page)) }
  })
  return {
    ...named('idle', sample.idle),
    ...named('playing', sample.playing),
    ...named('long', long.playing),
    ...named('zooming', long.zooming),
  }
}

async function inTab<Result>(
  browser: Browser,
  storageState: SignedIn,
  use: (tab: Tab) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1200 }, storageState })
  try {
    const tab = await openTab(context, 'fast')
    await tab.page.addInitScript(installWatch)
    return await use(tab)
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own scripts: React tells its commits to whom it takes for its developer tools. */
function installWatch(): void {
  const watched: Watched = { commits: 0, longFrames: [], gaps: [] }
  window.watched = watched
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onCommitFiberRoot: () => (watched.commits += 1),
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberUnmount: () => undefined,
    },
  })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longFrames.push(duration)
  }).observe({ type: 'long-animation-frame', buffered: true })
}

async function openFilm({ page, network }: Tab, webUrl: string): Promise<void> {
  await page.goto(`${webUrl}/aikynetix/sessions?activity=Vertical+Jump&status=completed`)
  await page.locator(ROW_LINK).first().click()
  const lanes = page.getByRole('region', { name: 'Lanes' })
  await lanes.getByRole('button', { name: 'Choose lanes' }).click()
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Shoulder' }).check()
  await page.keyboard.press('Escape')
  await lanes.getByRole('group', { name: 'Shoulder', exact: true }).waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 2)
  await network.quiet(1_000)
}

/** Again and again, since the film is shorter than what is watched. */
async function play(page: Page): Promise<void> {
  await page.evaluate(() => {
    const video = document.querySelector('video')
    if (video) video.loop = true
  })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1)
}

const rest = (page: Page): Promise<void> => page.waitForTimeout(WATCHED_S * 1_000)

/** Closer and back with Ctrl and the wheel, and to the side with Shift, as fast as a wheel turns. */
async function zoomAndPan(page: Page): Promise<void> {
  const knee = await page.getByRole('group', { name: 'Knee', exact: true }).boundingBox()
  if (!knee) throw new Error('There is no lane of the knee.')
  await page.mouse.move(knee.x + knee.width * 0.6, knee.y + knee.height / 2)
  const turn = async (key: 'Control' | 'Shift', by: number): Promise<void> => {
    await page.keyboard.down(key)
    for (let step = 0; step < 25; step++) await page.mouse.wheel(0, by)
    await page.keyboard.up(key)
  }
  for (let round = 0; round < 3; round++) {
    await turn('Control', -80)
    await turn('Shift', 60)
    await turn('Shift', -60)
    await turn('Control', 80)
  }
}

type Measured = { commits: number; longest: number; own: number; gap: number; busy: number }

/**
 * Commits per second; the longest task or frame of the main thread (0: none of 50 ms), and the longest of its tasks by
 * processor time alone, which other work on the machine does not lengthen; the longest wait for a frame; how busy the
 * main thread was, in % of its processor time.
 */
async function watch({ page }: Tab, act: () => Promise<void>): Promise<Measured> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser of its own.')
  const before = await page.evaluate(() => {
    const { watched, probe } = window
    const gaps: number[] = []
    Object.assign(watched, { longFrames: [], gaps })
    probe.longTasks = []
    let last = performance.now()
    const see = (now: number) => {
      gaps.push(now - last)
      last = now
      if (watched.gaps === gaps) requestAnimationFrame(see)
    }
    requestAnimationFrame(see)
    return { commits: watched.commits, at: performance.now() }
  })
  await browser.startTracing(page, { categories: ['toplevel'] })
  await act()
  const tasks = mainThreadTasks(await browser.stopTracing())
  const after = await page.evaluate(() => {
    const { commits, longFrames, gaps } = window.watched
    window.watched.gaps = []
    const tasks = window.probe.longTasks.map(({ start, end }) => end - start)
    const longest = Math.max(0, ...longFrames, ...tasks)
    return { commits, at: performance.now(), gap: Math.max(...gaps), longest }
  })
  const elapsed = after.at - before.at
  return {
    commits: (after.commits - before.commits) / (elapsed / 1_000),
    longest: after.longest,
    own: Math.max(0, ...tasks),
    gap: after.gap,
    busy: (tasks.reduce((sum, task) => sum + task, 0) / elapsed) * 100,
  }
}

type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  tdur?: number
  args: { name?: string }
}

/** Processor time in ms of each task of the page's main thread: of the renderer that had most to do. */
function mainThreadTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const tasks = new Map<string, number[]>()
  for (const event of traceEvents)
    if (event.name === 'thread_name' && event.args.name === 'CrRendererMain') tasks.set(threadOf(event), [])
  for (const event of traceEvents)
    if (event.name === 'ThreadControllerImpl::RunTask' && event.ph === 'X')
      tasks.get(threadOf(event))?.push((event.tdur ?? 0) / 1_000)
  const total = (each: readonly number[]) => each.reduce((sum, task) => sum + task, 0)
  return [...tasks.values()].sort((a, b) => total(b) - total(a))[0] ?? []
}

const named = (name: string, measured: Measured): Sample =>
  Object.fromEntries(Object.entries(measured).map(([figure, value]) => [`${name} ${figure}`, value]))

type Series = {
  angles: Record<string, number[]>
  whole_report_metrics: Record<string, number[]>
  all_timestamps: number[]
}

/** The same curves over and over, so that they last ten minutes at 60 Hz. */
function lengthened(series: Series): Series {
  const count = LONG.seconds * LONG.rate
  const repeated = (all: Record<string, number[]>) =>
    Object.fromEntries(
      Object.entries(all).map(([name, values]) => [
        name,
        Array.from({ length: count }, (_, frame) => values[Math.floor(frame / 2) % values.length] ?? 0),
      ]),
    )
  return {
    ...series,
    all_timestamps: Array.from({ length: count }, (_, frame) => frame / LONG.rate),
    angles: repeated(series.angles),
    whole_report_metrics: repeated(series.whole_report_metrics),
  }
}
