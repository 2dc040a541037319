import type { Context } from 'hono'
import * as z from 'zod'
import { ACTIVITIES, STATUSES, type JsonObject } from '../store/schema.ts'
import { dayFromFilter, minuteFromUpdate } from './dates.ts'
import { badRequest, noSuchSession } from './errors.ts'

export const LARGEST_LIMIT = 1000
const MOST_IDS = 1000
const LONGEST_TITLE = 500
const LONGEST_ID = 128
const MOST_COMMENTS = 200
const LONGEST_COMMENT = 10_000
const DEEPEST_COMMENT = 4

/** Text that the database can hold: no NUL and no half of a surrogate pair. */
const plainText = z
  .string('Expected text.')
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text), 'Text holds characters that cannot be stored.')

const sessionId = plainText.min(1, 'Expected a session id.').max(LONGEST_ID, 'A session id is shorter.')

const day = (text: string, context: z.RefinementCtx) => {
  const found = dayFromFilter(text)
  if (found !== null) return found
  context.addIssue({ code: 'custom', message: 'Invalid date format (expected dd/mm/yyyy).' })
  return z.NEVER
}

const minute = (text: string, context: z.RefinementCtx) => {
  const found = minuteFromUpdate(text)
  if (found !== null) return found
  context.addIssue({ code: 'custom', message: 'Invalid date format (expected YYYY-MM-DD HH:MM:SS).' })
  return z.NEVER
}

const wrongLimit = `Invalid limit (expected a whole number from 1 to ${LARGEST_LIMIT}).`

/** The query of the filter call; an empty parameter counts as not given. */
export const filterQuery = z.object({
  start_after_id: sessionId.optional(),
  end_before_id: sessionId.optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, wrongLimit)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= LARGEST_LIMIT, wrongLimit)
    .default(10),
  activity: z.enum(ACTIVITIES, `Invalid activity (expected one of: ${ACTIVITIES.join(', ')}).`).optional(),
  status: z.enum(STATUSES, `Invalid status (expected one of: ${STATUSES.join(', ')}).`).optional(),
  title: plainText.max(LONGEST_TITLE, 'The title is too long.').optional(),
  user_id: plainText.max(LONGEST_ID, 'A user id is shorter.').optional(),
  uploaded_by: plainText.max(LONGEST_ID, 'A user id is shorter.').optional(),
  start_date: z.string().transform(day).optional(),
  end_date: z.string().transform(day).optional(),
})

export const idsBody = z.object({
  session_ids: z
    .array(
      plainText.max(LONGEST_ID, 'A session id is shorter.'),
      'session_ids must be a list of session ids.',
    )
    .max(MOST_IDS, `session_ids may hold at most ${MOST_IDS} ids.`),
})

export const updateBody = z
  .object({
    title: plainText
      .trim()
      .min(1, 'The title must not be blank.')
      .max(LONGEST_TITLE, `The title may have at most ${LONGEST_TITLE} characters.`)
      .optional(),
    created_at: z.string('Expected text.').transform(minute).optional(),
  })
  .refine(
    (body) => body.title !== undefined || body.created_at !== undefined,
    'Nothing to update: give title or created_at.',
  )

/**
 * Report comments, kept as they are sent: an object by what is commented on, of texts, of texts by language, or of
 * what nobody has documented.
 */
export const commentsBody = z
  .custom<JsonObject>(isObject, 'Expected an object of comments.')
  .superRefine((body, c) => {
    const problem =
      Object.keys(body).length > MOST_COMMENTS ? 'There are too many comments.' : wrongJson(body)
    if (problem) c.addIssue({ code: 'custom', message: problem })
  })

const flag = z
  .enum(['true', 'false', '1', '0'], 'Expected true or false.')
  .transform((text) => text === 'true' || text === '1')

export const videoQuery = z.object({
  is_jump: flag.optional(),
  is_weight: flag.optional(),
  download: flag.optional(),
})

export const videoBody = z.object({
  is_jump: z.boolean('Expected true or false.').optional(),
  is_weight: z.boolean('Expected true or false.').optional(),
})

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

/** What keeps a value from being stored, in words; null when nothing does. */
function wrongJson(json: unknown, depth = 0): string | null {
  if (depth > DEEPEST_COMMENT) return 'A comment is nested too deeply.'
  if (typeof json === 'string') {
    if (json.length > LONGEST_COMMENT) return `A comment may have at most ${LONGEST_COMMENT} characters.`
    return plainText.safeParse(json).error?.issues[0]?.message ?? null
  }
  if (typeof json !== 'object' || json === null) return null
  const parts: unknown[] = Object.entries(json).flat()
  return parts.map((part) => wrongJson(part, depth + 1)).find((problem) => problem !== null) ?? null
}

/** Checks the query parameters; 400 in the first wrong one's words. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const given = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  return checked(schema, Object.fromEntries(given))
}

/** Checks a JSON body; 400 for what is no JSON or of another form. `empty` stands for a body of no bytes. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>, empty?: unknown): Promise<T> {
  const text = await c.req.text()
  return checked(schema, text === '' && empty !== undefined ? empty : parseJson(text))
}

/** Checks the session id of the path. An id that cannot exist is answered like one that does not. */
export function readId(c: Context): string {
  const id = c.req.param('id') ?? ''
  if (!sessionId.safeParse(id).success) throw noSuchSession(id.slice(0, LONGEST_ID))
  return id
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badRequest('The body is not valid JSON.', 'INVALID_JSON')
  }
}

function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const name = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? 'Invalid request.'
  throw badRequest(name === '' || message.startsWith('Invalid date') ? message : `${name}: ${message}`)
}
