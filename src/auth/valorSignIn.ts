import { ConnectError } from '../domain/connectError.ts'
import type { ConnectProblem } from '../domain/connectError.ts'
import type { SourceSignIn, SourceTokens } from '../domain/source.ts'

export type ValorSignInSettings = { url: string; clientId: string }

const PATIENCE_MS = 20_000

/** Assumed of a token that says nothing of its life: the shortest that a user pool can be set to. */
const SHORTEST_LIFE_S = 300

/** Amazon Cognito's names; whatever else it answers is `unknown`. A wrong name and a wrong password are not told apart. */
const PROBLEMS: Record<string, ConnectProblem> = {
  NotAuthorizedException: 'wrong-credentials',
  UserNotFoundException: 'wrong-credentials',
  UserNotConfirmedException: 'unfinished',
  PasswordResetRequiredException: 'unfinished',
  TooManyRequestsException: 'too-many-tries',
  LimitExceededException: 'too-many-tries',
}

type Answer = { status: number; json: Record<string, unknown> }

/**
 * Sign-in by Amazon Cognito's `InitiateAuth`: with name and password, and with the refresh token, which the answer to a
 * renewal does not repeat (docs.aws.amazon.com, cognito-user-identity-pools, API_InitiateAuth).
 */
export function createValorSignIn({ url, clientId }: ValorSignInSettings): SourceSignIn {
  async function initiate(
    flow: string,
    parameters: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const limit = AbortSignal.timeout(PATIENCE_MS)
    try {
      // A sign-in has no token to send and is never tried again by itself: nothing of api/http.ts would be of use.
      // eslint-disable-next-line no-restricted-globals
      const response = await fetch(url, {
        method: 'POST',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        headers: {
          'Content-Type': 'application/x-amz-json-1.1',
          'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
        },
        body: JSON.stringify({ AuthFlow: flow, ClientId: clientId, AuthParameters: parameters }),
      })
      const json: unknown = await response.json()
      return { status: response.status, json: objectOf(json) }
    } catch (cause) {
      // No connection, no answer in time, or one that is no JSON.
      throw new ConnectError(cause instanceof SyntaxError ? 'unknown' : 'no-network', cause)
    }
  }

  return {
    async signIn(account, password, signal) {
      const { status, json } = await initiate(
        'USER_PASSWORD_AUTH',
        { USERNAME: account, PASSWORD: password },
        signal,
      )
      const tokens = status === 200 ? readTokens(json, null) : null
      if (tokens) return tokens
      if ('ChallengeName' in json) throw new ConnectError('unfinished')
      throw new ConnectError(status === 429 ? 'too-many-tries' : problemOf(json))
    },

    async renew(refreshToken) {
      const { status, json } = await initiate(
        'REFRESH_TOKEN_AUTH',
        { REFRESH_TOKEN: refreshToken },
        undefined,
      )
      if (status === 200) return readTokens(json, refreshToken)
      const problem = problemOf(json)
      // Only a refusal ends the connection: a service that fails says nothing about the account.
      if (problem === 'wrong-credentials' || problem === 'unfinished') return null
      throw new ConnectError(problem)
    },
  }
}

function problemOf({ __type: type }: Record<string, unknown>): ConnectProblem {
  // Some services put a namespace before it.
  const name = typeof type === 'string' ? (type.split('#').at(-1) ?? '') : ''
  return Object.hasOwn(PROBLEMS, name) ? (PROBLEMS[name] ?? 'unknown') : 'unknown'
}

function readTokens(json: Record<string, unknown>, before: string | null): SourceTokens | null {
  const { IdToken, RefreshToken = before, ExpiresIn } = objectOf(json['AuthenticationResult'])
  if (typeof IdToken !== 'string' || typeof RefreshToken !== 'string') return null
  const seconds = positive(ExpiresIn) ?? lifeOf(IdToken) ?? SHORTEST_LIFE_S
  return { token: IdToken, refreshToken: RefreshToken, expiresAt: Date.now() + seconds * 1_000 }
}

/** How many seconds a token lasts from when it was issued on, by its own claims (RFC 7519, 4.1): by no clock of ours. */
function lifeOf(token: string): number | null {
  try {
    const claims = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    const { exp, iat = Date.now() / 1_000 } = objectOf(JSON.parse(atob(claims)))
    return positive(Number(exp) - Number(iat))
  } catch {
    return null
  }
}

const positive = (seconds: unknown): number | null =>
  typeof seconds === 'number' && seconds > 0 ? seconds : null

const objectOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
