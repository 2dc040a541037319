import { AppError } from '../../domain/errors.ts'
import { kindOfStatus } from '../http.ts'
import { asObject, asText, field } from '../json.ts'

/**
 * What is in an answer's envelope, parsed where it is JSON text. A status other than 200 inside is the failure it names;
 * anything that is no envelope is `unavailable`.
 */
export function readEnvelope(json: unknown): { body: unknown; next: string | null } {
  const envelope = asObject(json)
  if (!envelope) throw new AppError('unavailable')
  const status = Number(field(envelope, 'statusCode') ?? 200)
  if (status !== 200) {
    // A number below 400 names no failure, and is not what was agreed either. Nor is a refused token inside of an answer
    // that was given for it: nothing would be renewed by it.
    const kind = status >= 400 && status !== 401 ? kindOfStatus(status) : 'unavailable'
    throw new AppError(kind, { serverText: messageOf(field(envelope, 'body')) })
  }
  return { body: parsed(field(envelope, 'body')), next: readToken(field(envelope, 'X-Continuation-Token')) }
}

/** The end is null, the text `null`, an empty text or no token at all. Throws when it is no text. */
function readToken(json: unknown): string | null {
  if (json === undefined || json === null || json === '' || json === 'null') return null
  if (typeof json !== 'string') throw new AppError('unavailable')
  return json
}

/** A JSON text is taken apart; one that is none throws a `SyntaxError`. */
function parsed(body: unknown): unknown {
  return typeof body === 'string' ? (JSON.parse(body) as unknown) : body
}

function messageOf(body: unknown): string | null {
  try {
    const problem = asObject(parsed(body))
    return problem && asText(field(problem, 'message'))
  } catch {
    return asText(body)
  }
}

/** The rows of an envelope that holds a list. */
export function readRows(json: unknown): { rows: unknown[]; next: string | null } {
  const { body, next } = readEnvelope(json)
  if (!Array.isArray(body)) throw new AppError('unavailable')
  return { rows: body, next }
}

/**
 * The header's value: the token as a JSON text, `""` to begin. Signs that no header carries are written as JSON writes
 * them by number.
 */
export function writeToken(token: string): string {
  return JSON.stringify(token).replace(
    /[\u007f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
