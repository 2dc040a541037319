import type { BrowserContext } from '@playwright/test'
import { tableWith } from './screens.ts'
import { openTab } from './tab.ts'

export type HeapSize = { pages: number; bytes: number }

const SIZE = 25
const MEASURE_EVERY = 50

/** Turns `pages` pages of the list and measures what the page's script holds, after garbage collection. */
export async function measureHeap(
  context: BrowserContext,
  webUrl: string,
  pages: number,
): Promise<HeapSize[]> {
  const { page, cdp, network } = await openTab(context, 'fast')
  await cdp.send('HeapProfiler.enable')
  await page.goto(`${webUrl}/aikynetix/sessions?size=${SIZE}`)
  await page.evaluate((first) => window.probe.until(first), tableWith('^Rows 1–'))
  const sizes: HeapSize[] = []
  const measure = async (turned: number): Promise<void> => {
    await network.quiet(500)
    network.take()
    // What the first collection lets go of may have held something else.
    for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    sizes.push({ pages: turned, bytes: usedSize })
  }
  await measure(0)
  for (let turned = 1; turned <= pages; turned++) {
    await page.evaluate(turnPage, tableWith(`^Rows ${turned * SIZE + 1}–`))
    if (turned % MEASURE_EVERY === 0 || turned === pages) await measure(turned)
  }
  await page.close()
  return sizes
}

/** Clicks in the page itself: Playwright's own way would put its helpers into the heap that is measured. */
async function turnPage(expected: ReturnType<typeof tableWith>): Promise<void> {
  document.querySelector<HTMLElement>('[aria-label="Next page"]')?.click()
  await window.probe.until(expected)
}
