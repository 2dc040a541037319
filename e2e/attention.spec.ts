import type { Page } from '@playwright/test'
import { BY_IDS, FILTER, sessionsTable } from './support/faults.ts'
import type { Organization } from './support/organization.ts'
import { expectNoAxeViolations, expectRow, openSignedIn, readRows } from './support/pages.ts'
import { expect, test } from './support/test.ts'
import { pickView } from './support/views.ts'

const ATTENTION = '/aikynetix/sessions?attention=1'
/** Days after the newest session of the samples, so that whatever waits there is stuck. */
const NOW = '2026-11-21T12:00:00'

/** A reason's words, without the numbers that differ from row to row. */
const REASONS = {
  failed: /^Failed$/,
  stuck: /^(Queued|Processing), recorded \d+ days ago$/,
  noVideo: /^No analyzed video after \d+ days$/,
  noSegments: /^No segments$/,
  noMetrics: /^No metrics$/,
  impossible: /: possible is \S+ to \S+$/,
  uneven: /: left and right differ by \S+ points$/,
}
type Reason = keyof typeof REASONS

/** Made to have numbers that nobody can have, or uneven ones. No ordinary sample has them. */
const IMPOSSIBLE = ['CMJ, held on to the rig once', 'Clean, 82.5 kg (typed without the point)']
const UNEVEN = ['Return to run, week 1, right calf taped', 'Left insole lost in the last block']

type RawSession = {
  title: string | null
  activity: string
  status?: string
  segments: number
  metrics?: object
  analyzed_video_url?: string | null
}

/** What is to be said of a session, told from its record alone. */
function reasonsFor({ title, activity, status, segments, metrics, ...session }: RawSession): Reason[] {
  if (status === 'failed') return ['failed']
  if (status === 'queued' || status === 'processing') return ['stuck']
  if (status !== 'completed') return []
  const lacks =
    (metrics === undefined || Object.keys(metrics).length === 0) && activity !== 'Mobility Assessment'
  return [
    ...(session.analyzed_video_url ? [] : ['noVideo' as const]),
    ...(segments === 0 ? ['noSegments' as const] : []),
    ...(lacks ? ['noMetrics' as const] : []),
    ...(IMPOSSIBLE.includes(title ?? '') ? ['impossible' as const] : []),
    ...(UNEVEN.includes(title ?? '') ? ['uneven' as const] : []),
  ]
}

/** Every session of the organisation, as the API has them for the account that is signing in. */
async function readAll(page: Page, { sessionIds }: Organization): Promise<[string, RawSession][]> {
  const { authorization = '' } = await (await page.waitForRequest(FILTER)).allHeaders()
  const answer = await page.request.post(BY_IDS, {
    headers: { authorization },
    data: { session_ids: sessionIds },
  })
  return Object.entries(((await answer.json()) as { sessions: Record<string, RawSession> }).sessions)
}

const needing = (page: Page) => page.getByText(/ needs? attention · /)

const rowsOf = (page: Page) =>
  sessionsTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') })

type Shown = { id: string; reasons: string[] }

/** The rows on the screen once each has its reasons: whose they are, and why they are there. */
async function readShown(page: Page): Promise<Shown[]> {
  await expect(rowsOf(page).filter({ hasNot: page.getByRole('listitem') })).toHaveCount(0)
  return rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.querySelector('a')?.href.split('/').at(-1) ?? '',
      reasons: [...row.querySelectorAll('li')].map((item) => item.textContent),
    })),
  )
}

test.use({ organizationPlan: { sessions: 480, faults: true } })
test.beforeEach(async ({ page }) => page.clock.setFixedTime(NOW))

