import { useEffect, useSyncExternalStore } from 'react'
import type { Auth } from '../../../domain/auth.ts'
import type { Owner } from '../../../lib/ownStore.ts'
import { useServices } from '../../../services.ts'

type Taken = {
  readonly id: string
  /** What the file is called, with its ending. */
  readonly fileName: string
  /** What a person wrote or what it shows, one line. */
  readonly caption: string
  readonly file: Blob
}

/** A picture of a film, at the film's own size; `time` in seconds of the recording. */
export type Still = Taken & {
  readonly kind: 'still'
  readonly time: number
  readonly width: number
  readonly height: number
}

/**
 * A range of a film, in seconds of the recording: when its first and its last picture begin, as a loop is read.
 * `exact`: it holds no picture from outside the range.
 */
export type Clip = Taken & {
  readonly kind: 'clip'
  readonly time: number
  readonly end: number
  readonly exact: boolean
  /** As a file, by itself or in a pack. A still is a file at once. */
  readonly saved: boolean
}

/** What somebody took of a session: kept in memory until the page goes or the account signs out. */
export type Tray = {
  /** The same array until something changes, in the order of time. */
  readonly of: (owner: Owner) => readonly (Still | Clip)[]
  /** In place of the one that has its id, where there is one. Refused where it is not of the present account. */
  readonly add: (owner: Owner, taken: Still | Clip) => void
  readonly remove: (owner: Owner, id: string) => void
  /** These have become files. */
  readonly markSaved: (owner: Owner, ids: readonly string[]) => void
  readonly holdsUnsaved: () => boolean
  /** Whose it is from now on; what is of another account is forgotten. Nobody's at first. */
  readonly belongTo: (account: string | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

const NOTHING: readonly (Still | Clip)[] = []

export function createTray(): Tray {
  const kept = new Map<string, readonly (Still | Clip)[]>()
  const listeners = new Set<() => void>()
  let present: string | null = null
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const of = (owner: Owner) => kept.get(keyOf(owner)) ?? NOTHING
  const put = (owner: Owner, taken: readonly (Still | Clip)[]) => {
    if (taken.length > 0) kept.set(keyOf(owner), taken)
    else kept.delete(keyOf(owner))
    tell()
  }
  return {
    of,
    add: (owner, taken) => {
      // Nobody's work would be everybody's, and what is ready after a sign-out is nobody's.
      if (owner.account === null || owner.account !== present) return
      const others = of(owner).filter(({ id }) => id !== taken.id)
      put(owner, [...others, taken].sort(inOrder))
    },
    remove: (owner, id) => {
      const before = of(owner)
      const left = before.filter((taken) => taken.id !== id)
      if (left.length < before.length) put(owner, left)
    },
    markSaved: (owner, ids) =>
      put(
        owner,
        of(owner).map((each) =>
          each.kind === 'clip' && ids.includes(each.id) ? { ...each, saved: true } : each,
        ),
      ),
    holdsUnsaved: () =>
      [...kept.values()].some((all) => all.some((each) => each.kind === 'clip' && !each.saved)),
    belongTo: (account) => {
      if (account === present) return
      present = account
      if (kept.size === 0) return
      kept.clear()
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Of one moment as they were taken, which their ids tell: what is given back stands where it stood. */
const inOrder = (a: Still | Clip, b: Still | Clip) => a.time - b.time || (a.id < b.id ? -1 : 1)

const keyOf = ({ account, source, session }: Owner) => JSON.stringify([account, source, session])

/** The one tray of this page. */
export const tray = createTray()

const ask = (event: Event) => event.preventDefault()
// The browser asks before a page goes that holds a clip nobody saved, whatever is shown then.
tray.subscribe(() => {
  if (tray.holdsUnsaved()) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
})

/** The tray, which belongs to whoever is signed in: it is emptied when they go, on whatever page that is. */
export function useOwnTray(): Tray {
  const { auth } = useServices()
  useEffect(() => belongToAccount(auth), [auth])
  return tray
}

/** What the account took of a session. */
export function useTray(owner: Owner): readonly (Still | Clip)[] {
  const { of, subscribe } = useOwnTray()
  return useSyncExternalStore(subscribe, () => of(owner))
}

const followed = new WeakSet<Auth>()

/** For the life of the page. */
function belongToAccount(auth: Auth): void {
  if (followed.has(auth)) return
  followed.add(auth)
  tray.belongTo(auth.current()?.id ?? null)
  auth.onChange((user) => tray.belongTo(user?.id ?? null))
}
