import { AppError, toAppError } from '../../domain/errors.ts'
import type { Connection, SessionSource, SourceSignIn } from '../../domain/source.ts'
import type { Adapter } from './adapter.ts'

export type ValorSettings = {
  url: string
  /** Fetched with the first connection. */
  loadSignIn: () => Promise<SourceSignIn>
}

const ID = 'valor'
const NOT_CONNECTED: Connection = { state: 'none' }

/**
 * Recorded movement sessions, read only, behind a sign-in of its own. This much is part of the first load; what talks to
 * the API is fetched when somebody connects.
 */
export function createValorSource({ url, loadSignIn }: ValorSettings): SessionSource {
  let connection = NOT_CONNECTED
  let adapter: Adapter | null = null
  let disconnections = 0
  const listeners = new Set<() => void>()
  const become = (next: Connection) => {
    connection = next
    for (const listener of [...listeners]) listener()
  }

  /** Each connection has an adapter of its own, so that nothing of one account is left for another. */
  async function connect(account: string, password: string, signal?: AbortSignal): Promise<void> {
    const begun = disconnections
    const [{ createAdapter }, signIn] = await Promise.all([import('./adapter.ts'), loadSignIn()]).catch(
      (error: unknown) => {
        throw toAppError(error)
      },
    )
    const tokens = await signIn.signIn(account, password, signal)
    if (signal?.aborted || begun !== disconnections) throw new AppError('aborted')
    // What is left of a connection from before has no say any more.
    const heard = (next: Connection) => {
      if (adapter === mine) become(next)
    }
    const mine = createAdapter({ source: ID, url, account, tokens, renew: signIn.renew, become: heard })
    adapter = mine
    become({ state: 'connected', account, expiresAt: tokens.expiresAt })
  }

  async function call<T>(act: (adapter: Adapter) => Promise<T>): Promise<T> {
    const mine = adapter
    if (!mine) throw new AppError('signed-out')
    const answer = await act(mine)
    // Nobody is shown what another account has asked for.
    if (adapter?.account !== mine.account) throw new AppError('signed-out')
    return answer
  }

  return {
    id: ID,
    label: 'Valor',
    filters: new Set(['athlete']),
    facts: new Set(['exercise', 'duration', 'assessment']),
    paging: 'continuous',
    connection: {
      current: () => connection,
      connect,
      disconnect: () => {
        disconnections += 1
        adapter = null
        if (connection !== NOT_CONNECTED) become(NOT_CONNECTED)
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    list: (...asked) => call((it) => it.list(...asked)),
    get: (...asked) => call((it) => it.get(...asked)),
    analysis: (...asked) => call((it) => it.analysis(...asked)),
    athletes: (...asked) => call((it) => it.athletes(...asked)),
    membership: () => Promise.resolve(null),
    uploaders: null,
    comments: null,
    writer: null,
    analyzedVideo: null,
    assessments: { recordings: (...asked) => call((it) => it.recordings(...asked)) },
  }
}
