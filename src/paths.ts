import type { SessionId, SourceId } from './domain/session.ts'

const part = encodeURIComponent

export type SessionAddress = { readonly source: SourceId; readonly id: SessionId }

const comparison = (first: SessionAddress, second: SessionAddress) =>
  `/${part(first.source)}/sessions/${part(first.id)}/compare/${part(second.source)}/${part(second.id)}`

/** Every address inside the console. */
export const paths = {
  home: () => '/',
  signIn: (to?: string) => (to && to !== '/' ? `/sign-in?to=${part(to)}` : '/sign-in'),
  sessions: (source: SourceId, search = '') => `/${part(source)}/sessions${search}`,
  session: (source: SourceId, id: SessionId, search = '') => `/${part(source)}/sessions/${part(id)}${search}`,
  edit: (source: SourceId, id: SessionId, search = '') =>
    `/${part(source)}/sessions/${part(id)}/edit${search}`,
  remove: (source: SourceId, id: SessionId, search = '') =>
    `/${part(source)}/sessions/${part(id)}/delete${search}`,
  compare: (first: SessionAddress, second: SessionAddress, search = '') =>
    `${comparison(first, second)}${search}`,
  report: (source: SourceId, id: SessionId, search = '') =>
    `/${part(source)}/sessions/${part(id)}/report${search}`,
  compareReport: (first: SessionAddress, second: SessionAddress, search = '') =>
    `${comparison(first, second)}/report${search}`,
  athletes: (search = '') => `/athletes${search}`,
  athlete: (source: SourceId, id: string) => `/athletes/${part(source)}/${part(id)}`,
} as const

/** Source and, on a session's page, session of an address under `/:source/sessions`; null for any other. */
export function readSessionPath(pathname: string): { source: SourceId; id: SessionId | null } | null {
  const match = /^\/([^/]+)\/sessions(?:\/([^/]+))?(?:\/|$)/.exec(pathname)
  if (!match?.[1]) return null
  try {
    return { source: decodeURIComponent(match[1]), id: match[2] ? decodeURIComponent(match[2]) : null }
  } catch {
    return null // a broken escape: the router has a page for it
  }
}

/**
 * Where to go after signing in. Only an address of this console is followed: it begins with one slash, and once
 * resolved it has stayed on this origin.
 */
export function safeReturnPath(to: string | null, origin: string): string {
  if (!to || !/^\/(?![/\\])/.test(to)) return paths.home()
  try {
    const url = new URL(to, origin)
    // `/.//host` resolves to the path `//host`, which read as an address of its own is another site.
    const stays = url.origin === origin && !url.pathname.startsWith('//')
    return stays ? `${url.pathname}${url.search}${url.hash}` : paths.home()
  } catch {
    return paths.home()
  }
}
