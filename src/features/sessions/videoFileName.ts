import { dayOf } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'

/** Most file systems take 255 bytes; some room is left for ` (1)` and a download's own suffix. */
const MOST_BYTES = 200

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

const EXTENSIONS: Readonly<Record<string, string>> = { 'video/webm': 'webm', 'video/quicktime': 'mov' }

/**
 * What a session's video is saved as: `2026-11-15 Tempo run, block 3.mp4`. Characters that a file system or a
 * shell would stumble over, and marks that turn text around, become spaces; a long title is cut between letters.
 */
export function videoFileName(session: Pick<Session, 'title' | 'recordedAt'>, type = 'video/mp4'): string {
  const title = clean(session.title) || commonText.untitled
  const dated = session.recordedAt ? `${dayOf(session.recordedAt)} ${title}` : title
  const name = cut(RESERVED.test(dated) ? `${dated}_` : dated)
  return `${name}.${EXTENSIONS[type.split(';')[0] ?? ''] ?? 'mp4'}`
}

const clean = (title: string) =>
  title
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')

function cut(name: string): string {
  const encoder = new TextEncoder()
  let bytes = 0
  let kept = ''
  for (const letter of name) {
    bytes += encoder.encode(letter).length
    if (bytes > MOST_BYTES) break
    kept += letter
  }
  return kept.replace(/[\s.]+$/, '')
}
