import { BY_IDS, sessionsTable } from './support/faults.ts'
import { serve, serveText, sound } from './support/hostileRecords.ts'
import { API_URL } from './support/organization.ts'
import { openSignedIn } from './support/pages.ts'
import { expect, test } from './support/test.ts'

test.use({
  organizationPlan: { sessions: 3, faults: false },
  expectedConsoleErrors: /Failed to load resource/,
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
  await openSignedIn(page, organization.admin)
  const links = sessionsTable(page).getByRole('link')
  await expect(links).toHaveCount(addresses.length)
  for (let index = 0; index < addresses.length; index++) {
    await links.nth(index).click()
    await expect(page.getByRole('button', { name: 'Analyze video' })).toBeVisible()
    await expect(page.locator('video')).toHaveCount(0)
    await page.goBack()
  }
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
  await openSignedIn(page, organization.admin)
  await expect(sessionsTable(page).getByRole('link')).toHaveCount(ids.length)
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
    await expect(sessionsTable(page).getByRole('link')).toHaveCount(ids.length)
  }
})

test('no address after sign-in leads to another site', async ({ page, organization }) => {
  await openSignedIn(page, organization.admin)
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
