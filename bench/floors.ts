import type { BrowserContext } from '@playwright/test'
import { openTab } from './tab.ts'

export type Addresses = { web: string; api: string; auth: string }

/** Times in ms of the same requests by bare `fetch`, on the same line, with nothing drawn. */
export type Floors = {
  file: number
  cold: number
  warm: number
  filter: number
  title: number
  save: number
}

type Call = { url: string; method?: string; body?: string; authorized?: boolean }

/** `files` are those of a cold load; `signedIn` is the browser's state with its Firebase account. */
export async function measureFloors(
  context: BrowserContext,
  { web, api, auth }: Addresses,
  files: readonly string[],
): Promise<Floors> {
  const tab = await openTab(context, 'slow')
  // A page of the same origin, so that its policy and the API's allow the same calls, with no script of its own.
  await tab.page.goto(`${web}/robots.txt`)
  const token = await tab.page.evaluate(readToken)
  const list = (query: string): Call => ({
    url: `${api}/session-management/sessions/filter/?limit=${query}`,
    authorized: true,
  })
  const lookUp: Call = {
    url: `${auth}/identitytoolkit.googleapis.com/v1/accounts:lookup?key=sandbox`,
    method: 'POST',
    body: JSON.stringify({ idToken: token }),
  }
  const byIds: Call = {
    url: `${api}/session-management/sessions/by-ids/`,
    method: 'POST',
    body: '{"session_ids":[]}',
    authorized: true,
  }
  const page: Call = { url: `${web}/` }
  const fileCalls = files.map((url) => ({ url }))
  const time = (...rounds: Call[][]): Promise<number> =>
    tab.page.evaluate(timeRounds, { rounds, token, patience: 60_000 })
  try {
    return {
      file: await time([{ url: `${web}/robots.txt` }]),
      cold: await time([page], fileCalls, [lookUp], [list('51')]),
      warm: await time([page], [lookUp], [list('51')]),
      filter: await time([list('50&activity=Running')]),
      title: await time([list('50&title=run')]),
      save: await time([byIds], [byIds]),
    }
  } finally {
    await tab.page.close()
  }
}

/** The ID token as Firebase keeps it in local storage. */
function readToken(): string {
  const key = Object.keys(localStorage).find((name) => name.startsWith('firebase:authUser:'))
  const account = JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as {
    stsTokenManager?: { accessToken?: string }
  }
  const token = account.stsTokenManager?.accessToken
  if (!token) throw new Error('Nobody is signed in in this browser.')
  return token
}

/** Rounds one after the other, the calls of a round at once; each answer is read to its end. */
async function timeRounds(asked: { rounds: Call[][]; token: string; patience: number }): Promise<number> {
  const start = performance.now()
  for (const round of asked.rounds) {
    await Promise.all(
      round.map(async ({ url, method = 'GET', body, authorized }) => {
        const response = await fetch(url, {
          method,
          cache: 'no-store',
          signal: AbortSignal.timeout(asked.patience),
          headers: {
            ...(authorized ? { Authorization: `Bearer ${asked.token}` } : {}),
            ...(body ? { 'Content-Type': 'application/json' } : {}),
          },
          ...(body ? { body } : {}),
        })
        await response.arrayBuffer()
        if (!response.ok) throw new Error(`${url} answered ${response.status}`)
      }),
    )
  }
  return performance.now() - start
}
