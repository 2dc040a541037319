import { ConnectError } from '../../domain/connectError.ts'
import { AppError } from '../../domain/errors.ts'
import type { Connection, SourceSignIn, SourceTokens } from '../../domain/source.ts'
import type { TokenSource } from '../http.ts'

/** A token is renewed so long before it ends, since a request may be slow; of a short life no more than a tenth. */
const SPARE_MS = 10_000

/** How long a sign-in service that has refused for too many tries is left alone; it names no time. Our choice. */
const QUIET_MS = 30_000

export type HeldConnection = TokenSource & {
  /** The source has refused this token, even renewed; one that was renewed meanwhile stays. */
  end: (refused: string) => void
}

type HeldTokens = SourceTokens & { goodUntil: number }

const lasting = (tokens: SourceTokens): HeldTokens => ({
  ...tokens,
  goodUntil: tokens.expiresAt - Math.min(SPARE_MS, (tokens.expiresAt - Date.now()) / 10),
})

/** One account's tokens, in memory alone; `become` hears what they become. One renewal serves all who wait for it. */
export function createConnection(
  account: string,
  first: SourceTokens,
  renew: SourceSignIn['renew'],
  become: (connection: Connection) => void,
): HeldConnection {
  let held: HeldTokens | null = lasting(first)
  let renewal: Promise<string | null> | null = null
  let quietUntil = 0

  const hold = (tokens: SourceTokens) => {
    held = lasting(tokens)
    become({ state: 'connected', account, expiresAt: tokens.expiresAt })
  }
  const end = () => {
    if (held) become({ state: 'expired', account })
    held = null
  }

  async function renewHeld(): Promise<string | null> {
    const before = held
    if (!before) return null
    const left = quietUntil - Date.now()
    if (left > 0) throw new AppError('busy', { retryAfterMs: left })
    const tokens = await renew(before.refreshToken).catch((cause: unknown) => {
      if (!(cause instanceof ConnectError) || cause.problem !== 'too-many-tries') throw cause
      // As often as a failed read is tried again it would only be throttled for longer.
      quietUntil = Date.now() + QUIET_MS
      throw new AppError('busy', { retryAfterMs: QUIET_MS, cause })
    })
    if (held !== before) return null
    if (tokens === null) end()
    else hold(tokens)
    return tokens?.token ?? null
  }
  const renewOnce = () =>
    (renewal ??= renewHeld().finally(() => {
      renewal = null
    }))

  return {
    token: () => (held && held.goodUntil > Date.now() ? Promise.resolve(held.token) : renewOnce()),
    renewToken: (refused) => (held && held.token !== refused ? Promise.resolve(held.token) : renewOnce()),
    end: (refused) => {
      if (held?.token === refused) end()
    },
  }
}
