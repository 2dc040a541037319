import { errors, jwtVerify, SignJWT } from 'jose'
import type { ValorAccount, ValorAccounts } from './accounts.ts'

export type TokenUse = 'id' | 'access' | 'refresh'

/** Whose token it is, or why it is worth nothing. */
export type Verdict = ValorAccount | 'expired' | 'revoked' | 'invalid'

/** Issues and verifies signed tokens that expire. */
export type ValorTokens = {
  issue: (account: ValorAccount, use: TokenUse) => Promise<string>
  verify: (token: string, use: TokenUse) => Promise<Verdict>
}

/** The client that this sandbox knows; a deployment has its own from the vendor. */
export const CLIENT_ID = 'motion-console-sandbox'

const ALGORITHM = 'HS256'
const REFRESH_SECONDS = 30 * 24 * 3600
const LONGEST_TOKEN = 8192

/** Tokens signed by `key`; `issuer` is the address of the API, `now` is in milliseconds. */
export function valorTokens(
  accounts: ValorAccounts,
  { key, issuer, now }: { key: Uint8Array; issuer: string; now: () => number },
): ValorTokens {
  return {
    issue(account, use) {
      const seconds = Math.floor(now() / 1000)
      const life = use === 'refresh' ? REFRESH_SECONDS : account.settings.tokenLife
      const person = { email: account.username, 'cognito:username': account.id, auth_time: seconds }
      return new SignJWT({
        ...(use === 'id' && person),
        token_use: use,
        generation: generation(account, use),
      })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(CLIENT_ID)
        .setSubject(account.id)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + life)
        .sign(key)
    },
    async verify(token, use) {
      if (token.length > LONGEST_TOKEN) return 'invalid'
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer,
          audience: CLIENT_ID,
          currentDate: new Date(now()),
        })
        const account = accounts.byId(payload.sub ?? '')
        if (!account || payload['token_use'] !== use) return 'invalid'
        if (payload['generation'] === generation(account, use)) return account
        return use === 'refresh' ? 'revoked' : 'expired'
      } catch (error) {
        return error instanceof errors.JWTExpired ? 'expired' : 'invalid'
      }
    },
  }
}

const generation = ({ generation }: ValorAccount, use: TokenUse): number =>
  use === 'refresh' ? generation.refresh : generation.id
