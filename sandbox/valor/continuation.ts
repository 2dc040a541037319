import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { ValorError } from './errors.ts'

/** Where a walk stands: how many rows it has met, on how many pages. */
export type Place = { at: number; page: number }

/** What a token belongs to; with anything else it is refused. */
export type Binding = { account: string; athlete: string; limit: number }

/** Turns a place into a signed token and back. Text that is no token of this very walk is 400. */
export type Continuation = {
  token: (place: Place, binding: Binding) => string
  place: (token: string, binding: Binding) => Place
}

export const START: Place = { at: 0, page: 0 }

const place = z.tuple([z.int().min(0), z.int().min(0)])

export function continuation(key: Uint8Array): Continuation {
  const sign = (payload: string, { account, athlete, limit }: Binding): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([payload, account, athlete, limit]))
      .digest()
  return {
    token({ at, page }, binding) {
      const payload = Buffer.from(JSON.stringify([at, page])).toString('base64url')
      return `${payload}.${sign(payload, binding).toString('base64url')}`
    },
    place(token, binding) {
      const [payload = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const due = sign(payload, binding)
      if (given.length !== due.length || !timingSafeEqual(given, due)) throw wrongToken()
      const [at, page] = place.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
      return { at, page }
    },
  }
}

/** Reads the header: a JSON text, `""` for the first page. 400 when it is missing or anything else. */
export function readTokenHeader(header: string | undefined): string {
  if (header === undefined) throw new ValorError(400, 'Missing required request header: X-Continuation-Token')
  try {
    const token: unknown = JSON.parse(header)
    if (typeof token === 'string') return token
  } catch {
    // Told below, with what is JSON but no text.
  }
  throw new ValorError(400, 'X-Continuation-Token must be a JSON-encoded string.')
}

const wrongToken = () => new ValorError(400, 'Invalid continuation token.')
