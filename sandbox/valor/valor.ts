import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { valorAccounts, type ValorAccount, type ValorAccounts } from './accounts.ts'
import { continuation } from './continuation.ts'
import { answerErrors, tokenExpired, unauthorized, ValorError } from './errors.ts'
import { athletesAnswer, ikDataAnswer, reportDataAnswer } from './readRoutes.ts'
import { sessionsPage } from './sessionsRoute.ts'
import type { ValorSettings } from './settings.ts'
import { signInRoutes } from './signIn.ts'
import { valorTokens, type ValorTokens } from './tokens.ts'

/** The second API, of recorded movement sessions, read only, with a sign-in of its own. */
export type Valor = {
  accounts: ValorAccounts
  tokens: ValorTokens
  /** Everything below `/valor`; every refusal is `{ "message" }`. */
  routes: Hono
}

type Parts = {
  settings: ValorSettings
  /** Signs tokens of both kinds; kept with the data, so that they outlive a restart. */
  secret: Buffer
  /** The address that the routes are served at; names who issued a token. */
  address: string
  /** Milliseconds since 1970. */
  now: () => number
}

type CallerEnv = { Variables: { account: ValorAccount } }

const LARGEST_BODY = 100_000

export function createValor({ settings, secret, address, now }: Parts): Valor {
  const accounts = valorAccounts(settings)
  const tokens = valorTokens(accounts, { key: derived(secret, 'valor sign-in'), issuer: address, now })
  const pages = continuation(derived(secret, 'valor pages'))

  const signedIn = createMiddleware<CallerEnv>(async (c, next) => {
    const token = /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    if (!token) throw unauthorized()
    const verdict = await tokens.verify(token, 'id')
    if (verdict === 'expired') throw tokenExpired()
    if (typeof verdict === 'string') throw unauthorized()
    c.set('account', verdict)
    await next()
  })

  const routes = new Hono()
  answerErrors(routes)
  routes.use(bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuse(413, 'Request Too Long') }))
  routes.route('/auth', signInRoutes(accounts, tokens))
  routes.all('/auth', () => refuse(405, 'Method Not Allowed', { Allow: 'POST' }))
  routes.get('/sessions', signedIn, (c) => sessionsPage(c, c.var.account, pages))
  routes.get('/athletes', signedIn, (c) => athletesAnswer(c, c.var.account))
  routes.get('/ikData', signedIn, (c) => ikDataAnswer(c, c.var.account))
  routes.get('/reportData', signedIn, (c) => reportDataAnswer(c, c.var.account))
  for (const read of ['/sessions', '/athletes', '/ikData', '/reportData'])
    routes.all(read, () => refuse(405, 'Method Not Allowed', { Allow: 'GET, HEAD' }))
  routes.all('*', () => refuse(404, 'Not Found'))
  return { accounts, tokens, routes }
}

/** One secret for each purpose, so that a signature of one kind is worth nothing as another. */
function derived(secret: Buffer, purpose: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', secret).update(purpose).digest())
}

function refuse(status: 404 | 405 | 413, message: string, headers: Record<string, string> = {}): never {
  throw new ValorError(status, message, headers)
}