test('every session that needs attention is listed with its reasons, and no other', async ({
  page,
  organization,
}) => {
  const reading = readAll(page, organization)
  await openSignedIn(page, organization.admin)
  const all = await reading
  await pickView(page, 'Needs attention')
  await expect(page).toHaveURL(ATTENTION)
  await expect(needing(page)).toHaveText(/ · (250|480) of 480 looked at$/)
  await expect(page.getByRole('columnheader', { name: 'Attention' })).toBeVisible()
  await expect(rowsOf(page).first().getByRole('listitem')).toBeVisible()
  await expectNoAxeViolations(page)

  const next = page.getByRole('button', { name: 'Next page' })
  const further = page.getByRole('button', { name: 'Look further' })
  const shown: Shown[] = []
  const cells: Record<string, string>[] = []
  for (;;) {
    if (await further.isVisible()) {
      await further.click()
      await expect(needing(page)).toHaveText(/ · 480 of 480 looked at$/)
    }
    const rows = await readShown(page)
    shown.push(...rows)
    cells.push(...(await readRows(sessionsTable(page))))
    if (await next.isDisabled()) break
    await next.click()
    await expect.poll(async () => (await readShown(page))[0]?.id).not.toBe(rows[0]?.id)
  }
  await expect(needing(page)).toHaveText(`${shown.length} need attention · 480 of 480 looked at`)

  const kinds = new Map(
    shown.map(({ id, reasons }) => [
      id,
      reasons.map(
        (words) => Object.entries(REASONS).find(([, pattern]) => pattern.test(words))?.[0] ?? words,
      ),
    ]),
  )
  expect(kinds.size, 'each once').toBe(shown.length)
  const expected = all.map(([id, session]) => [id, reasonsFor(session)] as const)
  for (const [id, reasons] of expected) expect(new Set(kinds.get(id)), id).toEqual(new Set(reasons))
  expect([...kinds.values()].flat()).toEqual(expect.arrayContaining(Object.keys(REASONS)))

  const saidOf = (title: string) => cells.find(({ Title }) => Title === title)?.['Attention']
  expect(saidOf('Camera fell over')).toBe('Failed')
  expect(saidOf('Camera pointed at the floor')).toBe('No segments\nNo metrics')
  expect(saidOf('CMJ, held on to the rig once')).toContain(
    'Jump height 2.072 m in segment 3: possible is 0.01 to 1.3',
  )
  expect(saidOf('Clean, 82.5 kg (typed without the point)')).toMatch(/ 825.* kg: possible is /)
  expect(saidOf('Left insole lost in the last block')).toMatch(/ in segment 3: .* by 12\.4 points$/)
})

test('filters narrow it, a session opened from it leads back to its row, and none is said', async ({
  page,
  organization,
}) => {
  const reading = readAll(page, organization)
  await openSignedIn(page, organization.admin, `${ATTENTION}&size=10`)
  const all = (await reading).map(([, session]) => session)
  await expect(needing(page)).toBeVisible()
  const [first] = await readShown(page)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect.poll(() => readShown(page)).not.toContainEqual(first)
  const before = await readShown(page)
  expect(before).toHaveLength(10)
  await sessionsTable(page).getByRole('link').nth(6).click()
  const header = page.locator('header').filter({ has: page.getByRole('heading', { level: 1 }) })
  await expect(header.getByRole('listitem')).toHaveText(before[6]?.reasons ?? [])
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goBack()
  await expect.poll(() => readShown(page)).toEqual(before)
  expect(asked.filter((url) => url.includes('/filter/'))).toEqual([])

  const jumps = all.filter(({ activity }) => activity === 'Vertical Jump')
  const odd = jumps.filter((session) => reasonsFor(session).length > 0)
  await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('100')
  await page.getByRole('combobox', { name: 'Activity' }).selectOption('Vertical Jump')
  await expect(needing(page)).toHaveText(
    `${odd.length} need attention · ${jumps.length} of ${jumps.length} looked at`,
  )
  await expectRow(sessionsTable(page), { Title: 'CMJ, held on to the rig once', Activity: 'Vertical Jump' })
  await expect(sessionsTable(page).getByRole('link')).toHaveCount(odd.length)

  const calm = jumps.find(({ title }) => !odd.some((session) => session.title?.includes(title ?? '')))
  await page.getByRole('searchbox', { name: 'Title' }).fill(calm?.title ?? '')
  await expect(page.getByRole('heading', { name: 'Nothing here needs attention' })).toBeVisible()
  await expect(page.getByText(/^All \d+ sessions were looked at\.$/)).toBeVisible()
  await expect(needing(page)).toHaveText(/^0 need attention · (\d+) of \1 looked at$/)
  await expectNoAxeViolations(page)
})
