import type { Page } from '@playwright/test'
import { answer, BY_IDS, CORS, FILTER } from './support/faults.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, readRows, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({
  organizationPlan: { sessions: 3, faults: false },
  expectedConsoleErrors: /Failed to load resource/,
})

const SERIES = new RegExp(`${API_URL}/(running|jumping|weightlifting|mobility-assessment)/sessions/`)
const RLO = '\u202e'

type Records = Record<string, unknown>

const sound = {
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
async function serve(page: Page, records: Records) {
  const body = JSON.stringify({
    query_count: Object.keys(records).length,
    sessions: records,
    first_doc_id: null,
    last_doc_id: null,
  })
  await serveText(page, body)
}

async function serveText(page: Page, body: string) {
  for (const address of [FILTER, BY_IDS]) {
    await page.route(address, (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body, headers: CORS }),
    )
  }
  await page.route(SERIES, (route) => answer(route, { all_timestamps: [], angles: {} }))
}

const table = (page: Page) => page.getByRole('table', { name: 'Sessions' })

/** Opens each row's page and comes back; every page must stand. */
async function openEach(page: Page, count: number) {
  const links = table(page).getByRole('link')
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
  await signIn(page, organization.admin)
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

test('an address of a video is followed only where it may lead', async ({ page, organization }) => {
  const addresses = [
    'javascript:alert(1)',
    'data:video/mp4;base64,AAAA',
    'http://evil.example/a.mp4',
    `blob:${API_URL}/0b9ad6a3-8d3c-4fbb-9b1a-2ff3c1a7c4aa`,
    '//evil.example/a.mp4',
    'file:///etc/passwd',
    ' ',
    '/relative.mp4',
  ]
  await serve(
    page,
    Object.fromEntries(
      addresses.map((address, index) => [
        `video${index}`,
        { ...sound, title: `Video ${index}`, video_url: address, analyzed_video_url: address },
      ]),
    ),
  )
  await signIn(page, organization.admin)
  const links = table(page).getByRole('link')
  await expect(links).toHaveCount(addresses.length)
  for (let index = 0; index < addresses.length; index++) {
    await links.nth(index).click()
    await expect(page.getByRole('button', { name: 'Analyze video' })).toBeVisible()
    await expect(page.locator('video')).toHaveCount(0)
    await page.goBack()
  }
})

test('marks that turn text around reach no further than their own field', async ({ page, organization }) => {
  const id = organization.sessionIds[0] ?? ''
  await signIn(page, organization.admin)
  await expect(table(page).getByRole('link').first()).toBeVisible()
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
  await expect(table(page).getByRole('link').first()).toBeVisible()
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
  await signIn(page, organization.admin)
  await expect(table(page).getByRole('link')).toHaveCount(1)
  expect(await table(page).evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(200)
  await openEach(page, 1)
})

test('ten thousand metrics and five thousand segments are shown', async ({ page, organization }) => {
  const values = Array.from({ length: 5_000 }, (_, index) => index / 7)
  const metrics = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`metric_${index}`, index]))
  await serve(page, { many: { ...sound, segments: 5_000, metrics: { ...metrics, speed: values } } })
  await signIn(page, organization.admin)
  await table(page).getByRole('link').click()
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
  await signIn(page, organization.admin)
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
  await signIn(page, organization.admin)
  await openEach(page, 1)
  await table(page).getByRole('link').click()
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
  await signIn(page, organization.admin)
  await expect(table(page).getByRole('link')).toHaveCount(5)
  const rows = await readRows(table(page))
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
  await signIn(page, organization.admin)
  await expect(table(page).getByRole('link')).toHaveCount(1)
  await expect(page.getByText('1 record without an id was left out.')).toBeVisible()
})

test('ids of any characters name their session in an address, warm and cold', async ({
  page,
  organization,
}) => {
  const ids = [
    'a/b',
    '100%',
    'ü 漢',
    'a b?c#d',
    '../up',
    'edit',
    '\'"<>',
    'a\\b',
    'a+b&c=d',
    'a:b',
    '__proto__',
  ]
  const asked: string[] = []
  await serveText(
    page,
    `{"query_count":${ids.length},"sessions":{${ids
      .map((id, index) => `${JSON.stringify(id)}:${JSON.stringify({ ...sound, title: `Id ${index}` })}`)
      .join(',')}},"last_doc_id":null}`,
  )
  page.on('request', (request) => {
    if (request.url() === BY_IDS && request.method() === 'POST') asked.push(request.postData() ?? '')
  })
  await signIn(page, organization.admin)
  await expect(table(page).getByRole('link')).toHaveCount(ids.length)
  for (const [index, id] of ids.entries()) {
    await page.getByRole('link', { name: `Id ${index}`, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: `Id ${index}`, exact: true })).toBeVisible()
    if (index % 3 === 0) {
      asked.length = 0
      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name: `Id ${index}`, exact: true })).toBeVisible()
      expect(asked, id).toContain(JSON.stringify({ session_ids: [id] }))
      await page.getByRole('link', { name: 'Sessions', exact: true }).first().click()
    } else await page.goBack()
    await expect(table(page).getByRole('link')).toHaveCount(ids.length)
  }
})

test('no address after sign-in leads to another site', async ({ page, organization }) => {
  await signIn(page, organization.admin)
  const origin = new URL(page.url()).origin
  for (const to of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/..//evil.example/a',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%2F%2Fevil.example',
    '/%2F/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'https:evil.example',
    '/ /evil.example',
    '/./\t/evil.example',
  ]) {
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
    expect(new URL(page.url()).origin, to).toBe(origin)
  }
})
