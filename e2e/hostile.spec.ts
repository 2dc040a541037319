import type { Page } from '@playwright/test'
import { answer, sessionsTable } from './support/faults.ts'
import { serve, serveText, sound, type Records } from './support/hostileRecords.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn, readRows } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({
  organizationPlan: { sessions: 3, faults: false },
  expectedConsoleErrors: /Failed to load resource/,
})

const RLO = '\u202e'

/** Opens each row's page and comes back; every page must stand. */
async function openEach(page: Page, count: number) {
  const links = sessionsTable(page).getByRole('link')
  await expect(links).toHaveCount(count)
  for (let index = 0; index < count; index++) {
    await links.nth(index).click()
    await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
    await expect(page.getByText('Something broke')).toHaveCount(0)
    await page.goBack()
    await expect(links).toHaveCount(count)
  }
}

test('markup, scripts and odd names are shown as the text they are', async ({ page, organization }) => {
  const markup = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
  const names = JSON.parse(
    '{"__proto__":1,"constructor":2,"toString":[1,null],"hasOwnProperty":{"a":1}}',
  ) as Records
  await serve(page, {
    markup: {
      ...sound,
      title: markup,
      user_name: markup,
      activity: markup,
      exercise: markup,
      status: markup,
      metrics: { ...names, [markup]: markup },
      report_comments: {
        [markup]: markup,
        text_summary: { en: markup, __proto__: 'x', constructor: markup },
      },
      [markup]: markup,
      javascript: 'javascript:window.hit=1',
    },
    prototype: JSON.parse(
      JSON.stringify({ ...sound, title: 'Prototype' }).replace(
        '"metrics":{}',
        '"metrics":{"__proto__":{"x":1},"constructor":3},"__proto__":{"polluted":true}',
      ),
    ) as unknown,
  })
  await openSignedIn(page, organization.admin)
  await expect(page.getByRole('link', { name: markup })).toBeVisible()
  await openEach(page, 2)
  await page.getByRole('link', { name: markup }).click()
  const metrics = page.getByRole('region', { name: 'Metrics' })
  for (const name of ['Proto', 'Constructor', 'ToString', 'HasOwnProperty']) {
    await expect(metrics.getByRole('rowheader', { name, exact: false })).toBeVisible()
  }
  await page.getByText(/^Other fields/).click()
  await expectNoAxeViolations(page)
  expect(
    await page.evaluate(() => [
      (window as unknown as { hit?: number }).hit,
      ({} as { polluted?: boolean }).polluted,
      document.querySelectorAll('img, #root script').length,
    ]),
  ).toEqual([undefined, undefined, 0])
})

test('marks that turn text around reach no further than their own field', async ({ page, organization }) => {
  const id = organization.sessionIds[0] ?? ''
  await openSignedIn(page, organization.admin)
  await expect(sessionsTable(page).getByRole('link').first()).toBeVisible()
  await serve(page, {
    [id]: {
      ...sound,
      title: `${RLO}turned`,
      user_name: `${RLO}name`,
      activity: `${RLO}running`,
      exercise: `${RLO}exercise`,
      metrics: { [`${RLO}metric`]: 1 },
    },
  })
  await page.goto(`/aikynetix/sessions/${id}`)
  await expect(page.getByRole('region', { name: 'Metrics' })).toBeVisible()
  /** Whether any text with such a mark shares its isolate with text of the console's own. */
  const leaks = () =>
    page.evaluate((mark) => {
      const isolates = (element: Element | null): Element | null =>
        element && !/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)
          ? isolates(element.parentElement)
          : element
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.textContent ?? ''
        if (!text.includes(mark)) continue
        const block = isolates(node.parentElement) ?? document.body
        if (block.textContent !== text) found.push(block.textContent ?? '')
      }
      return found
    }, RLO)
  expect(await leaks()).toEqual([])
  await page.goto('/')
  await expect(sessionsTable(page).getByRole('link').first()).toBeVisible()
  expect(await leaks()).toEqual([])
  expect(await page.title()).not.toContain(RLO)
  // A notice, which quotes the title.
  await page.route(`${API_URL}/session-management/sessions/*`, (route) =>
    route.request().method() === 'DELETE' ? answer(route, { success: 'x' }) : route.fallback(),
  )
  await page.getByRole('button', { name: /^Actions for / }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  expect(await leaks()).toEqual([])
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText(/^Deleted “/)).toBeVisible()
  await expect(page.getByText(/^Deleted “/)).not.toContainText(RLO)
})

