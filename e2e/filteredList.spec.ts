import { apiDay, dayOf, matchesOf, minuteOf, openApi } from './support/api.ts'
import type { ApiSession } from './support/api.ts'
import { sessionsTable } from './support/faults.ts'
import { openSignedIn } from './support/pages.ts'
import {
  chips,
  choose,
  day,
  expectIds,
  field,
  ids,
  listRequests,
  listRows,
  listStatus,
  nextPage,
  previousPage,
  titleField,
  walkToEnd,
} from './support/sessionList.ts'
import type { ListRow } from './support/sessionList.ts'
import { expect, test } from './support/test.ts'

// No match is 404 in this API's words, one of several statuses without a session too.
test.use({
  organizationPlan: { sessions: 160, faults: false },
  expectedConsoleErrors: /404 .*sessions\/filter/,
})

test('several filters together are walked to the end and back, each match met once', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const oldest = dayOf((await api.matches())[150] as ApiSession)
  const expected = await matchesOf(api, ['completed', 'failed'], {
    activity: 'Running',
    uploaded_by: organization.admin.uid,
    start_date: apiDay(oldest),
  })
  expect(expected.length).toBeGreaterThan(10)

  await openSignedIn(page, organization.admin, '/aikynetix/sessions?size=10')
  await field(page, 'Activity').selectOption('Running')
  await choose(page, 'Uploaded by', '', 'Test Admin (you)')
  await choose(page, 'Status', 'comp', 'Completed')
  await choose(page, 'Status', 'fail', 'Failed')
  await day(page, 'From').fill(oldest)
  const met = await walkToEnd(page, 10, expected.length)
  expect(ids(met)).toEqual(ids(expected))
  for (const { cells } of met) {
    expect(cells['Activity']).toBe('Running')
    expect(cells['Status']).toMatch(/^(Completed|Failed)$/)
  }
  for (let end = Math.ceil(met.length / 10) * 10 - 10; end > 0; end -= 10) {
    await previousPage(page).click()
    await expectIds(page, ids(met).slice(end - 10, end))
  }
  await expect(previousPage(page)).toBeDisabled()
})

test('an address with every filter opens cold with its fields, chips and rows', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const all = await api.matches()
  const one = all.slice(20).find(({ activity }) => activity === 'Running') as ApiSession
  await api.setStatus(one.id, 'queued')
  const word = one.title.slice(0, 5).trim()
  const expected = await matchesOf(api, ['failed', 'queued'], {
    title: word,
    activity: 'Running',
    user_id: one.user_id,
    uploaded_by: one.uploaded_by,
    start_date: one.created_at.date,
    end_date: one.created_at.date,
  })
  expect(ids(expected)).toContain(one.id)

  const search = new URLSearchParams({
    title: word,
    activity: 'Running',
    athlete: one.user_id,
    uploader: one.uploaded_by,
    status: 'failed,queued',
    from: dayOf(one),
    to: dayOf(one),
    size: '10',
  })
  await openSignedIn(page, organization.admin, `/aikynetix/sessions?${search}`)
  await expectIds(page, ids(expected))
  await expect(listStatus(page, `${expected.length} of ${expected.length} loaded`)).toBeVisible()
  const uploader = one.uploaded_by === organization.admin.uid ? 'Test Admin (you)' : 'Test Coach'
  await expect(titleField(page)).toHaveValue(word)
  await expect(field(page, 'Activity')).toHaveValue('Running')
  await expect(field(page, 'Athlete')).toHaveValue(one.user_name)
  await expect(field(page, 'Uploaded by')).toHaveValue(uploader)
  await expect(field(page, 'Status')).toHaveValue('Failed, Queued')
  await expect(day(page, 'From')).toHaveValue(dayOf(one))
  await expect(day(page, 'To')).toHaveValue(dayOf(one))
  await expect(field(page, 'Rows per page')).toHaveValue('10')
  await expect(chips(page)).toHaveText([
    `Title: ${word}`,
    'Activity: Running',
    `Athlete: ${one.user_name}`,
    `Uploaded by: ${uploader}`,
    'Status: Failed, Queued',
    /^From: \d+ [A-Z]\w\w \d{4}$/,
    /^To: \d+ [A-Z]\w\w \d{4}$/,
  ])

  // Nobody knows this athlete, and the rest is nonsense.
  await page.goto(
    '/aikynetix/sessions?athlete=nobody-here-at-all&activity=Swimming&status=walking&from=2026-02-30&to=x&size=7',
  )
  await expect(page.getByRole('heading', { name: 'No session matches' })).toBeVisible()
  await expect(page.getByText('Filtered by Athlete “nobody-here-at-all”.')).toBeVisible()
  await expect(field(page, 'Athlete')).toHaveValue('nobody-here-at-all')
  await expect(chips(page)).toHaveText(['Athlete: nobody-here-at-all'])
  await chips(page).click()
  await expect(page.getByText('Rows 1–25 of 160')).toBeVisible()
  await expect(page).toHaveURL('/aikynetix/sessions')
})

