import { defineConfig } from '@playwright/test'
import type { EndToEndOptions } from './e2e/support/test.ts'

// `npm test` starts a sandbox for these tests and names it here; by hand, they run against `npm start`
// with SANDBOX_CONTROL=1.
const webUrl = process.env['E2E_WEB_URL'] ?? 'http://localhost:4173'

export default defineConfig<EndToEndOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  // Two browsers on two busy cores are slow; a test that needs this long is stuck.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: webUrl,
    locale: 'en-GB',
    video: 'off',
    // Recording every story costs a third of the time; `npx playwright test --trace on` does it for one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_BIN'] ? { executablePath: process.env['CHROMIUM_BIN'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
