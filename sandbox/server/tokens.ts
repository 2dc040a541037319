import type { Auth } from 'firebase-admin/auth'
import { unauthorized } from './errors.ts'

/** Who sent a request, as the sign-in service vouches for. Rejects with 401 otherwise. */
export type VerifyToken = (token: string) => Promise<{ uid: string }>

const SERVICE_AWAY = new Set(['app/network-error', 'app/network-timeout', 'auth/internal-error'])

/**
 * Checks ID tokens with Firebase: signature (or, started for the emulator, none), issuer, expiry. In front of
 * the emulator the account is looked up as well, so a disabled, deleted or revoked one is refused at once.
 */
export function firebaseVerifier(auth: Auth): VerifyToken {
  return async (token) => {
    try {
      return { uid: (await auth.verifyIdToken(token)).uid }
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      // That the service is away says nothing about the caller; the answer is 500 and may be tried again.
      if (SERVICE_AWAY.has(code)) throw new Error('the sign-in service does not answer', { cause: error })
      throw unauthorized(words[code] ?? 'Invalid authentication token.')
    }
  }
}

const words: Record<string, string> = {
  'auth/id-token-expired': 'Authentication token has expired.',
  'auth/id-token-revoked': 'Authentication token has been revoked.',
  'auth/user-disabled': 'This account is disabled.',
}