test('Back and Forward restore filters, rows, page and scroll without a request', async ({
  page,
  context,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const from = dayOf((await api.matches())[120] as ApiSession)
  const matches = ids(await api.matches({ start_date: apiDay(from) }))
  const screen = (row: number) => matches.slice(row, row + 25)
  const [first, second, third] = [screen(0), screen(25), screen(50)] as const
  await openSignedIn(page, organization.admin, `/aikynetix/sessions?from=${from}`)
  await expectIds(page, first)
  await nextPage(page).click()
  await expectIds(page, second)
  await nextPage(page).click()
  await expectIds(page, third)

  await field(page, 'Activity').selectOption('Weightlifting')
  const lifts = ids(await api.matches({ start_date: apiDay(from), activity: 'Weightlifting' }))
  await expectIds(page, lifts.slice(0, 25))

  const asked = listRequests(page)
  await page.goBack()
  await expectIds(page, third)
  await expect(listStatus(page, `75 of ${matches.length} loaded`)).toBeVisible()
  await expect(field(page, 'Activity')).toHaveValue('')
  await page.evaluate(() => {
    scrollTo(0, 280)
  })
  const scrolled = await page.evaluate(() => scrollY)
  expect(scrolled).toBeGreaterThan(100)
  await sessionsTable(page).getByRole('link').nth(12).click()
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  for (const again of [false, true]) {
    if (again) {
      await page.goForward()
      await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
    }
    await page.goBack()
    await expectIds(page, third)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled)
  }
  await page.goBack()
  await expectIds(page, second)
  await page.goForward()
  await expectIds(page, third)
  expect(asked).toEqual([])

  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await expectIds(colleague, first)
  await expect(chips(colleague)).toHaveCount(1)
  await expect(previousPage(colleague)).toBeDisabled()
})

test('rows added, edited and deleted during a walk are neither doubled nor lost', async ({
  page,
  organization,
}) => {
  const api = await openApi(organization.admin)
  const from = dayOf((await api.matches())[140] as ApiSession)
  const before = await api.matches({ start_date: apiDay(from) })
  const outside = (await api.matches()).slice(before.length)
  const at = (index: number) => before[index] as ApiSession
  await openSignedIn(page, organization.admin, `/aikynetix/sessions?from=${from}&size=10`)
  await expectIds(page, ids(before).slice(0, 10))

  // One that is still being processed would be watched, and leave the screen by itself.
  const seenThenGone = before.slice(0, 10).find(({ status }) => status === 'completed') as ApiSession
  const goneAhead = at(40)
  const movedOn = at(5)
  const movedBack = at(50)
  const added = outside[0] as ApiSession
  const renamed = at(70)
  await api.remove(seenThenGone.id)
  await api.remove(goneAhead.id)
  await api.update(movedOn.id, { created_at: `${minuteOf(at(60))}:00` })
  await api.update(movedBack.id, { created_at: '2026-11-15 23:00:00' })
  await api.update(added.id, { created_at: `${minuteOf(at(80))}:00` })
  await api.update(renamed.id, { title: 'Renamed during the walk' })

  const met: ListRow[] = []
  for (;;) {
    const rows = await listRows(page)
    met.push(...rows)
    if ((await nextPage(page).getAttribute('aria-disabled')) === 'true') break
    await nextPage(page).click()
    await expect.poll(async () => (await listRows(page))[0]?.id).not.toBe(rows[0]?.id)
    await expect(listStatus(page, /of \d+ loaded/)).toBeVisible()
  }
  const gone = [goneAhead.id, movedBack.id]
  expect(ids(met)).toHaveLength(new Set(ids(met)).size)
  expect(new Set(ids(met))).toEqual(new Set([...ids(before).filter((id) => !gone.includes(id)), added.id]))
  expect(met.find(({ id }) => id === renamed.id)?.cells['Title']).toBe('Renamed during the walk')
})
