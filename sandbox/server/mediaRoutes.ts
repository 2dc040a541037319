import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import type { Database } from '../store/database.ts'
import type { SessionRow } from '../store/schema.ts'
import { anySession } from '../store/sessions.ts'
import { filmOf } from './activityRoutes.ts'
import { byteRange } from './byteRange.ts'
import { ApiError, noSuchSession } from './errors.ts'
import type { MediaAddresses, VideoKind } from './mediaAddress.ts'
import { readId } from './validation.ts'

type Parts = { database: Database; addresses: MediaAddresses; folder: string }

/** A page in the place of a video: what a misconfigured storage answers. */
const NOT_A_VIDEO = '<!doctype html><title>Storage</title><p>This is a page and not a video.</p>'

/**
 * Videos behind signed, expiring addresses, in whole or in part. The file is chosen by the session's film
 * and kind; nothing of the address becomes part of a path.
 */
export function mediaRoutes({ database, addresses, folder }: Parts): Hono {
  const routes = new Hono()
  routes.get('/:id/original.mp4', (c) => video(c, 'original'))
  routes.get('/:id/analyzed.mp4', (c) => video(c, 'analyzed'))

  async function video(c: Context, kind: VideoKind): Promise<Response> {
    const id = readId(c)
    const download = c.req.query('download') === '1'
    requireGoodAddress(
      addresses.check(
        { sessionId: id, kind, download },
        c.req.query('expires') ?? '',
        c.req.query('signature') ?? '',
      ),
    )
    const session = await anySession(database, id)
    if (!session || (kind === 'analyzed' && !session.analyzed)) throw noSuchSession(id)
    if (kind === 'analyzed' && session.fault === 'video is not a video') return c.html(NOT_A_VIDEO)
    const headers = new Headers({
      'Content-Type': 'video/mp4',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (download) headers.set('Content-Disposition', attachment(session, kind))
    return fileAnswer(c, join(folder, fileOf(session, kind)), headers)
  }

  return routes
}

/** An analysis draws over the pictures and leaves the sound out. */
const fileOf = (session: SessionRow, kind: VideoKind): string =>
  session.film === 'sound' && kind === 'original' ? 'sound-original.mp4' : `${filmOf(session)}-${kind}.mp4`

function requireGoodAddress(worth: 'good' | 'forged' | 'expired'): void {
  if (worth === 'forged')
    throw new ApiError(403, 'INVALID_SIGNATURE', 'The address of this video is not valid.')
  if (worth === 'expired')
    throw new ApiError(403, 'ADDRESS_EXPIRED', 'The address of this video has expired.')
}

async function fileAnswer(c: Context, path: string, headers: Headers): Promise<Response> {
  const file = await stat(path).catch(() => null)
  if (!file?.isFile()) throw new ApiError(404, 'FILE_NOT_FOUND', 'The file of this video is missing.')
  const etag = `"${file.size.toString(16)}-${Math.round(file.mtimeMs).toString(16)}"`
  headers.set('Accept-Ranges', 'bytes')
  headers.set('ETag', etag)
  headers.set('Cache-Control', 'private, max-age=0, must-revalidate')
  if (
    c.req
      .header('If-None-Match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return c.newResponse(null, { status: 304, headers })
  const ifRange = c.req.header('If-Range')
  const range = byteRange(
    ifRange === undefined || ifRange === etag ? c.req.header('Range') : undefined,
    file.size,
  )
  if (range === 'outside') {
    c.header('Content-Range', `bytes */${file.size}`)
    throw new ApiError(416, 'RANGE_NOT_SATISFIABLE', `The file has ${file.size} bytes.`)
  }
  const { first, last } = range === 'whole' ? { first: 0, last: file.size - 1 } : range
  headers.set('Content-Length', String(last - first + 1))
  if (range !== 'whole') headers.set('Content-Range', `bytes ${first}-${last}/${file.size}`)
  const body = c.req.method === 'HEAD' ? null : streamOf(path, first, last)
  return c.newResponse(body, { status: range === 'whole' ? 200 : 206, headers })
}

function streamOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>
}

/** A file name from title and day: plain for old programs, exact for those that know RFC 5987. */
function attachment(session: SessionRow, kind: VideoKind): string {
  const title = session.title.replace(/[\p{C}\p{Z}\\/:*?"<>|]+/gu, ' ').trim() || 'Session'
  const name = `${session.createdAt.slice(0, 10)} ${Array.from(title).slice(0, 80).join('')}${kind === 'original' ? ' (original)' : ''}.mp4`
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
