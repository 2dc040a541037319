import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Download, Page, TestInfo } from '@playwright/test'
import { unzipSync } from 'fflate'
import { openApi } from './support/api.ts'
import type { Api, ApiSession } from './support/api.ts'
import { readCsv } from './support/exports.ts'
import { expectFilm } from './support/film.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const options = (page: Page) => page.getByRole('region', { name: 'Options' })
const paper = (page: Page) => page.getByRole('article', { name: 'Preview' })

const titleOf = ({ title }: ApiSession) => title.replace(/\s+/g, ' ').trim()
const average = (values: unknown) => {
  const numbers = (values as (number | null)[]).filter((value) => value !== null)
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}

/** Takes an item of the page's own menu of what can be taken away. */
async function takeAway(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The page as Chromium prints it: its size in points, how many there are, and their words where poppler is installed. */
async function print(page: Page, info: TestInfo, name: string) {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const raw = pdf.toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(raw) ?? []
  const file = info.outputPath(`${name}.pdf`)
  await writeFile(file, pdf)
  return {
    pages: raw.match(/\/Type \/Page\b/g)?.length ?? 0,
    size: [Math.round(Number(width)), Math.round(Number(height))],
    words: wordsOf(file, info),
  }
}

function wordsOf(file: string, info: TestInfo): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  } catch {
    info.annotations.push({ type: 'not read', description: 'pdftotext (poppler-utils) is not installed' })
    return null
  }
}

test.use({ colorScheme: 'dark' })

