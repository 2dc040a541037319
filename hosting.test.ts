import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  buildSettings,
  contentSecurityPolicy,
  exampleSettings,
  hostingConfig,
  readHostingSettings,
} from './hosting.ts'
import type { HostingSettings } from './hosting.ts'

const DEPLOYMENT: HostingSettings = {
  apiUrl: 'https://api.example.com',
  authEmulatorUrl: null,
  mediaOrigins: ['https://media.example.com'],
  sourceOrigins: [],
}
const SANDBOX: HostingSettings = {
  apiUrl: 'http://localhost:8787',
  authEmulatorUrl: 'http://localhost:9099',
  mediaOrigins: ['http://localhost:8787'],
  sourceOrigins: ['http://localhost:8787'],
}

function directive(settings: HostingSettings, name: string, html = ''): string[] {
  const found = contentSecurityPolicy(settings, html)
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
  return found?.split(' ').slice(1) ?? []
}

function headersOf(config: ReturnType<typeof hostingConfig>): Record<string, string> {
  return Object.fromEntries((config.hosting.headers[0]?.headers ?? []).map(({ key, value }) => [key, value]))
}

describe('the policy', () => {
  it.each([
    ['a deployment', DEPLOYMENT],
    ['the sandbox', SANDBOX],
  ])('of %s allows nothing unsafe and enforces Trusted Types', (_, settings) => {
    const policy = contentSecurityPolicy(settings, '')
    expect(policy).not.toContain('unsafe-')
    expect(policy).not.toContain('*')
    expect(directive(settings, 'default-src')).toEqual(["'none'"])
    expect(directive(settings, 'require-trusted-types-for')).toEqual(["'script'"])
  })

  it('lets a deployment talk to its API, its media and Firebase Auth alone', () => {
    expect(directive(DEPLOYMENT, 'connect-src')).toEqual([
      "'self'",
      'https://api.example.com',
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://media.example.com',
    ])
  })

  it('lets the sandbox talk to its own services alone', () => {
    expect(directive(SANDBOX, 'connect-src')).toEqual([
      "'self'",
      'http://localhost:8787',
      'http://localhost:9099',
    ])
  })

  it('lets a deployment with a second source talk to that one and its sign-in, and asks for both', () => {
    const VITE_API_URL = 'https://api.example.com'
    const VITE_VALOR_URL = 'https://recordings.example.com/production'
    const VITE_VALOR_AUTH_URL = 'https://sign-in.example.com/'
    const settings = readHostingSettings({ VITE_API_URL, VITE_VALOR_URL, VITE_VALOR_AUTH_URL })
    expect(directive(settings, 'connect-src')).toEqual(
      expect.arrayContaining(['https://recordings.example.com', 'https://sign-in.example.com']),
    )
    expect(readHostingSettings({ VITE_API_URL, VITE_VALOR_AUTH_URL }).sourceOrigins).toEqual([])
    expect(() => readHostingSettings({ VITE_API_URL, VITE_VALOR_URL })).toThrow('VITE_VALOR_AUTH_URL')
  })

  it("allows the page's inline style by the hash of its exact text", () => {
    const style = 'body{margin:0}'
    const hash = createHash('sha256').update(style).digest('base64')
    expect(directive(DEPLOYMENT, 'style-src', `<head><style>${style}</style></head>`)).toContain(
      `'sha256-${hash}'`,
    )
  })
})

describe('the headers', () => {
  it('keep only the built assets, and never one that is missing', () => {
    const files = ['index.html', 'favicon.svg', 'assets/b-2.css', 'assets/a-1.js', '.vite/manifest.json']
    const [all, assets, ...others] = hostingConfig(DEPLOYMENT, '', files).hosting.headers
    expect(all).toMatchObject({ regex: '.*' })
    expect(headersOf(hostingConfig(DEPLOYMENT, '', files))['Cache-Control']).toBe('no-cache')
    expect(assets).toEqual({
      source: '/assets/@(a-1.js|b-2.css)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    })
    expect(others).toEqual([])
  })

  it('insist on https in a deployment and not on a machine of its own', () => {
    expect(headersOf(hostingConfig(DEPLOYMENT, '', []))).toHaveProperty('Strict-Transport-Security')
    expect(headersOf(hostingConfig(SANDBOX, '', []))).not.toHaveProperty('Strict-Transport-Security')
  })
})

describe('the settings', () => {
  it('are reduced to origins', () => {
    const env = {
      VITE_API_URL: 'https://api.example.com/v1/',
      VITE_MEDIA_ORIGINS: 'https://a.example, https://b.example/x',
    }
    expect(readHostingSettings(env)).toEqual({
      apiUrl: 'https://api.example.com',
      authEmulatorUrl: null,
      mediaOrigins: ['https://a.example', 'https://b.example'],
      sourceOrigins: [],
    })
  })

  it.each([
    [{}, 'VITE_API_URL'],
    [{ VITE_API_URL: 'api.example.com' }, 'VITE_API_URL'],
    [{ VITE_API_URL: 'https://a.example', VITE_MEDIA_ORIGINS: 'javascript:alert(1)' }, 'VITE_MEDIA_ORIGINS'],
    [{ VITE_API_URL: 'https://a.example', VITE_AUTH_EMULATOR_URL: 'nonsense' }, 'VITE_AUTH_EMULATOR_URL'],
  ])('name themselves when they cannot be used: %o', (env, name) => {
    expect(() => readHostingSettings(env)).toThrow(name)
  })
})

describe('firebase.json', () => {
  it('is what hosting.ts makes of .env.example, or of the settings this folder was built with', () => {
    const expected = [exampleSettings(import.meta.dirname), ...settingsInForce()].map((settings) =>
      hostingConfig(settings, '', []),
    )
    expect(expected).toContainEqual(
      withoutBuild(readFileSync(join(import.meta.dirname, 'firebase.json'), 'utf8')),
    )
  })
})

function settingsInForce(): HostingSettings[] {
  try {
    return [buildSettings(import.meta.dirname)]
  } catch {
    return []
  }
}

/** A build adds the hash of the page's own style and the names of its assets. */
function withoutBuild(text: string): ReturnType<typeof hostingConfig> {
  const emptyStyle = createHash('sha256').digest('base64')
  const config = JSON.parse(
    text.replace(/ 'sha256-([^']+)'/g, (source, hash) => (hash === emptyStyle ? source : '')),
  ) as ReturnType<typeof hostingConfig>
  config.hosting.headers = config.hosting.headers.filter((entry) => !('source' in entry))
  return config
}
