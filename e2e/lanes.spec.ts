import type { Locator, Page } from '@playwright/test'
import { openApi } from './support/api.ts'
import { expectFilm, frameIn, timeOf } from './support/film.ts'
import type { Organization } from './support/organization.ts'
import { expectNoAxeViolations, signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

/** What the API sends of a jump, as far as lanes show it. */
type Series = {
  all_timestamps: number[]
  angles: Record<string, number[]>
  whole_report_metrics: Record<string, number[]>
  end_frames: number[]
}

const region = (page: Page): Locator => page.getByRole('region', { name: 'Lanes' })
const lane = (page: Page, name: string): Locator => region(page).getByRole('group', { name, exact: true })

/** Opens a jump that has its analyzed video; resolves with the film and what the API sent of it. */
async function openJump(page: Page, organization: Organization) {
  const api = await openApi(organization.admin)
  const jumps = await api.matches({ activity: 'Vertical Jump', status: 'completed' })
  const jump = jumps.find((session) => (session as { analyzed_video_url?: string }).analyzed_video_url)
  if (!jump) throw new Error('No jump with an analyzed video')
  const answered = page.waitForResponse(
    (response) => response.url().includes('/jumping/sessions/') && response.request().method() === 'GET',
  )
  await signIn(page, organization.admin, `/aikynetix/sessions/${jump.id}`)
  const series = (await (await answered).json()) as Series
  const video = await expectFilm(page)
  await expect(lane(page, 'Knee')).toBeVisible()
  return { video, series }
}

/** What a lane says of the picture on the screen, such as `['L knee 142.3°', 'R knee 118.0°']`. */
async function readLane(page: Page, name: string): Promise<string[]> {
  const texts = await lane(page, name).getByRole('paragraph').allTextContents()
  return texts.map((text) => text.trim()).filter((text) => !/owest|^$/.test(text))
}

const written = (value: number | undefined, decimals: number) =>
  (value ?? NaN).toFixed(decimals).replace('-', '−')

/** What the API sent for these lanes at a frame, as the lanes write it. */
function expected({ angles, whole_report_metrics: report }: Series, frame: number): Record<string, string[]> {
  const joint = (key: string, name: string) =>
    ['l', 'r'].map(
      (side) => `${side.toUpperCase()} ${name} ${written(angles[`${side}${key}_angle`]?.[frame], 1)}°`,
    )
  return {
    Knee: joint('kne', 'knee'),
    Hip: joint('hip', 'hip'),
    Ankle: joint('ank', 'ankle'),
    'Hip height': [`Hip height ${written(report['hipy']?.[frame], 3)} m`],
    'Ground reaction force': [`Ground reaction force ${written(report['grf']?.[frame], 0)} N`],
  }
}

test('at ten moments the picture, the lanes and the series of the API agree', async ({
  page,
  organization,
}) => {
  const { video, series } = await openJump(page, organization)
  const names = Object.keys(expected(series, 0))

  /** The number drawn in the picture says which frame it is; every lane must read that one. */
  const expectAgreement = async (): Promise<number> => {
    let frame: number | null = null
    await expect(async () => {
      frame = await frameIn(video)
      expect(frame).not.toBeNull()
      const shown: Record<string, string[]> = {}
      for (const name of names) shown[name] = await readLane(page, name)
      expect(shown).toEqual(expected(series, frame ?? -1))
    }).toPass()
    return frame ?? NaN
  }

  const seen: number[] = []
  const seek = page.getByRole('slider', { name: 'Seek' })
  for (const time of [0, 0.61, 1.02, 1.5, 2.2, 3.333, 4.05, 5.517, 6.9]) {
    await seek.fill(String(time))
    await expect.poll(() => frameIn(video)).toBe(Math.floor(time * 30 + 1e-6))
    seen.push(await expectAgreement())
  }
  await page.getByRole('button', { name: 'Previous frame' }).click()
  await expect.poll(() => frameIn(video)).toBe(206)
  seen.push(await expectAgreement())
  expect(new Set(seen).size).toBe(10)

  // What plays and is stopped is read where it stands.
  await seek.fill('0')
  await page.getByRole('button', { name: 'Play' }).click()
  await expect.poll(() => frameIn(video)).toBeGreaterThan(15)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expectAgreement()
})

test('somebody chooses lanes, looks closer, reads and goes to what is seen', async ({
  page,
  organization,
}) => {
  const { video, series } = await openJump(page, organization)
  const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const jump = (number: number) => region(page).getByRole('button', { name: new RegExp(`^Jump ${number},`) })
  const middleOf = async (number: number) => {
    const { x, width } = await box(jump(number))
    return x + width / 2
  }

  // Lanes are chosen for the activity, and stay so.
  await region(page).getByRole('button', { name: 'Choose lanes' }).click()
  const choice = page.getByRole('dialog', { name: 'Choose lanes' })
  await choice.getByRole('checkbox', { name: 'Hip', exact: true }).uncheck()
  await choice.getByRole('checkbox', { name: 'Elbow' }).check()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(lane(page, 'Elbow')).toBeVisible()
  await expect(lane(page, 'Hip')).toHaveCount(0)
  await region(page).getByRole('button', { name: 'Choose lanes' }).click()
  await choice.getByRole('button', { name: 'As usual' }).click()
  await page.keyboard.press('Escape')
  await expect(lane(page, 'Hip')).toBeVisible()
  await expectFilm(page)

  // A jump begins with the frame after the last one of the jump before.
  const first = (series.end_frames[0] ?? NaN) + 1
  await jump(2).click()
  await expect.poll(() => frameIn(video)).toBe(first)
  await expect(jump(2)).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => readLane(page, 'Knee')).toEqual(expected(series, first)['Knee'])

  // The pointer reads without moving the play head; a click goes there.
  const knee = await box(lane(page, 'Knee'))
  const over = { x: await middleOf(2), y: knee.y + knee.height / 2 }
  await page.mouse.move(over.x, over.y)
  const pointed = lane(page, 'Knee').getByText(/^L [\d.]+° {2}R [\d.]+°$/)
  const reading = await pointed.textContent()
  expect(await frameIn(video)).toBe(first)
  await page.mouse.click(over.x, over.y)
  await expect.poll(() => timeOf(video)).toBeGreaterThan((series.all_timestamps[first] ?? NaN) + 0.5)
  await expect
    .poll(async () => (await readLane(page, 'Knee')).map((text) => text.replace(' knee', '')))
    .toEqual(expect.arrayContaining(reading?.split('  ') ?? ['nothing']))

  // By keyboard: closer around the play head, on, and all of it again; with the focus in them alone.
  const plots = region(page).getByRole('group', { name: 'Lanes over time' })
  const whole = await box(jump(2))
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('+')
  await plots.focus()
  await page.keyboard.press('+')
  await expect.poll(async () => (await box(jump(2))).width).toBeGreaterThan(whole.width * 1.8)
  expect((await box(jump(2))).width).toBeLessThan(whole.width * 2.2)
  const before = await middleOf(2)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => middleOf(2)).toBeLessThan(before - 50)
  await page.keyboard.press('0')
  await expect.poll(async () => (await box(jump(2))).width).toBeCloseTo(whole.width, 0)

  // By wheel with Ctrl, and by a range dragged on the time axis.
  await page.mouse.move(over.x, over.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await box(jump(2))).width).toBeGreaterThan(whole.width * 1.8)
  await region(page).getByRole('button', { name: 'Show all' }).click()
  await expect.poll(async () => (await box(jump(2))).width).toBeCloseTo(whole.width, 0)
  await page.mouse.move(whole.x + 2, whole.y + whole.height + 14)
  await page.mouse.down()
  await page.mouse.move(whole.x + whole.width / 2, whole.y + whole.height + 14, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await box(jump(2))).width).toBeGreaterThan(whole.width * 1.8)
  await expect(jump(3)).toBeHidden()
  // What is shown goes on with the play head.
  await page.getByRole('slider', { name: 'Seek' }).fill('7')
  await expect(jump(3)).toBeVisible()

  // The same as numbers.
  await region(page).getByRole('button', { name: 'Frame-by-frame values' }).click()
  await expect(region(page).getByText('Frames 200 to 224 of 240, 6.667 to 7.467 s')).toBeVisible()
  const row = region(page).getByRole('row', { name: /^210 7\.000/ })
  const { lkne_angle: left = [], rkne_angle: right = [] } = series.angles
  await expect(row.getByRole('cell').nth(1)).toHaveText(written(left[210], 1))
  await expect(row.getByRole('cell').nth(2)).toHaveText(written(right[210], 1))
  // Its own keys scroll it, and the film stays.
  const scrolled = region(page).getByRole('region', { name: 'Frame-by-frame values' })
  const there = await frameIn(video)
  await scrolled.focus()
  await page.keyboard.press('End')
  await expect.poll(() => scrolled.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  expect(await frameIn(video)).toBe(there)
  await expectNoAxeViolations(page, 'section[aria-label="Lanes"]')
})
