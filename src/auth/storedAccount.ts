import type { Role, User } from '../domain/auth.ts'

/** An account as Firebase left it in this browser, with a token that is still good. */
export type StoredAccount = { user: User; token: string }

/** A token is used as long as it lasts this much longer: a request may be slow. */
const STILL_GOOD_MS = 60_000

/**
 * Reads the account that Firebase keeps in this browser, so that the first list is asked for beside Firebase's own
 * look-up of the account and not after it. The form is Firebase's own and may change: what does not read as expected,
 * or has a token that ends soon, is null, and everything waits for the look-up.
 */
export function readStoredAccount(apiKey: string, appName: string, now = Date.now()): StoredAccount | null {
  const key = `firebase:authUser:${apiKey}:${appName}`
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      const text = storage().getItem(key)
      if (text !== null) return parseAccount(JSON.parse(text), now)
    } catch {
      // No storage, or not JSON: as if nothing were there.
    }
  }
  return null
}

function parseAccount(json: unknown, now: number): StoredAccount | null {
  const { uid, email, displayName, stsTokenManager } = objectOf(json)
  const { accessToken, expirationTime } = objectOf(stsTokenManager)
  if (typeof uid !== 'string' || typeof accessToken !== 'string') return null
  if (typeof expirationTime !== 'number' || expirationTime - now < STILL_GOOD_MS) return null
  const address = typeof email === 'string' ? email : ''
  const name = typeof displayName === 'string' ? displayName : address
  return {
    user: { id: uid, email: address, name, role: readRole(claimsOf(accessToken)['role']) },
    token: accessToken,
  }
}

export const readRole = (claim: unknown): Role | null =>
  claim === 'admin' || claim === 'sub_admin' ? claim : null

/** The claims of a token, unchecked: a guess at what to offer, since the server decides what is allowed. */
function claimsOf(token: string): Record<string, unknown> {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const bytes = Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0))
  return objectOf(JSON.parse(new TextDecoder().decode(bytes)))
}

const objectOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
