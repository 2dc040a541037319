import { SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { emulatorToken } from '../server/testing/identityService.ts'
import { CLIENT_ID } from './tokens.ts'
import { initiateAuth, openValor, reader, type Json, type TestValor } from './testing/openValor.ts'
import type { ValorAccount } from './accounts.ts'

let valor: TestValor
let account: ValorAccount
let stranger: ValorAccount
let key = ''
beforeAll(() => {
  valor = openValor()
  account = valor.accounts.create({ recordings: 3, tokenLife: 600 })
  stranger = valor.accounts.create({ recordings: 3 })
  key = encodeURIComponent(account.world().recordings[0]!.s3Key)
})

const paths = () => ['/sessions', '/athletes', `/ikData?s3Key=${key}`, `/reportData?s3Key=${key}`]

/** The status and the words of each read, for somebody with this token. */
async function answers(token: string): Promise<unknown[]> {
  const read = reader(valor, token)
  return Promise.all(
    paths().map(async (path) => {
      const answer = await read(path, '')
      return answer.ok ? answer.status : [answer.status, ((await answer.json()) as Json)['message']]
    }),
  )
}

const all = <T>(outcome: T): T[] => [outcome, outcome, outcome, outcome]
const UNAUTHORIZED = all([401, 'Unauthorized'])
const EXPIRED = all([401, 'The incoming token has expired'])

test('who signs in reads everything of their own', async () => {
  expect(await answers((await valor.signIn(account)).IdToken)).toEqual(all(200))
})

test('somebody else’s recordings do not exist', async () => {
  const unknown = [404, 'No data found for the given s3Key.']
  expect(await answers((await valor.signIn(stranger)).IdToken)).toEqual([200, 200, unknown, unknown])
})

test('no token, no JWT, another kind of token, another signature, none at all: 401', async () => {
  const { AccessToken, RefreshToken, IdToken } = await valor.signIn(account)
  const claims = { token_use: 'id', generation: 0, sub: account.id }
  const valid = { issuer: 'http://localhost:8787/valor', audience: CLIENT_ID }
  const signed = (key: Uint8Array, { issuer, audience }: typeof valid) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime('20y')
      .sign(key)
  const unsigned = new UnsecuredJWT(claims).setIssuer(valid.issuer).setAudience(CLIENT_ID).encode()
  const [head, , signature] = IdToken.split('.')
  const promoted = Buffer.from(JSON.stringify({ ...claims, sub: stranger.id })).toString('base64url')
  for (const token of [
    '',
    'nonsense',
    'x'.repeat(20_000),
    AccessToken,
    RefreshToken,
    unsigned,
    `${head}.${promoted}.${signature}`,
    await signed(new Uint8Array(32), valid),
    // The key that signs pages and video addresses is no key for tokens.
    await signed(new Uint8Array(32).fill(7), valid),
    emulatorToken('uXk4TqZrWm2aVb7NcEd1Jh8LpSy3', 'demo-motion-console'),
  ])
    expect(await answers(token), token.slice(0, 80)).toEqual(UNAUTHORIZED)
})

test('a token expires after its life, and a refresh token brings a new one without a new refresh token', async () => {
  const { IdToken, RefreshToken } = await valor.signIn(account)
  valor.clock.pass(599_000)
  expect(await answers(IdToken)).toEqual(all(200))
  valor.clock.pass(2_000)
  expect(await answers(IdToken)).toEqual(EXPIRED)
  const renewed = (await (await refresh(RefreshToken)).json()) as { AuthenticationResult: Json }
  expect(Object.keys(renewed.AuthenticationResult).sort()).toEqual([
    'AccessToken',
    'ExpiresIn',
    'IdToken',
    'TokenType',
  ])
  expect(renewed.AuthenticationResult).toMatchObject({ ExpiresIn: 600, TokenType: 'Bearer' })
  expect(await answers(renewed.AuthenticationResult['IdToken'] as string)).toEqual(all(200))
  valor.clock.pass(31 * 24 * 3600_000)
  expect(await refused(refresh(RefreshToken))).toEqual([
    'NotAuthorizedException',
    'Refresh Token has expired',
  ])
})

test('a removed account is nobody’s', async () => {
  const gone = valor.accounts.create({ recordings: 1 })
  const { IdToken, RefreshToken } = await valor.signIn(gone)
  valor.accounts.remove(gone.id)
  expect(await answers(IdToken)).toEqual(UNAUTHORIZED)
  expect(await refused(refresh(RefreshToken))).toEqual(['NotAuthorizedException', 'Invalid Refresh Token'])
})

test('signing in is refused in Cognito’s words, the same for a wrong name and a wrong password', async () => {
  const call = (parameters: unknown, more: Json = {}) =>
    refused(
      initiateAuth(valor, {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: CLIENT_ID,
        AuthParameters: parameters,
        ...more,
      }),
    )
  const right = { USERNAME: account.username, PASSWORD: account.password }
  const wrong = ['NotAuthorizedException', 'Incorrect username or password.']
  expect(await call({ ...right, PASSWORD: 'wrong' })).toEqual(wrong)
  expect(await call({ ...right, USERNAME: 'nobody@example.com' })).toEqual(wrong)
  expect(await call({ ...right, USERNAME: '__proto__' })).toEqual(wrong)
  expect(await call({ USERNAME: account.username })).toEqual([
    'InvalidParameterException',
    'Missing required parameter PASSWORD',
  ])
  expect((await call({ USERNAME: 7, PASSWORD: null }))[0]).toBe('InvalidParameterException')
  expect((await call(right, { ClientId: 'another' }))[0]).toBe('ResourceNotFoundException')
  expect((await call(right, { AuthFlow: 'CUSTOM_AUTH' }))[0]).toBe('InvalidParameterException')
  expect((await refused(initiateAuth(valor, '{')))[0]).toBe('SerializationException')
  expect((await refused(initiateAuth(valor, 'null')))[0]).toBe('InvalidParameterException')
  const other = initiateAuth(valor, {}, 'AWSCognitoIdentityProviderService.SignUp')
  expect((await refused(other))[0]).toBe('UnknownOperationException')
  expect(await refused(refresh((await valor.signIn(account)).IdToken))).toEqual([
    'NotAuthorizedException',
    'Invalid Refresh Token',
  ])
})

test('a service that is away, too busy, asks for more or does not know the person yet', async () => {
  const troubled = valor.accounts.create({ recordings: 1 })
  const call = () =>
    initiateAuth(valor, {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: CLIENT_ID,
      AuthParameters: { USERNAME: troubled.username, PASSWORD: troubled.password },
    })
  troubled.settings.faults = { auth: 'unavailable' }
  expect((await call()).status).toBe(503)
  troubled.settings.faults = { auth: 'throttled' }
  expect((await refused(call()))[0]).toBe('TooManyRequestsException')
  troubled.settings.faults = { auth: 'unconfirmed' }
  expect((await refused(call()))[0]).toBe('UserNotConfirmedException')
  troubled.settings.faults = { auth: 'challenge' }
  const challenge = (await (await call()).json()) as Json
  expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  expect(challenge).not.toHaveProperty('AuthenticationResult')
})

const refresh = (token: string) =>
  initiateAuth(valor, {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: CLIENT_ID,
    AuthParameters: { REFRESH_TOKEN: token },
  })

/** The kind and the words of a refusal, which is 400. */
async function refused(answering: Promise<Response>): Promise<[type: unknown, message: unknown]> {
  const answer = await answering
  expect(answer.status).toBe(400)
  const { __type, message } = (await answer.json()) as Json
  expect(answer.headers.get('x-amzn-ErrorType')).toBe(__type)
  return [__type, message]
}
