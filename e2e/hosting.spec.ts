import { expect, test } from './support/test.ts'

test.describe('the host', () => {
  for (const path of ['/', '/aikynetix/sessions', '/sign-in?to=%2Fathletes', '/.hidden']) {
    test(`answers ${path} with the page, not to be kept, under a strict policy`, async ({ request }) => {
      const response = await request.get(path)
      expect(response.status()).toBe(200)
      expect(await response.text()).toContain('<div id="root">')
      const headers = response.headers()
      expect(headers['cache-control']).toBe('no-cache')
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
      expect(headers['content-security-policy']).not.toContain('unsafe-')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['x-content-type-options']).toBe('nosniff')
    })
  }

  test('lets a browser keep the built files for good', async ({ request }) => {
    const page = await (await request.get('/')).text()
    const asset = /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? ''
    const response = await request.get(asset)
    expect(response.status()).toBe(200)
    expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  for (const path of ['/assets/missing.js', '/assets/index-DEADBEEF.js']) {
    test(`says that ${path} is missing, and does not let the answer be kept`, async ({ request }) => {
      const response = await request.get(path)
      expect(response.status()).toBe(404)
      expect(response.headers()['cache-control']).toBe('no-cache')
    })
  }

  test('serves the files beside the page', async ({ request }) => {
    const response = await request.get('/favicon.svg')
    expect(response.headers()['content-type']).toContain('image/svg+xml')
    expect(response.headers()['cache-control']).toBe('no-cache')
  })
})
