import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn, readRows } from './support/pages.ts'
import { expect, test } from './support/test.ts'
import {
  connectValor,
  createValorAccount,
  deleteValorAccount,
  expireValorAccount,
  openValorApi,
  setValorFaults,
  type ValorAccount,
} from './support/valor.ts'

const athletes = (page: Page) => page.getByRole('table', { name: 'Athletes' })
const sessions = (page: Page) => page.getByRole('table', { name: 'Sessions', exact: true })

/** A side's cell has its letter, which is for the eye, its angle and its score. */
const asOneLine = ({ Measure = '', Left = '', Right = '', Gap = '' }: Record<string, string>) => {
  const plain = (cell: string) => cell.replace(/^[LR]\s*/, '').replace(/\s+/g, ' ')
  return { Measure, Left: plain(Left), Right: plain(Right), Gap }
}

test('an athlete is found from the navigation, and opened', async ({ page, organization }) => {
  const all = await (await openApi(organization.admin)).matches()
  const [one] = all
  if (!one) throw new Error('No session')
  const own = all.filter(({ user_id }) => user_id === one.user_id)

  await openSignedIn(page, organization.admin)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Athletes' }).click()
  await expect(page.getByText(`All ${all.length} sessions counted.`)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Name' }).fill(one.user_name.toLocaleUpperCase())
  await expect(athletes(page).getByRole('row')).toHaveCount(2)
  const [row] = await readRows(athletes(page))
  expect(row).toMatchObject({ Sessions: String(own.length) })
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: one.user_name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: one.user_name })).toBeVisible()
  const titles = (await readRows(sessions(page))).map(({ Title }) => Title)
  expect(titles).toEqual(own.map(({ title }) => title))
  await expectNoAxeViolations(page)
})

