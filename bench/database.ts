import { performance } from 'node:perf_hooks'
import { ADMIN_ACCOUNT } from '../sandbox/accounts.ts'
import type { SandboxSettings } from '../sandbox/settings.ts'

/** One question, and its times in ms through HTTP on this machine. */
export type QueryTimes = {
  name: string
  kind: 'page' | 'filter' | 'title' | 'floor'
  p50: number
  p95: number
}

type Question = { name: string; kind: QueryTimes['kind']; path: string }
type ListAnswer = {
  query_count: number
  last_doc_id: string
  sessions: Record<string, { user_id: string; uploaded_by: string }>
}

const LIST = '/session-management/sessions/filter/'
/** What the console asks for: two screens of 25, and one to know whether there are more. */
const LIMIT = 51
const WARM_UP = 5
const REQUESTS = 40
const DEPTHS = [0.25, 0.5, 0.75, 0.99]
const FIRST_DAY = Date.UTC(2015, 0, 1)
const LAST_DAY = Date.UTC(2026, 10, 15)
const DAY_MS = 24 * 3600_000

/**
 * Asks the APIs of several sandboxes in turn, one request after the other, so that other work on the machine slows
 * all of them alike. The answer has the times of each sandbox, for the same questions.
 */
export async function measureDatabase(sandboxes: readonly SandboxSettings[]): Promise<QueryTimes[][]> {
  const asked = await Promise.all(
    sandboxes.map(async (settings) => {
      const ask = asker(settings, await signIn(settings))
      return { ask, questions: await questions(ask) }
    }),
  )
  const times = asked.map((): QueryTimes[] => [])
  for (const index of asked[0]?.questions.keys() ?? []) {
    const taken = asked.map((): number[] => [])
    for (let turn = 0; turn < WARM_UP + REQUESTS; turn++) {
      for (const [sandbox, { ask, questions }] of asked.entries()) {
        const start = performance.now()
        await (await ask(questions[index]?.path ?? '')).arrayBuffer()
        if (turn >= WARM_UP) taken[sandbox]?.push(performance.now() - start)
      }
    }
    for (const [sandbox, { questions }] of asked.entries()) {
      const { name = '', kind = 'page' } = questions[index] ?? {}
      const sorted = (taken[sandbox] ?? []).sort((a, b) => a - b)
      const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN
      times[sandbox]?.push({ name, kind, p50: at(0.5), p95: at(0.95) })
    }
  }
  return times
}

type Ask = (path: string) => Promise<Response>

function asker({ apiPort }: SandboxSettings, token: string): Ask {
  return async (path) => {
    const response = await fetch(`http://127.0.0.1:${apiPort}${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    // 404 is how a list says that nothing matches.
    if (!response.ok && response.status !== 404)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response
  }
}

async function questions(ask: Ask): Promise<Question[]> {
  const list = async (query: string): Promise<ListAnswer> =>
    (await (await ask(`${LIST}?${query}`)).json()) as ListAnswer
  const newest = await list('limit=1')
  const [session] = Object.values(newest.sessions)
  if (!session) throw new Error('The sandbox has no sessions.')
  const page = (name: string, query = ''): Question => ({
    name,
    kind: 'page',
    path: `${LIST}?limit=${LIMIT}${query}`,
  })
  const filter = (name: string, query: string): Question => ({ ...page(name, `&${query}`), kind: 'filter' })
  const title = (name: string, text: string): Question => ({
    ...page(`title, ${name}`, `&title=${encodeURIComponent(text)}`),
    kind: 'title',
  })
  const deep: Question[] = []
  for (const depth of DEPTHS) {
    const id = await sessionAtDepth(list, newest.query_count, depth)
    deep.push(page(`page at ${depth * 100} %`, `&start_after_id=${id}`))
  }
  return [
    { name: 'an answer without a list', kind: 'floor', path: '/user-management/organization-status/' },
    page('first page'),
    ...deep,
    filter('activity', 'activity=Running'),
    filter('status', 'status=failed'),
    filter('activity and status', 'activity=Weightlifting&status=queued'),
    filter('athlete', `user_id=${session.user_id}`),
    filter('uploader', `uploaded_by=${session.uploaded_by}`),
    filter('two months', 'start_date=01/03/2026&end_date=30/04/2026'),
    filter(
      'activity, uploader, two months',
      `activity=Running&uploaded_by=${session.uploaded_by}&start_date=01/03/2026&end_date=30/04/2026`,
    ),
    title('many matches', 'run'),
    title('no match', 'zzzz no such title'),
    { ...filter('title and activity', 'title=run&activity=Running'), kind: 'title' },
  ]
}

/** The id of a session about so deep in the list, found by halving the days and asking how many come after. */
async function sessionAtDepth(
  list: (query: string) => Promise<ListAnswer>,
  total: number,
  depth: number,
): Promise<string> {
  let [low, high] = [FIRST_DAY / DAY_MS, LAST_DAY / DAY_MS]
  let last = ''
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    const answer = await list(`limit=1&end_date=${written(middle)}`)
    if (answer.query_count >= (1 - depth) * total) high = middle
    else low = middle
    if (answer.last_doc_id && high === middle) last = answer.last_doc_id
  }
  return last
}

/** `dd/mm/yyyy`, as the API's filter takes a day. */
function written(day: number): string {
  const [year, month, date] = new Date(day * DAY_MS).toISOString().slice(0, 10).split('-')
  return `${date}/${month}/${year}`
}

async function signIn({ authPort }: SandboxSettings): Promise<string> {
  const { email, password } = ADMIN_ACCOUNT
  const path = 'identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=sandbox'
  const response = await fetch(`http://127.0.0.1:${authPort}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  })
  const { idToken } = (await response.json()) as { idToken?: string }
  if (!idToken) throw new Error(`The sign-in emulator gave no token (${response.status}).`)
  return idToken
}
