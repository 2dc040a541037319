import type { Page } from '@playwright/test'
import { holdBack } from './support/faults.ts'
import { expectFilm, film } from './support/film.ts'
import { API_URL } from './support/organization.ts'
import { expectNoAxeViolations, openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

const SERIES = `${API_URL}/running/sessions/*/`
const FILM = `${API_URL}/media/**`

const lanes = (page: Page) => page.getByRole('region', { name: 'Lanes' })
const metrics = (page: Page) => page.getByRole('region', { name: 'Metrics' })

test('while film and series are on their way the facts stand, and each arrives by itself', async ({
  page,
  organization,
}) => {
  const series = await holdBack(page, SERIES, 'GET')
  const media = await holdBack(page, FILM, 'GET')
  await openSignedIn(page, organization.admin, `/aikynetix/sessions/${organization.sessionIds[0]}`)
  await expect(metrics(page)).toContainText('Speed')
  await expect(page.getByText('Loading the video…')).toBeVisible()
  await expect(lanes(page)).toContainText('Reading the frame-by-frame data…')
  await expectNoAxeViolations(page)
  series.open()
  await expect(lanes(page).getByRole('button', { name: 'Choose lanes' })).toBeVisible()
  await expect(page.getByText('Loading the video…')).toBeVisible()
  media.open()
  await expectFilm(page)
})

test.describe('without a connection', () => {
  test.use({ expectedConsoleErrors: /Failed to load resource|ERR_INTERNET_DISCONNECTED|Media resource/ })

  test('the facts stay, the film says what it waits for and comes when the line is back', async ({
    page,
    context,
    organization,
  }) => {
    await openSignedIn(page, organization.admin, '/aikynetix/sessions?activity=Running')
    const rows = page.getByRole('row').filter({ hasText: 'Completed' }).getByRole('link')
    await rows.first().click()
    await expectFilm(page)
    await expect(lanes(page).getByRole('button', { name: 'Choose lanes' })).toBeVisible()
    await page.goBack()
    await context.setOffline(true)
    await rows.nth(1).click()
    await expect(metrics(page)).toContainText('Speed')
    await expect(page.getByText('The video cannot be played')).toBeVisible()
    await expect(page.getByText(/no connection|offline/i).first()).toBeVisible()
    await expectNoAxeViolations(page)
    await context.setOffline(false)
    await expect
      .poll(() => film(page).evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThan(1)
    await expect(lanes(page).getByRole('button', { name: 'Choose lanes' })).toBeVisible()
  })
})
