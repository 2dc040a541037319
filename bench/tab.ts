import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { watchNetwork, type NetworkLog } from './networkLog.ts'
import { installProbe, type Expectation } from './probe.ts'

/** What the promises are measured with: each answer this late, so many bytes a second, a processor this slow. */
export const LINE = { latencyMs: 562, bytesPerSecond: 1_440_000 / 8, cpuSlowdown: 4 }

export type Tab = { page: Page; cdp: CDPSession; network: NetworkLog }

/** Opens a tab with the probe in it, `slow` as the promises say or as fast as this machine. */
export async function openTab(context: BrowserContext, speed: 'slow' | 'fast'): Promise<Tab> {
  const page = await context.newPage()
  // tsx names functions by a call to a function that a page, where they are sent, does not have.
  await page.addInitScript(`globalThis.__name = (target) => target; (${installProbe.toString()})()`)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  if (speed === 'slow') {
    const { latencyMs: latency, bytesPerSecond, cpuSlowdown } = LINE
    const throughput = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  }
  return { page, cdp, network: watchNetwork(cdp) }
}

/** Milliseconds from the event that an action causes until the expectation is painted. */
export async function timeAction(
  { page }: Tab,
  trigger: string,
  expected: Expectation,
  action: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(([event, wanted]) => window.probe.arm(event, wanted), [trigger, expected] as const)
  await action()
  const { start, end } = await page.evaluate(
    () => window.probe.pending ?? Promise.reject(new Error('Not armed')),
  )
  return end - start
}
