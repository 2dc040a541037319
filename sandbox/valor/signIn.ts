import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import type { ValorAccount, ValorAccounts } from './accounts.ts'
import { CLIENT_ID, type ValorTokens } from './tokens.ts'

/** The header that names the operation, and the only one that this service has. */
const TARGET = 'AWSCognitoIdentityProviderService.InitiateAuth'

const call = z.object({
  AuthFlow: z.enum(['USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN']),
  ClientId: z.string(),
  AuthParameters: z.record(z.string(), z.string()),
})

/** A refusal as Amazon Cognito words it: `__type` for programs, `message` for people. */
class CognitoError extends Error {
  readonly type: string
  readonly status: ContentfulStatusCode

  constructor(type: string, message: string, status: ContentfulStatusCode = 400) {
    super(message)
    this.type = type
    this.status = status
  }
}

const notAuthorized = (message: string) => new CognitoError('NotAuthorizedException', message)

/**
 * Signing in by a call shaped like Amazon Cognito's `InitiateAuth`: with name and password, or with a refresh token,
 * which stays the same and is not repeated in the answer. Every refusal is 400 but those of a fault.
 */
export function signInRoutes(accounts: ValorAccounts, tokens: ValorTokens): Hono {
  const routes = new Hono()
  routes.onError((error, c) => {
    const known = error instanceof CognitoError
    const refusal = known ? error : new CognitoError('InternalErrorException', 'Internal server error', 500)
    c.header('x-amzn-ErrorType', refusal.type)
    if (refusal.status !== 400) c.header('Retry-After', '1')
    return c.json({ __type: refusal.type, message: refusal.message }, refusal.status)
  })

  routes.post('/', async (c) => {
    if (c.req.header('X-Amz-Target') !== TARGET)
      throw new CognitoError('UnknownOperationException', 'Unknown operation.')
    const { AuthFlow, ClientId, AuthParameters } = readCall(await c.req.text())
    if (ClientId !== CLIENT_ID)
      throw new CognitoError('ResourceNotFoundException', 'User pool client does not exist.')
    const byPassword = AuthFlow === 'USER_PASSWORD_AUTH'
    const account = byPassword ? byName(AuthParameters) : await byRefreshToken(AuthParameters)
    const fault = account.settings.faults.auth
    if (fault === 'challenge') {
      return c.json({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: account.id, ChallengeParameters: {} })
    }
    if (fault) throw FAULTS[fault]
    return c.json({ AuthenticationResult: await result(account, byPassword), ChallengeParameters: {} })
  })

  return routes

  function byName(given: Record<string, string>): ValorAccount {
    const account = accounts.byName(parameter(given, 'USERNAME'))
    // One answer for both, so that nobody learns which names there are.
    if (account?.password !== parameter(given, 'PASSWORD'))
      throw notAuthorized('Incorrect username or password.')
    return account
  }

  async function byRefreshToken(given: Record<string, string>): Promise<ValorAccount> {
    const verdict = await tokens.verify(parameter(given, 'REFRESH_TOKEN'), 'refresh')
    if (verdict === 'expired') throw notAuthorized('Refresh Token has expired')
    if (verdict === 'revoked') throw notAuthorized('Refresh Token has been revoked')
    if (verdict === 'invalid') throw notAuthorized('Invalid Refresh Token')
    return verdict
  }

  async function result(account: ValorAccount, withRefresh: boolean): Promise<Record<string, unknown>> {
    return {
      IdToken: await tokens.issue(account, 'id'),
      AccessToken: await tokens.issue(account, 'access'),
      ...(withRefresh && { RefreshToken: await tokens.issue(account, 'refresh') }),
      ExpiresIn: account.settings.tokenLife,
      TokenType: 'Bearer',
    }
  }
}

const FAULTS = {
  unavailable: new CognitoError('InternalErrorException', 'Service Unavailable', 503),
  throttled: new CognitoError('TooManyRequestsException', 'Rate exceeded'),
  unconfirmed: new CognitoError('UserNotConfirmedException', 'User is not confirmed.'),
}

function readCall(text: string): z.infer<typeof call> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CognitoError('SerializationException', 'The request is not valid JSON.')
  }
  const read = call.safeParse(json)
  if (read.success) return read.data
  const name = read.error.issues[0]?.path.map(String).join('.') || 'the request'
  throw new CognitoError('InvalidParameterException', `Missing or wrong parameter: ${name}`)
}

function parameter(given: Record<string, string>, name: string): string {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  if (value) return value
  throw new CognitoError('InvalidParameterException', `Missing required parameter ${name}`)
}
