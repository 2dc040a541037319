import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { builtFiles, type hostingConfig } from '../hosting.ts'

type Hosting = ReturnType<typeof hostingConfig>['hosting']
type ServedFile = { type: string; etag: string; bodies: Record<'br' | 'gzip' | 'identity', Buffer> }

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Serves a built folder as a host does: compressed ahead of time (the Hosting emulator does not compress), with
 * the headers and rewrites of `hostingConfig`, and 304 for a page that has not changed.
 */
export async function servePage(
  folder: string,
  hosting: Hosting,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const files = readFiles(folder)
  const server = createServer((request, response) => answer(files, hosting, request, response))
  await new Promise<void>((listening, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', listening)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function answer(
  files: ReadonlyMap<string, ServedFile>,
  hosting: Hosting,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  for (const { headers, ...pattern } of hosting.headers) {
    if (!matches(path, pattern)) continue
    for (const { key, value } of headers) response.setHeader(key, value)
  }
  const rewrite = hosting.rewrites.find(({ source }) => matches(path, { source }))
  const file = files.get(path === '/' ? '/index.html' : path) ?? files.get(rewrite?.destination ?? '')
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('ETag', file.etag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return
  }
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? 'identity'
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  const body = file.bodies[encoding]
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length }).end(body)
}

/** The built files by path; Hosting leaves out names that begin with a dot. */
function readFiles(folder: string): Map<string, ServedFile> {
  const paths = builtFiles(folder).filter((path) => !/(^|\/)\./.test(path))
  return new Map(paths.map((path) => [`/${path}`, readFile(join(folder, path))]))
}

function readFile(path: string): ServedFile {
  const identity = readFileSync(path)
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url')}"`,
    // Quality 11 and level 9, as for files that are compressed once and served often.
    bodies: { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity, { level: 9 }) },
  }
}

/** Whether a path meets a rule of Hosting: a pattern, or a glob of the kinds that `hostingConfig` writes. */
function matches(path: string, rule: { source: string } | { regex: string }): boolean {
  if ('regex' in rule) return new RegExp(rule.regex).test(path)
  const negated = rule.source.startsWith('!')
  const glob = rule.source
    .slice(negated ? 1 : 0)
    .replace(/[.+^${}[\]\\]/g, '\\$&')
    .replace('@(', '(?:')
    .replaceAll('**', '.+')
  return new RegExp(`^${glob}$`).test(path) !== negated
}
