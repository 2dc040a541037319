import { expect, type BrowserContext } from '@playwright/test'
import { AUTH_URL } from './accounts.ts'
import { API_URL } from './organization.ts'

const REPORT = 'reportPolicyViolation'

/**
 * Watches every page of a context: violations of the Content-Security-Policy (Trusted Types included),
 * errors nobody caught, lines of `console.error`, and requests to other hosts than page, API and sign-in.
 * Returns the check to be made at the end of the test.
 */
export async function guardContext(
  context: BrowserContext,
  webUrl: string,
  expectedConsoleErrors: RegExp | null,
): Promise<() => void> {
  const problems: string[] = []
  const origins = new Set([webUrl, API_URL, AUTH_URL].map((address) => new URL(address).origin))

  await context.exposeFunction(REPORT, (violation: string) => {
    problems.push(`policy violation: ${violation}`)
  })
  await context.addInitScript((report) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
        const tell = (window as unknown as Record<string, (text: string) => void>)[report]
        tell?.([effectiveDirective, blockedURI, sourceFile, sample].filter(Boolean).join(' '))
      },
    )
  }, REPORT)
  context.on('weberror', (error) => {
    problems.push(`uncaught: ${String(error.error().stack ?? error.error())}`)
  })
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = `${message.text()} (${message.location().url})`
    if (!expectedConsoleErrors?.test(text)) problems.push(`console: ${text}`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && !origins.has(origin)) problems.push(`foreign request: ${request.url()}`)
  })
  return () => expect(problems, 'what the browser complained of').toEqual([])
}
