import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { builtFiles, hostingConfig } from '../hosting.ts'
import { servePage } from './pageServer.ts'

const SETTINGS = {
  apiUrl: 'https://api.example.com',
  authEmulatorUrl: null,
  mediaOrigins: [],
  sourceOrigins: [],
}
const SCRIPT = 'export const text = "measured"\n'.repeat(50)

let folder: string
let server: Awaited<ReturnType<typeof servePage>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-server-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), SCRIPT)
  server = await servePage(folder, hostingConfig(SETTINGS, '', builtFiles(folder)).hosting, 0)
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Asks without `fetch`, which would undo the compression. */
function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, reject) => {
    get({ port: server.port, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    }).on('error', reject)
  })
}

it('sends assets as brotli, to be kept for a year', async () => {
  const { status, headers, body } = await ask('/assets/index-1a2b.js', { 'Accept-Encoding': 'gzip, br' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(body.length).toBeLessThan(SCRIPT.length / 10)
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
})

it('answers every address of the console with the page, and says when it has not changed', async () => {
  const page = await ask('/aikynetix/sessions?size=10')
  expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } })
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.body.toString()).toContain('<title>Page</title>')

  const again = await ask('/', { 'If-None-Match': String(page.headers['etag']) })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
})

it('has no page in the place of a missing asset, and keeps nobody from asking again', async () => {
  const { status, headers } = await ask('/assets/gone.js')
  expect(status).toBe(404)
  expect(headers['cache-control']).toBe('no-cache')
})
