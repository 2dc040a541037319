import { Hono } from 'hono'
import type { Database } from '../store/database.ts'
import { adminsOf, athletesOf } from '../store/people.ts'
import { ACTIVITIES } from '../store/schema.ts'
import type { AdminEnv } from './caller.ts'

/** Athletes, uploaders, and who the caller is. */
export function peopleRoutes(database: Database): Hono<AdminEnv> {
  const routes = new Hono<AdminEnv>()

  routes.get('/client-management/clients/', async (c) => {
    const athletes = await athletesOf(database, c.var.caller.organization.id)
    const users = athletes.map((athlete) => ({
      user_uid: athlete.uid,
      display_name: athlete.displayName,
      email: athlete.email,
      phone: athlete.phone,
      created_at: `${athlete.createdAt.replace(' ', 'T')}Z`,
    }))
    return c.json({ users })
  })

  routes.get('/admin-management/admins-list/', async (c) => {
    const admins = await adminsOf(database, c.var.caller.organization.id)
    return c.json(
      admins.map((admin) => ({
        uid: admin.uid,
        email: admin.email,
        display_name: admin.displayName,
        status: admin.status,
      })),
    )
  })

  routes.get('/user-management/organization-status/', (c) => {
    const { admin, organization } = c.var.caller
    return c.json({
      uid: admin.uid,
      role: admin.role,
      payment_type: organization.plan,
      activity: ACTIVITIES,
      companyName: organization.name,
      name: admin.displayName,
      session_number: organization.sessionTotal,
    })
  })

  return routes
}