test('a megabyte of title takes one line of the list, and its page opens', async ({ page, organization }) => {
  await serve(page, { long: { ...sound, title: 'Long '.repeat(200_000), user_name: 'n'.repeat(100_000) } })
  await openSignedIn(page, organization.admin)
  await expect(sessionsTable(page).getByRole('link')).toHaveCount(1)
  expect(
    await sessionsTable(page).evaluate((element) => element.getBoundingClientRect().height),
  ).toBeLessThan(200)
  await openEach(page, 1)
})

test('ten thousand metrics and five thousand segments are shown', async ({ page, organization }) => {
  const values = Array.from({ length: 5_000 }, (_, index) => index / 7)
  const metrics = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`metric_${index}`, index]))
  await serve(page, { many: { ...sound, segments: 5_000, metrics: { ...metrics, speed: values } } })
  await openSignedIn(page, organization.admin)
  await sessionsTable(page).getByRole('link').click()
  // Roles of so many elements are slow to work out; counting them is not.
  const counted = () =>
    page.evaluate(() => [
      document.querySelectorAll('tbody').length,
      document.querySelectorAll('main ol > li').length,
    ])
  await expect.poll(counted).toEqual([10_001, 5_000])
})

test('any kind of value in any field leaves a row that opens', async ({ page, organization }) => {
  const values = [null, [], [1, 'a', null], 42, -1e308, true, '', {}, { a: { b: [1] } }, ' \u0000\ufffd']
  const records = values.map((value, index) => [
    `odd${index}`,
    {
      ...Object.fromEntries(Object.keys(sound).map((name) => [name, value])),
      exercise: value,
      unknown: value,
    },
  ])
  const whole = [null, [], 'text', 7].map((record, index) => [`whole${index}`, record])
  await serve(page, Object.fromEntries([...records, ...whole]) as Records)
  await openSignedIn(page, organization.admin)
  await openEach(page, records.length + whole.length)
  await expectNoAxeViolations(page)
})

test('unknown kinds, languages and depths are shown, not stumbled over', async ({ page, organization }) => {
  const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`
  const record = {
    ...sound,
    activity: 'Underwater Hockey',
    status: 'pondering',
    metrics: { deep: 'DEEP', huge: 1e300, tiny: 1e-300, mixed: [1, 'a', { b: 2 }] },
    report_comments: {
      text_summary: {
        en: 'English',
        'zh-cmn': 'Chinese',
        'en-a1': 'Odd',
        '': 'None',
        ['x'.repeat(500)]: 'Long',
      },
      text_list: ['no', 'comment'],
    },
    deeper: 'DEEP',
  }
  await serveText(
    page,
    JSON.stringify({ query_count: 1, sessions: { deep: record }, last_doc_id: null }).replaceAll(
      '"DEEP"',
      deep,
    ),
  )
  await openSignedIn(page, organization.admin)
  await openEach(page, 1)
  await sessionsTable(page).getByRole('link').click()
  await expect(page.getByText('Underwater Hockey').first()).toBeVisible()
  const languages = page.getByRole('combobox', { name: 'Language' })
  await languages.selectOption('zh-cmn')
  await expect(page.getByText('Chinese', { exact: true })).toBeVisible()
  await page.getByText(/^Other fields/).click()
})

test('dates are read as written: the 2nd of March, and no 31st of February', async ({
  page,
  organization,
}) => {
  const at = (date: string, time: string) => ({
    ...sound,
    title: `${date} ${time}`,
    created_at: { date, time },
  })
  await serve(page, {
    a: at('02/03/2026', '12:00 AM'),
    b: at('31/02/2026', '04:39 PM'),
    c: at('29/02/2024', '12:30 PM'),
    d: at('2026-03-02', '16:39'),
    e: at('01/13/2026', '13:00 PM'),
  })
  await openSignedIn(page, organization.admin)
  await expect(sessionsTable(page).getByRole('link')).toHaveCount(5)
  const rows = await readRows(sessionsTable(page))
  expect(rows.map((row) => row['Recorded'])).toEqual([
    '2 Mar 2026, 12:00 AM',
    '29 Feb 2024, 12:30 PM',
    'Time unreadable',
    'Time unreadable',
    'Time unreadable',
  ])
})

test('a record without an id is left out and counted', async ({ page, organization }) => {
  await serve(page, { '': sound, whole: sound })
  await openSignedIn(page, organization.admin)
  await expect(sessionsTable(page).getByRole('link')).toHaveCount(1)
  await expect(page.getByText('1 record without an id was left out.')).toBeVisible()
})
