import type { Auth } from '../domain/auth.ts'
import type { SessionSource } from '../domain/source.ts'

/** A source's own connection belongs to the account of the console that made it; a change of its role ends nothing. */
export function disconnectWithAccount(auth: Pick<Auth, 'current' | 'onChange'>, source: SessionSource): void {
  let account = auth.current()?.id
  auth.onChange((user) => {
    if (user?.id === account) return
    account = user?.id
    source.connection?.disconnect()
  })
}
