import { chromium, type Browser } from '@playwright/test'
import config from '../playwright.config.ts'
import { findChromium } from '../sandbox/commands/chromium.ts'
import type { ProcessGroup } from '../sandbox/commands/processes.ts'

/**
 * Does something with a real Chromium, with the flags of the end-to-end tests, and closes it however that ends,
 * also when the group of processes is stopped meanwhile.
 */
export async function withBrowser<Result>(
  group: ProcessGroup,
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: await findChromium((line) => console.log(line), 'browser'),
    args: config.use?.launchOptions?.args ?? [],
    // The command ends its own processes; Playwright would end the command.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    return await Promise.race([use(browser), group.died])
  } finally {
    await browser.close()
  }
}