test('what is taken away of a run: a pack of its figures, and a report, chosen, printed on either paper, and of two sessions', async ({
  page,
  organization,
}, info) => {
  const api = await openApi(organization.admin)
  const [run, other] = (await api.matches({ activity: 'Running', status: 'completed' })).filter(
    ({ metrics }) => Array.isArray(metrics?.['speed']),
  )
  if (!run || !other) throw new Error('two measured runs are needed')
  const speed = average(run.metrics?.['speed'])
  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${run.id}?t=1`)
  await expectFilm(page)

  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Left foot strike' }).click()
  await page.keyboard.press('w')
  await page.keyboard.type('=late, by far')
  await page.keyboard.press('ControlOrMeta+Enter')
  const [still] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save still' }).click(),
  ])
  await expect(page.getByText(/Compared with|earlier Running sessions? with metrics/)).toBeVisible()

  await test.step('a pack holds figures, notes and pictures as they are, made without a request', () =>
    expectPack(page, api, run, still))

  await test.step('it shows facts and numbers, and what somebody took and wrote', async () => {
    await takeAway(page, 'Report')
    await expect(paper(page).getByRole('heading', { level: 2 })).toHaveText(titleOf(run))
    await expect(paper(page).getByText(run.user_name)).toBeVisible()
    await expect(paper(page).getByRole('row', { name: /^Speed / })).toContainText(speed.toFixed(2))
    await expect(paper(page).getByRole('region', { name: 'Stills' }).getByRole('img')).toBeVisible()
    await expect(paper(page).getByRole('row', { name: /1\.000 Event Left foot strike/ })).toBeVisible()
    await expect(paper(page).getByText(/Compared with|earlier Running sessions? with metrics/)).toBeVisible()
    await expectNoAxeViolations(page)
  })

  await test.step('the print dialog is opened when all of it is there', async () => {
    const printed = page.evaluate(
      () => new Promise<void>((resolve) => addEventListener('beforeprint', () => resolve(), { once: true })),
    )
    await options(page).getByRole('button', { name: 'Print' }).click()
    await printed
  })

  await test.step('on A4, light from the dark theme, with every page numbered', async () => {
    const { pages, size, words } = await print(page, info, 'a4')
    expect(size).toEqual([595, 842])
    expect(pages).toBeGreaterThan(1)
    if (words === null) return
    for (const part of ['Metrics', 'Over time', 'Stills', 'Notes and events', titleOf(run), run.user_name])
      expect(words).toContain(part)
    expect(words).toContain(`Page ${pages} of ${pages}`)
    expect(words).toContain(`Speed ${speed.toFixed(2)} m/s`)
    for (const never of ['Options', 'Print', 'Back to the session', 'https://'])
      expect(words).not.toContain(never)
  })

  await test.step('on Letter, without what was left out, in other units', async () => {
    await options(page).getByRole('radio', { name: 'Letter' }).check()
    await options(page).getByRole('checkbox', { name: 'Over time' }).uncheck()
    await options(page)
      .getByRole('checkbox', { name: /^Picture|1\.000 s/ })
      .uncheck()
    await options(page).getByRole('combobox', { name: 'Units' }).selectOption('Imperial')
    const { size, words } = await print(page, info, 'letter')
    expect(size).toEqual([612, 792])
    for (const part of ['Over time', 'Stills']) expect(words ?? '').not.toContain(part)
    await expect(paper(page).getByRole('row', { name: /^Speed / })).toContainText('mph')
    await expect(paper(page).getByRole('region', { name: 'Over time' })).toHaveCount(0)
  })

  await test.step('of two sessions it says how they are laid over each other, and their difference', async () => {
    await page.goto(
      `/aikynetix/sessions/${run.id}/compare/aikynetix/${other.id}/report?e1=0.5&e2=1&o1=0.5&o2=1.25`,
    )
    const shown = paper(page).getByRole('heading', { level: 2 })
    await expect(shown).toHaveText([`1${titleOf(run)}`, `2${titleOf(other)}`])
    await expect(paper(page).getByText(/1\.5×/)).toBeVisible()
    await options(page).getByRole('combobox', { name: 'Units' }).selectOption('Metric')
    await options(page).getByRole('checkbox', { name: 'Over time' }).check()
    await expect(paper(page).getByRole('img', { name: 'Knee, left (°)' })).toBeVisible()
    const difference = (average(other.metrics?.['speed']) - speed).toFixed(2).replace('-', '−')
    await expect(paper(page).getByRole('row', { name: /^Speed / })).toContainText(difference)
    const { words } = await print(page, info, 'comparison')
    for (const part of ['Comparison of two sessions', titleOf(other), 'Difference', 'Knee, left'])
      expect(words ?? part).toContain(part)
  })
})

/** Makes the pack of a run on its page, and compares every file with the API and with what was saved before. */
async function expectPack(page: Page, api: Api, run: ApiSession, still: Download): Promise<void> {
  await takeAway(page, 'Review pack')
  const dialog = page.getByRole('dialog', { name: 'Review pack' })
  await expect(dialog.getByText('1, as WebVTT and JSON')).toBeVisible()
  await expectNoAxeViolations(page, '[role="dialog"]')
  const requests: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request.url())
  })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save ZIP' }).click(),
  ])
  await expect(dialog).toBeHidden()
  expect(requests, 'what was asked while the file was made').toEqual([])
  expect(download.suggestedFilename()).toMatch(/, review pack\.zip$/)

  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  const text = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[path])
  const [stillPath = ''] = Object.keys(files).filter((path) => path.startsWith('stills/'))
  expect(Object.keys(files).sort()).toEqual(
    ['README.txt', 'events.csv', 'figures.csv', 'notes.json', 'notes.vtt', 'series.csv', stillPath].sort(),
  )
  expect(Buffer.from(files[stillPath] ?? []).equals(await readFile(await still.path()))).toBe(true)
  expect(text('notes.vtt')).toContain('00:00:01.000 --> 00:00:02.000\n=late, by far')
  expect(text('README.txt')).toContain(`Athlete: ${run.user_name}`)

  const [header = [], ...rows] = readCsv(text('figures.csv'))
  const byName = new Map(rows.map((row) => [row[header.indexOf('name_in_api')], row]))
  expect([...byName.keys()].sort()).toEqual(Object.keys(run.metrics ?? {}).sort())
  const speeds = run.metrics?.['speed'] as number[]
  const row = byName.get('speed') ?? []
  expect(Number(row[header.indexOf('value')])).toBeCloseTo(average(speeds), 9)
  expect(speeds.map((_, index) => Number(row[header.indexOf(`segment_${index + 1}`)]))).toEqual(speeds)

  const series = await api.series(run.id)
  const [names = [], ...frames] = readCsv(text('series.csv'))
  expect(frames.map(([time]) => Number(time))).toEqual(series.all_timestamps)
  for (const [name, values] of Object.entries(series.angles))
    expect(frames.map((frame) => Number(frame[names.indexOf(`${name} (°)`)]))).toEqual(values)
}
