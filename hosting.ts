import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { loadEnv } from 'vite'

/** The hosts a console may talk to, as its build was told. */
export type HostingSettings = {
  apiUrl: string
  /** Address of the Firebase Auth emulator in the sandbox; null in a deployment. */
  authEmulatorUrl: string | null
  /** Origins that the videos come from. */
  mediaOrigins: string[]
  /** Origins of the second source and of its sign-in; none where the site has only one. */
  sourceOrigins: string[]
}

type Header = { key: string; value: string }
type FirebaseConfig = {
  hosting: {
    public: string
    ignore: string[]
    rewrites: { source: string; destination: string }[]
    headers: ({ source: string; headers: Header[] } | { regex: string; headers: Header[] })[]
  }
}

/** What Firebase Auth's own service answers on: sign-in, and the renewal of tokens. */
const FIREBASE_AUTH_ORIGINS = ['https://identitytoolkit.googleapis.com', 'https://securetoken.googleapis.com']
/** Emotion's production build puts empty style elements into the page and fills them through the CSSOM. */
const EMPTY_STYLE = `'${sha256('')}'`
const ONE_YEAR_SECONDS = 31_536_000

/** Reads the hosts from a build's settings. Throws an `Error` that names the setting. */
export function readHostingSettings(env: Record<string, string | undefined>): HostingSettings {
  const apiUrl = env['VITE_API_URL']?.trim()
  if (!apiUrl) throw new Error('VITE_API_URL is missing; expected the address of the session API.')
  const authEmulatorUrl = env['VITE_AUTH_EMULATOR_URL']?.trim()
  const mediaOrigins = (env['VITE_MEDIA_ORIGINS'] ?? '').split(/[\s,]+/).filter((origin) => origin !== '')
  return {
    apiUrl: originOf('VITE_API_URL', apiUrl),
    authEmulatorUrl: authEmulatorUrl ? originOf('VITE_AUTH_EMULATOR_URL', authEmulatorUrl) : null,
    mediaOrigins: mediaOrigins.map((origin) => originOf('VITE_MEDIA_ORIGINS', origin)),
    sourceOrigins: sourceOrigins(env),
  }
}

/** The second source is there where its address is, and then its sign-in is too. */
function sourceOrigins(env: Record<string, string | undefined>): string[] {
  if (!env['VITE_VALOR_URL']?.trim()) return []
  return ['VITE_VALOR_URL', 'VITE_VALOR_AUTH_URL'].map((name) => originOf(name, env[name]?.trim() ?? ''))
}

/**
 * Firebase Hosting's settings, for the sandbox and for a deployment: rewrites, cache and security headers.
 * `html` is the page they are served with (its inline style is allowed by its hash); `files` are the built
 * files as paths from the site's root.
 *
 * Headers match the path that was asked for, and a 404 gets them too. Only files that exist are named
 * immutable: a browser would keep the 404 of an asset for a year, also after a roll-back brings it back.
 */
export function hostingConfig(
  settings: HostingSettings,
  html: string,
  files: readonly string[],
  publicFolder = 'dist',
): FirebaseConfig {
  const assets = files
    .filter((file) => /^assets\/[^/]+$/.test(file))
    .map((file) => file.slice('assets/'.length))
  const headers: FirebaseConfig['hosting']['headers'] = [
    // A pattern, since the glob ** leaves out paths with a name that begins with a dot.
    { regex: '.*', headers: [...securityHeaders(settings, html), cacheControl('no-cache')] },
  ]
  if (assets.length > 0) {
    const immutable = cacheControl(`public, max-age=${ONE_YEAR_SECONDS}, immutable`)
    headers.push({ source: `/assets/@(${assets.sort().join('|')})`, headers: [immutable] })
  }
  return {
    hosting: {
      public: publicFolder,
      ignore: ['firebase.json', '**/.*', '**/.*/**', '**/node_modules/**'],
      rewrites: [{ source: '!/assets/**', destination: '/index.html' }],
      headers,
    },
  }
}

/** The Content-Security-Policy: nothing but the console's own files and the hosts of its settings. */
export function contentSecurityPolicy(settings: HostingSettings, html: string): string {
  const auth = settings.authEmulatorUrl ? [settings.authEmulatorUrl] : FIREBASE_AUTH_ORIGINS
  const { apiUrl, mediaOrigins, sourceOrigins } = settings
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", EMPTY_STYLE, ...inlineStyles(html).map((style) => `'${sha256(style)}'`)],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    // Videos are fetched as well, so that a download can show how far it is.
    'connect-src': ["'self'", apiUrl, ...auth, ...sourceOrigins, ...mediaOrigins],
    'media-src': ["'self'", 'blob:', ...mediaOrigins],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${[...new Set(values)].join(' ')}`)
    .join('; ')
}

/** The texts of the page's inline style elements, as a browser hashes them. */
export function inlineStyles(html: string): string[] {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map((match) => match[1] ?? '')
}

/** The files below a built folder, as paths from it with forward slashes. */
export function builtFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** The settings file of the example; the committed `firebase.json` is made from it. */
export function exampleSettings(projectFolder: string): HostingSettings {
  return readHostingSettings(parseEnv(readFileSync(join(projectFolder, '.env.example'), 'utf8')))
}

/** The settings that a production build in this folder is made with. */
export function buildSettings(projectFolder: string): HostingSettings {
  return readHostingSettings(loadEnv('production', projectFolder, 'VITE_'))
}

export function formatConfig(config: object): string {
  return `${JSON.stringify(config, null, 2)}\n`
}

function securityHeaders(settings: HostingSettings, html: string): Header[] {
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(settings, html),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'fullscreen=(self), picture-in-picture=(self), camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    // Addresses of videos are signed, and the console's own name what somebody looks at.
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // The sandbox answers on plain http.
    ...(settings.authEmulatorUrl ? {} : { 'Strict-Transport-Security': `max-age=${ONE_YEAR_SECONDS}` }),
  }
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}

function cacheControl(value: string): Header {
  return { key: 'Cache-Control', value }
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function originOf(setting: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new Error(`${setting} is "${value}"; expected an address such as https://api.example.com.`)
}

/**
 * `tsx hosting.ts` after a build writes the settings to deploy it with. `tsx hosting.ts --example` writes
 * those that are committed: of `.env.example`, without what a build adds (see `hosting.test.ts`).
 */
function main(args: string[]): void {
  const folder = import.meta.dirname
  const target = join(folder, 'firebase.json')
  if (args.includes('--example')) {
    writeFileSync(target, formatConfig(hostingConfig(exampleSettings(folder), '', [])))
    return
  }
  const dist = join(folder, 'dist')
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ holds no build; run "npm run build".')
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  writeFileSync(target, formatConfig(hostingConfig(buildSettings(folder), html, builtFiles(dist))))
  console.log('Wrote firebase.json for this build.')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
