import type { AccountSettings, EndForm } from './settings.ts'

/** The name of the header that asks for a page and of the key that tells the next one's token. */
export const TOKEN_KEY = 'X-Continuation-Token'

/** An answer inside of HTTP 200, its body in the form that the account is set to. */
export function envelope(
  { bodyForm }: AccountSettings,
  body: unknown,
  statusCode = 200,
): Record<string, unknown> {
  return { statusCode, body: bodyForm === 'string' ? JSON.stringify(body) : body }
}

/** A failure inside of HTTP 200. */
export function failureInside(
  settings: AccountSettings,
  statusCode: number,
  message: string,
): Record<string, unknown> {
  return envelope(settings, { message }, statusCode)
}

/** The key of the next page's token; no token is the end, told in the form that the account is set to. */
export function tokenEntry({ endForm }: AccountSettings, token: string | null): Record<string, unknown> {
  return token === null ? ENDS[endForm] : { [TOKEN_KEY]: token }
}

const ENDS: Record<EndForm, Record<string, unknown>> = {
  null: { [TOKEN_KEY]: null },
  text: { [TOKEN_KEY]: 'null' },
  empty: { [TOKEN_KEY]: '' },
  missing: {},
}
