import { useSyncExternalStore } from 'react'
import type { SessionId, SourceId } from '../domain/session.ts'

/**
 * Whose work it is: an account's, of one source where it speaks of that source's records, of one session where it
 * speaks of that alone. Null: nobody's yet.
 */
export type Owner = { account: string | null; source?: SourceId; session?: SessionId }

/**
 * A person's work and whether this device keeps it. It does not where storage is blocked or full, or holds what a
 * newer console wrote; then the work lasts as long as the page.
 */
export type Owned<T> = { readonly value: T; readonly kept: boolean }

export type OwnStore<T> = {
  get: (owner: Owner) => Owned<T>
  /** Changes the value as it is by then, other tabs' changes included. False when the device does not keep it. */
  change: (owner: Owner, change: (present: T) => T) => boolean
  subscribe: (listener: () => void) => () => void
}

/** `newer`: the text is of a newer console. */
type Held<T> = { text: string | null | undefined; owned: Owned<T>; unsaved: boolean; newer: boolean }

/**
 * Keeps a person's own work on this device, apart for each account. `read` gets what was parsed and says null when it
 * is not its format; then the value is `empty`. What a newer `version` has written is left as it is.
 */
export function createOwnStore<T>({
  name,
  version,
  empty,
  read,
}: {
  name: string
  version: number
  empty: T
  read: (json: unknown) => T | null
}): OwnStore<T> {
  const held = new Map<string, Held<T>>()
  const listeners = new Set<() => void>()
  const nobody: Owned<T> = { value: empty, kept: false }
  const write = (value: T) => JSON.stringify({ version, value })
  const nothing = write(empty)
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const followOtherTabs = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(`motion-console:${name}:`)) tell()
  }

  /** What storage holds now, and the same object as before where that has not changed. */
  const look = (key: string): Owned<T> => {
    const before = held.get(key)
    if (before?.unsaved) return before.owned
    const text = readText(key)
    if (before && before.text === text) return before.owned
    const stored = parse(text)
    const newer = isNewer(stored, version)
    const value = stored && !newer ? read(stored.value) : null
    const owned = { value: value ?? empty, kept: text !== undefined && !newer }
    held.set(key, { text, owned, unsaved: false, newer })
    return owned
  }

  return {
    get: (owner) => {
      const key = keyOf(name, owner)
      return key === null ? nobody : look(key)
    },
    change: (owner, change) => {
      const key = keyOf(name, owner)
      if (key === null) return false
      const present = look(key)
      const value = change(present.value)
      if (value === present.value) return present.kept
      // What is empty takes no room: much is kept for each session alone, and sessions are deleted.
      const written = write(value)
      const text = written === nothing ? null : written
      // What was just looked at is not parsed once more: a large job is written a thousand times.
      const before = held.get(key)
      const newer = before?.unsaved ? isNewer(parse(readText(key)), version) : (before?.newer ?? false)
      const kept = !newer && writeText(key, text)
      held.set(key, { text, owned: { value, kept }, unsaved: !kept, newer })
      tell()
      return kept
    },
    subscribe: (listener) => {
      if (listeners.size === 0) addEventListener('storage', followOtherTabs)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) removeEventListener('storage', followOtherTabs)
      }
    },
  }
}

/** The owner's work as it is now, here and in other tabs. */
export function useOwn<T>(store: OwnStore<T>, owner: Owner): Owned<T> {
  return useSyncExternalStore(store.subscribe, () => store.get(owner))
}

function keyOf(name: string, { account, source, session }: Owner): string | null {
  if (account === null) return null
  return ['motion-console', name, account, source, session].filter((part) => part !== undefined).join(':')
}

type Stored = { version: number; value: unknown }

const isNewer = (stored: Stored | null, version: number) => stored !== null && stored.version > version

function parse(text: string | null | undefined): Stored | null {
  if (!text) return null
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || !('version' in json) || !('value' in json)) return null
    return typeof json.version === 'number' ? { version: json.version, value: json.value } : null
  } catch {
    return null // somebody else's text
  }
}

/** `undefined` where the browser keeps nothing. */
function readText(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key)
  } catch {
    return undefined
  }
}

/** Null takes it away. */
function writeText(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}
