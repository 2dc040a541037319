import { dayOf } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'

/** Most file systems take 255 bytes; some room is left for ` (1)` and a download's own suffix. */
const MOST_BYTES = 200

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

const EXTENSIONS: Readonly<Record<string, string>> = { 'video/webm': 'webm', 'video/quicktime': 'mov' }

/** What a session's video is saved as: `2026-11-15 Tempo run, block 3.mp4`. */
export const videoFileName = (session: Named, type = 'video/mp4'): string =>
  sessionFileName(session, EXTENSIONS[type.split(';')[0] ?? ''] ?? 'mp4')

type Named = Pick<Session, 'title' | 'recordedAt'>

/**
 * What a file of a session is saved as, with what it holds at its end: `2026-11-15 Tempo run, block 3, 1.533 s.png`.
 * Characters that a file system or a shell would stumble over, and marks that turn text around, become spaces; a long
 * title is cut between letters.
 */
export function sessionFileName({ title, recordedAt }: Named, extension: string, what = ''): string {
  const called = clean(title) || commonText.untitled
  const dated = recordedAt ? `${dayOf(recordedAt)} ${called}` : called
  const end = what === '' ? '' : `, ${clean(what)}`
  const name = cut(RESERVED.test(dated) ? `${dated}_` : dated, MOST_BYTES - bytesOf(end))
  return `${name}${end}.${extension}`
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Words as a part of a path that Windows, macOS and Linux take; the accents stay. Empty where nothing is left of them. */
export function safeFileName(words: string, mostBytes = MOST_BYTES): string {
  const name = clean(words)
  return cut(RESERVED.test(name) ? `${name}_` : name, mostBytes)
}

const clean = (title: string) =>
  title
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')

function cut(name: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const letter of name) {
    bytes += bytesOf(letter)
    if (bytes > most) break
    kept += letter
  }
  return kept.replace(/[\s.]+$/, '')
}
