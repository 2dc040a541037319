import { setTimeout as delay } from 'node:timers/promises'
import type { Tab } from './tab.ts'

export type Load = {
  /** Time until the first contentful paint and until what was waited for was painted, in ms since the request. */
  firstPaint: number
  shown: number
  /** Bytes of script, as sent, that were there by then; and all that had been asked for by then. */
  scriptBytes: number
  askedScriptBytes: number
  /** Files of the page itself that were asked for until then. */
  files: string[]
  /** Of tasks longer than 50 ms, what is over 50, until nothing has happened for two seconds. */
  blocking: number
}

const QUIET_MS = 2_000
const LONG_TASK_MS = 50

/** Loads an address in a fresh tab, until `selector` is painted and the page has come to rest. */
export async function measureLoad({ page, network }: Tab, url: string, selector: string): Promise<Load> {
  await page.goto(url, { waitUntil: 'commit' })
  const shown = await page.evaluate((row) => window.probe.until({ shown: [{ selector: row }] }), selector)
  await network.quiet(QUIET_MS)
  while ((await page.evaluate(sinceLongTask)) < QUIET_MS) await delay(100)
  return page.evaluate(readLoad, { shown, longTask: LONG_TASK_MS })
}

const sinceLongTask = () => performance.now() - (window.probe.longTasks.at(-1)?.end ?? 0)

function readLoad({ shown, longTask }: { shown: number; longTask: number }): Load {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const asked = files.filter(({ name, startTime }) => name.startsWith(location.origin) && startTime < shown)
  const scripts = asked.filter(({ name }) => name.endsWith('.js'))
  const bytes = (entries: PerformanceResourceTiming[]) =>
    entries.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  return {
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    shown,
    scriptBytes: bytes(scripts.filter(({ responseEnd }) => responseEnd <= shown)),
    askedScriptBytes: bytes(scripts),
    files: asked.map(({ name }) => name),
    blocking: window.probe.longTasks.reduce(
      (sum, { start, end }) => sum + Math.max(0, end - start - longTask),
      0,
    ),
  }
}
