import type { Page } from '@playwright/test'
import { answer, BY_IDS, CORS, FILTER } from './faults.ts'
import { API_URL } from './organization.ts'

const SERIES = new RegExp(`${API_URL}/(running|jumping|weightlifting|mobility-assessment)/sessions/`)
export type Records = Record<string, unknown>

/** A record without fault, to be made odd in one place. */
export const sound = {
  created_at: { date: '02/03/2026', time: '04:39 PM' },
  title: 'Sound',
  activity: 'Running',
  user_id: 'u'.repeat(28),
  user_name: 'Somebody',
  segments: 3,
  video_url: null,
  analyzed_video_url: null,
  status: 'completed',
  metrics: {},
  report_comments: {},
}

/** Answers lists and reads by ids with these records, as a server that is broken or hostile might. */
export async function serve(page: Page, records: Records): Promise<void> {
  const body = JSON.stringify({
    query_count: Object.keys(records).length,
    sessions: records,
    first_doc_id: null,
    last_doc_id: null,
  })
  await serveText(page, body)
}

/** The same with a body written by hand, for what JSON of this language cannot hold. */
export async function serveText(page: Page, body: string): Promise<void> {
  for (const address of [FILTER, BY_IDS]) {
    await page.route(address, (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body, headers: CORS }),
    )
  }
  await page.route(SERIES, (route) => answer(route, { all_timestamps: [], angles: {} }))
}
