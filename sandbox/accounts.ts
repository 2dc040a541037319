import type { Auth, UserRecord } from 'firebase-admin/auth'

/** The role claim of an account; an athlete signs in and has no access to the console. */
export type AccountRole = 'admin' | 'sub_admin' | 'athlete'

export type SampleAccount = {
  /** 28 characters, as Firebase makes them. */
  uid: string
  email: string
  password: string
  displayName: string
  role: AccountRole
  organization: string
}

export type SampleOrganization = {
  id: string
  name: string
  plan: 'Basic' | 'Standard' | 'Pro' | 'Enterprise' | null
}

export const SAMPLE_PASSWORD = 'motion-console'

export const PAID_ORGANIZATION: SampleOrganization = {
  id: 'nordlys-movement-lab',
  name: 'Nordlys Movement Lab',
  plan: 'Pro',
}

export const UNPAID_ORGANIZATION: SampleOrganization = {
  id: 'atelier-du-geste',
  name: 'Atelier du Geste',
  plan: null,
}

export const ADMIN_ACCOUNT: SampleAccount = {
  uid: 'uXk4TqZrWm2aVb7NcEd1Jh8LpSy3',
  email: 'admin@example.com',
  password: SAMPLE_PASSWORD,
  displayName: 'Ingrid Haugen',
  role: 'admin',
  organization: PAID_ORGANIZATION.id,
}

export const COACH_ACCOUNT: SampleAccount = {
  uid: 'bR9wPd5LsGf0YtKm3XvQ2nHj6Ca8',
  email: 'coach@example.com',
  password: SAMPLE_PASSWORD,
  displayName: 'Marc Lefèvre',
  role: 'sub_admin',
  organization: PAID_ORGANIZATION.id,
}

export const UNPAID_ACCOUNT: SampleAccount = {
  uid: 'hZ1cVn8QkTe6WjRu4SgB0yMx7Fd5',
  email: 'unpaid@example.com',
  password: SAMPLE_PASSWORD,
  displayName: 'Camille Roux',
  role: 'admin',
  organization: UNPAID_ORGANIZATION.id,
}

export const ATHLETE_ACCOUNT: SampleAccount = {
  uid: 'eJ7mYs3HpLx9DqAo5KtN1wGv2Zr6',
  email: 'athlete@example.com',
  password: SAMPLE_PASSWORD,
  displayName: 'Astrid Sørli',
  role: 'athlete',
  organization: PAID_ORGANIZATION.id,
}

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  ADMIN_ACCOUNT,
  COACH_ACCOUNT,
  UNPAID_ACCOUNT,
  ATHLETE_ACCOUNT,
]

/**
 * Makes sure that the accounts exist with their claims `role` and `organization`. What a person changed
 * since (password, name, e-mail, disabled) stays. Rejects when the Auth service cannot be reached or
 * another account holds one of the addresses.
 */
export async function ensureAccounts(auth: Auth, accounts: readonly SampleAccount[]): Promise<void> {
  for (const account of accounts) {
    const user = (await findUser(auth, account.uid)) ?? (await createUser(auth, account))
    const claims = { role: account.role, organization: account.organization }
    const same =
      user.customClaims?.['role'] === claims.role && user.customClaims['organization'] === claims.organization
    if (!same) await auth.setCustomUserClaims(account.uid, claims)
  }
}

async function findUser(auth: Auth, uid: string): Promise<UserRecord | null> {
  const { users } = await auth.getUsers([{ uid }])
  return users[0] ?? null
}

function createUser(auth: Auth, account: SampleAccount): Promise<UserRecord> {
  const { uid, email, password, displayName } = account
  return auth.createUser({ uid, email, password, displayName, emailVerified: true })
}
