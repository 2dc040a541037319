import { mediaSeries } from '../sandbox/media/series.ts'
import { openApi } from './support/api.ts'
import { expectFilm, frameIn, framesStepped, standingFrame } from './support/film.ts'
import { signIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

// The pictures are drawn by software here: small ones come sooner, and the number is read from the film itself.
test.use({ viewport: { width: 640, height: 480 } })

const countUp = (count: number) => Array.from({ length: count }, (_, frame) => frame)

for (const rate of ['constant', 'variable'] as const) {
  test(`every frame of a film at a ${rate} rate is met once, on and back`, async ({ page, organization }) => {
    test.slow()
    const [id = ''] = organization.sessionIds
    if (rate === 'variable') await (await openApi(organization.admin)).setFilm(id, 'variable')
    await signIn(page, organization.admin, `/aikynetix/sessions/${id}`)
    const video = await expectFilm(page)
    const { timestamps } = mediaSeries(rate === 'variable' ? 'variable' : 'running')
    const last = timestamps.length - 1
    await expect(
      page.getByText(`${rate === 'variable' ? 'variable, 24–60 fps' : '30 fps'}, from the file`),
    ).toBeVisible()

    expect(await frameIn(video)).toBe(0)
    const on = await framesStepped(video, 'Next frame', last)
    expect(on).toEqual(countUp(last + 1).slice(1))
    await expect(page.getByText(`frame ${last}`, { exact: true })).toBeVisible()
    const back = await framesStepped(video, 'Previous frame', last)
    expect(back).toEqual(countUp(last).reverse())

    // Keys come faster than pictures: the count is kept, and so is the end of the film.
    for (let press = 0; press < 25; press++) await page.keyboard.press('.')
    await expect.poll(() => frameIn(video)).toBe(25)
    await page.keyboard.press('Shift+ArrowRight')
    for (let press = 0; press < 35; press++) await page.keyboard.press(',')
    await expect.poll(() => frameIn(video)).toBe(0)
    await page.keyboard.press('End')
    await page.keyboard.press(',')
    await expect.poll(() => frameIn(video)).toBe(last - 1)

    // What plays and is stopped is stepped from the picture that stands there.
    await page.keyboard.press('Home')
    await page.keyboard.press(' ')
    await expect.poll(() => frameIn(video)).toBeGreaterThan(20)
    await page.keyboard.press(' ')
    const stopped = await standingFrame(page, video)
    expect(await framesStepped(video, 'Next frame', 2)).toEqual([stopped + 1, stopped + 2])
    expect(await framesStepped(video, 'Previous frame', 2)).toEqual([stopped + 1, stopped])
  })
}
