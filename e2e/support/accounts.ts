import type { Account } from './organization.ts'

export const AUTH_URL = process.env['E2E_AUTH_URL'] ?? 'http://localhost:9099'

type Credentials = Pick<Account, 'email' | 'password'>
type Tokens = { idToken: string; refreshToken: string; expiresIn: string }
type Provider = { providerId: string; rawId: string; email: string; displayName: string }
type User = {
  localId: string
  email: string
  emailVerified: boolean
  displayName: string
  createdAt: string
  lastLoginAt: string
  providerUserInfo: Provider[]
}

/** Signs in beside the browser, at the sign-in service itself. */
export function signInForTokens({ email, password }: Credentials): Promise<Tokens> {
  return ask<Tokens>('signInWithPassword', { email, password, returnSecureToken: true })
}

/**
 * The account as Firebase's SDK keeps it in a browser where somebody has signed in; a story of signIn.spec.ts compares
 * the two.
 */
export async function storedAccount(credentials: Credentials) {
  const { idToken, refreshToken, expiresIn } = await signInForTokens(credentials)
  const { users } = await ask<{ users: [User] }>('lookup', { idToken })
  const [{ localId, email, emailVerified, displayName, createdAt, lastLoginAt, providerUserInfo }] = users
  return {
    uid: localId,
    email,
    emailVerified,
    displayName,
    isAnonymous: false,
    providerData: providerUserInfo.map(({ providerId, rawId, displayName, email }) => ({
      providerId,
      uid: rawId,
      displayName,
      email,
      phoneNumber: null,
      photoURL: null,
    })),
    stsTokenManager: {
      refreshToken,
      accessToken: idToken,
      expirationTime: Date.now() + Number(expiresIn) * 1000,
    },
    createdAt,
    lastLoginAt,
    apiKey: 'sandbox',
    appName: '[DEFAULT]',
  }
}

async function ask<Answer>(method: string, body: object): Promise<Answer> {
  const response = await fetch(
    `${AUTH_URL}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=sandbox`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    },
  )
  if (!response.ok) throw new Error(`accounts:${method} (${response.status}): ${await response.text()}`)
  return (await response.json()) as Answer
}
