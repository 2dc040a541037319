import { expect, type Page } from '@playwright/test'
import { API_URL } from './organization.ts'

/** An account of the second source, with recordings of its own. */
export type ValorAccount = { id: string; username: string; password: string; clientId: string }

/** What goes wrong with an account's answers; see the sandbox's control routes. */
export type ValorFaults = Partial<
  Record<'sessions' | 'athletes' | 'ikData' | 'reportData' | 'auth', string> & { from: number }
>

/** A recording as that API sends it, as far as stories compare it. */
export type ValorRecording = {
  'Session ID': string
  Date: string
  s3Key: string
  'Athlete ID': string
  'Assessment ID': string
  'Session Name': string
}

const ACCOUNTS = `${API_URL}/sandbox/valor/accounts`

const asJson = (method: string, body: object) => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

/** Makes an account by the sandbox's control routes. */
export async function createValorAccount(
  plan: { recordings?: number; tokenLife?: number; evenPages?: boolean; faults?: ValorFaults } = {},
): Promise<ValorAccount> {
  const response = await fetch(ACCOUNTS, asJson('POST', plan))
  if (!response.ok) throw new Error(`No account was made (${response.status}): ${await response.text()}`)
  const { account, ...made } = (await response.json()) as Omit<ValorAccount, 'id'> & { account: string }
  return { id: account, username: made.username, password: made.password, clientId: made.clientId }
}

/** From now on this goes wrong, and nothing else. */
export async function setValorFaults({ id }: ValorAccount, faults: ValorFaults): Promise<void> {
  const response = await fetch(`${ACCOUNTS}/${id}`, asJson('PUT', { faults }))
  if (!response.ok) throw new Error(`Faults were not set (${response.status}): ${await response.text()}`)
}

/** Ends every sign-in of the account that was given out so far, for good. */
export async function expireValorAccount({ id }: ValorAccount): Promise<void> {
  const response = await fetch(`${ACCOUNTS}/${id}/expire`, asJson('POST', { refresh: true }))
  if (!response.ok) throw new Error(`Nothing has expired (${response.status}): ${await response.text()}`)
}

export async function deleteValorAccount({ id }: ValorAccount): Promise<void> {
  const response = await fetch(`${ACCOUNTS}/${id}`, { method: 'DELETE' })
  if (!response.ok) throw new Error(`The account was not removed (${response.status}).`)
}

/** Fills the panel that asks for the source's sign-in, wherever it is. */
export async function connectValor(page: Page, { username, password }: ValorAccount): Promise<void> {
  const form = page.getByRole('form', { name: /Valor/ })
  await form.getByRole('textbox', { name: 'User name' }).fill(username)
  await form.getByLabel('Password').fill(password)
  await form.getByRole('button', { name: 'Connect' }).click()
  await expect(form).toBeHidden()
}

/** Asks that API beside the browser: what it says is what a page must show. */
export async function openValorApi({ username, password, clientId }: ValorAccount) {
  const signedIn = await fetch(`${API_URL}/valor/auth`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      ...{ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: clientId },
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  })
  const { AuthenticationResult } = (await signedIn.json()) as { AuthenticationResult: { IdToken: string } }
  const get = async (path: string, token = '') => {
    const response = await fetch(`${API_URL}/valor${path}`, {
      headers: {
        Authorization: `Bearer ${AuthenticationResult.IdToken}`,
        'X-Continuation-Token': JSON.stringify(token),
      },
    })
    const answer = (await response.json()) as { body: unknown; 'X-Continuation-Token'?: string | null }
    const body: unknown = typeof answer.body === 'string' ? JSON.parse(answer.body) : answer.body
    return { body, next: answer['X-Continuation-Token'] ?? null }
  }
  return {
    /** Every recording, of one athlete where it is named. */
    recordings: async (athlete = ''): Promise<ValorRecording[]> => {
      const all: ValorRecording[] = []
      for (let token: string | null = ''; token !== null;) {
        const page = await get(`/sessions?limit=100&athleteID=${athlete}`, token)
        all.push(...(page.body as ValorRecording[]))
        token = page.next
      }
      return all
    },
    athletes: async () =>
      (await get('/athletes')).body as { ValorID: string; FirstName: string; LastName: string }[],
    series: async (s3Key: string) =>
      (await get(`/ikData?s3Key=${encodeURIComponent(s3Key)}`)).body as Record<string, number[]>,
    report: async (s3Key: string) =>
      (
        (await get(`/reportData?s3Key=${encodeURIComponent(s3Key)}`)).body as {
          WorkoutMetrics: {
            Ang: Record<string, Record<string, { AvgMax: number; Score: number | null }>>
          }
        }
      ).WorkoutMetrics.Ang,
  }
}
