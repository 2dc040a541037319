import { Hono } from 'hono'
import * as z from 'zod'
import { ApiError } from '../server/errors.ts'
import { readBody } from '../server/validation.ts'
import type { ValorAccount, ValorAccounts } from './accounts.ts'
import {
  AUTH_FAULTS,
  BODY_FORMS,
  END_FORMS,
  LIST_FAULTS,
  READ_FAULTS,
  type AccountSettings,
} from './settings.ts'
import { CLIENT_ID } from './tokens.ts'

const faults = z.strictObject({
  sessions: z.enum(LIST_FAULTS).optional(),
  from: z.int().min(0).optional(),
  athletes: z.enum(READ_FAULTS).optional(),
  ikData: z.enum(READ_FAULTS).optional(),
  reportData: z.enum(READ_FAULTS).optional(),
  auth: z.enum(AUTH_FAULTS).optional(),
})

const settings = z.strictObject({
  bodyForm: z.enum(BODY_FORMS).optional(),
  endForm: z.enum(END_FORMS).optional(),
  tokenLife: z.int().min(1).max(86_400).optional(),
  evenPages: z.boolean().optional(),
  faults: faults.optional(),
})

const creation = settings.extend({ recordings: z.int().min(0).max(5000).default(60) })
const expiry = z.strictObject({ refresh: z.boolean().default(false) })

/** Accounts of the second API for one test each, in memory alone. Never part of a usual start. */
export function valorControlRoutes(accounts: ValorAccounts): Hono {
  const routes = new Hono()
  const found = (id: string): ValorAccount => {
    const account = accounts.byId(id)
    if (!account?.temporary) throw new ApiError(404, 'NOT_FOUND', 'There is no such account made for a test.')
    return account
  }

  routes.post('/accounts', async (c) => {
    const { recordings, ...asked } = await readBody(c, creation, {})
    const account = accounts.create({ recordings, ...given(asked) })
    const { id, username, password, world } = account
    const ids = world().recordings.map((recording) => recording.id)
    return c.json({ account: id, username, password, clientId: CLIENT_ID, session_ids: ids })
  })

  /** Changes how an account is answered from now on; `faults` are replaced as a whole. */
  routes.put('/accounts/:id', async (c) => {
    const account = found(c.req.param('id'))
    Object.assign(account.settings, given(await readBody(c, settings)))
    return c.json({ success: `${account.id} was successfully updated` })
  })

  /** Makes every token that the account has been given expire, before its time. */
  routes.post('/accounts/:id/expire', async (c) => {
    const { generation, id } = found(c.req.param('id'))
    const { refresh } = await readBody(c, expiry, {})
    generation.id++
    if (refresh) generation.refresh++
    return c.json({ success: `The tokens of ${id} have expired` })
  })

  routes.delete('/accounts/:id', (c) => {
    const { id } = found(c.req.param('id'))
    accounts.remove(id)
    return c.json({ success: `${id} was successfully deleted` })
  })

  return routes
}

type Asked = { [Name in keyof AccountSettings]?: AccountSettings[Name] | undefined }

/** What was named; the rest stays as it is. */
function given(asked: Asked): Partial<AccountSettings> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}