test.describe('with the second source', () => {
  test.use({ expectedConsoleErrors: /503|401|400/ })
  let account: ValorAccount
  test.afterEach(() => deleteValorAccount(account))

  test('two athletes are made one by hand and share a timeline; a source that fails hides nothing', async ({
    page,
    organization,
  }) => {
    account = await createValorAccount({ recordings: 120 })
    const valor = await openValorApi(account)
    const named = new Map(
      (await valor.athletes()).map(({ ValorID, FirstName, LastName }) => [
        `${FirstName} ${LastName}`,
        ValorID,
      ]),
    )
    const all = await (await openApi(organization.admin)).matches()
    const both = all.find(({ user_name }) => named.has(user_name))
    if (!both) throw new Error('Nobody is in both sources')
    const own = all.filter(({ user_id }) => user_id === both.user_id).length
    const others = (await valor.recordings(named.get(both.user_name))).length
    const total = new RegExp(`^${own + others} sessions from`)

    await openSignedIn(page, organization.admin, '/athletes')
    await page.getByRole('button', { name: 'Connect Valor' }).click()
    await connectValor(page, account)
    await expect(athletes(page).getByRole('link', { name: both.user_name, exact: true })).toHaveCount(2)
    await athletes(page).getByRole('link', { name: both.user_name, exact: true }).first().click()
    await page.getByRole('button', { name: 'It is the same person' }).click()
    await expect(page.getByRole('img', { name: total })).toBeVisible()
    await expect(page.getByText(/^Times of Valor are UTC/)).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'Athletes' }).first().click()
    await expect(athletes(page).getByRole('link', { name: both.user_name, exact: true })).toHaveCount(1)

    await page.getByRole('button', { name: 'Same persons, to and from a file' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /^Export/ }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(JSON.parse(file)).toMatchObject({
      persons: [
        [
          { source: 'aikynetix', id: both.user_id },
          { source: 'valor', id: named.get(both.user_name) },
        ],
      ],
    })

    // The sign-in ends with the page, the link does not; then the source's list has no end.
    await setValorFaults(account, { sessions: 'endless-empty' })
    await page.goto(`/athletes/aikynetix/${both.user_id}`)
    await expect(page.getByText(/^Valor is not connected/)).toBeVisible()
    await expect(page.getByRole('img', { name: new RegExp(`^${own} sessions? from`) })).toBeVisible()
    await page.getByRole('button', { name: 'Connect Valor' }).click()
    await connectValor(page, account)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The sessions of Valor could not be read.')
    await expect(page.getByRole('img', { name: new RegExp(`^${own} sessions? from`) })).toBeVisible()
    await setValorFaults(account, {})
    await alert.getByRole('button', { name: 'Read again' }).click()
    await expect(page.getByRole('img', { name: total })).toBeVisible()
  })

  test('a recording without video plays on a timer, with its report, its assessment and its series', async ({
    page,
    organization,
  }) => {
    account = await createValorAccount({ recordings: 40 })
    const valor = await openValorApi(account)
    const all = await valor.recordings()
    const recording = all.find(
      (one) => one['Assessment ID'] !== 'singleExercise' && /Squat|Jump/.test(one['Session Name']),
    )
    if (!recording) throw new Error('No recording of an assessment')
    const siblings = all.filter((one) => one['Assessment ID'] === recording['Assessment ID'])
    const series = await valor.series(recording.s3Key)
    const report = await valor.report(recording.s3Key)
    const writes: string[] = []
    page.on('request', (request) => {
      const isRead = ['GET', 'OPTIONS', 'HEAD'].includes(request.method())
      if (!isRead && !request.url().endsWith('/valor/auth') && request.url().startsWith(API_URL))
        writes.push(`${request.method()} ${request.url()}`)
    })

    const address = `/valor/sessions/${recording['Session ID']}`
    await openSignedIn(page, organization.admin, address)
    await connectValor(page, account)
    await expect(page.getByRole('heading', { level: 1, name: recording['Session Name'] })).toBeVisible()
    for (const name of ['Edit', 'Delete', 'Analyze video'])
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)

    const time = series['time'] ?? []
    const knee = page.getByRole('group', { name: 'Knee flexion', exact: true })
    const value = (frame: number) => `${(series['left_knee_flexion']?.[frame] ?? NaN).toFixed(1)}°`
    await expect(knee).toContainText(value(0).replace('-', '−'))
    await page.getByRole('slider', { name: 'Seek' }).focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight')
    await expect(page.getByText(/^frame 30/)).toBeVisible()
    await expect(knee).toContainText(value(30).replace('-', '−'))
    await expect(page).toHaveURL(/[?&]t=0\.\d+/)
    // Slowly, so that it still plays when it is paused.
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('0.25×')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect(page.getByText(/frame (4\d|[5-9]\d|\d{3,})/)).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'To the end' }).click()
    await expect(page.getByText(`frame ${time.length - 1}`)).toBeVisible()

    const rows = await readRows(page.getByRole('region', { name: 'Report data' }).getByRole('table').first())
    const said = (side?: { AvgMax: number; Score: number | null }) => {
      if (!side) return '–'
      const score = side.Score === null ? 'not scored' : `score ${side.Score}`
      return `${side.AvgMax.toFixed(1)}° ${score}`
    }
    const paired = Object.entries(report).filter(([, { L, R }]) => L ?? R)
    expect(rows.map(asOneLine)).toEqual(
      paired.map(([name, { L, R }]) => ({
        ...{ Measure: name, Left: said(L), Right: said(R) },
        Gap: L && R ? `${Math.abs(L.AvgMax - R.AvgMax).toFixed(1)}°` : '–',
      })),
    )
    expect(rows.length).toBeGreaterThan(2)
    const together = page.getByRole('region', { name: 'Same assessment' })
    await expect(together.getByRole('listitem')).toHaveCount(siblings.length)
    await expectNoAxeViolations(page)

    await page.getByRole('button', { name: 'Export series' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /^Series as CSV/ }).click()
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(time.length + 1)
    const at = lines[0]?.split(',').indexOf('"left_knee_flexion_vel (°/s)"') ?? -1
    const column = lines.slice(1).map((line) => Number(line.split(',')[at]))
    expect(column).toEqual(series['left_knee_flexion_vel'])

    // The sign-in ends; what was read stays, and what is missing comes with a new one.
    await expireValorAccount(account)
    await together.getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'The connection to Valor has ended' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await connectValor(page, account)
    await expect(knee).toBeVisible()

    for (const write of ['edit', 'delete']) {
      await page.goto(`${address}/${write}`)
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
    }
    expect(writes).toEqual([])
  })
})
