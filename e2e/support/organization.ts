export type Account = { uid: string; email: string; password: string }

export type Organization = { id: string; admin: Account; coach: Account; sessionIds: string[] }

/** `faults` adds the sessions whose titles begin with `Fault:`; `plan` null is an organisation that has not paid. */
export type OrganizationPlan = {
  sessions: number
  faults: boolean
  plan?: 'Basic' | 'Standard' | 'Pro' | 'Enterprise' | null
}

export const API_URL = process.env['E2E_API_URL'] ?? 'http://localhost:8787'
const ORGANIZATIONS = `${API_URL}/sandbox/organizations`

/** Makes an organisation by the sandbox's control routes, which SANDBOX_CONTROL=1 switches on. */
export async function createOrganization(plan: OrganizationPlan): Promise<Organization> {
  const response = await fetch(ORGANIZATIONS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(plan),
  })
  if (!response.ok) throw new Error(`No organisation was made (${response.status}): ${await response.text()}`)
  const made = (await response.json()) as {
    organization: string
    admin: Account
    coach: Account
    session_ids: string[]
  }
  return { id: made.organization, admin: made.admin, coach: made.coach, sessionIds: made.session_ids }
}

/** From now on the video addresses of this organisation live so many seconds. */
export async function setAddressLife({ id }: Organization, seconds: number): Promise<void> {
  const response = await fetch(`${ORGANIZATIONS}/${id}/address-life`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ seconds }),
  })
  if (!response.ok) throw new Error(`Addresses keep their life (${response.status}).`)
}

export async function deleteOrganization({ id }: Organization): Promise<void> {
  const response = await fetch(`${ORGANIZATIONS}/${id}`, { method: 'DELETE' })
  if (!response.ok) throw new Error(`Organisation ${id} was not removed (${response.status}).`)
}
