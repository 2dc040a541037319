import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal in this API's words: `{ "message": "…" }`. */
export class ValorError extends Error {
  override name = 'ValorError'
  readonly status: ContentfulStatusCode
  readonly headers: Record<string, string>

  constructor(status: ContentfulStatusCode, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

export const unauthorized = () => new ValorError(401, 'Unauthorized')
export const tokenExpired = () => new ValorError(401, 'The incoming token has expired')
export const noData = () => new ValorError(404, 'No data found for the given s3Key.')
export const throttled = () => new ValorError(429, 'Too Many Requests', { 'Retry-After': '1' })
export const unavailable = () => new ValorError(503, 'Service Unavailable', { 'Retry-After': '1' })

/** Makes every failure of these routes a `{ "message" }`; what nobody foresaw is 500 without its cause. */
export function answerErrors(routes: Hono): void {
  routes.onError((error, c: Context) => {
    const refusal = error instanceof ValorError ? error : new ValorError(500, 'Internal server error')
    return c.json({ message: refusal.message }, refusal.status, refusal.headers)
  })
}
