import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Vite's `.vite/manifest.json`: by source file, or by name for shared chunks. */
export type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>

/** `entries` are names of the manifest; `limit` is in bytes after brotli quality 11. */
export type Budget = { name: string; entries: readonly string[]; limit: number }

/** Kilobytes are 1000 bytes. */
export const BUDGETS: readonly Budget[] = [
  { name: 'script until the first row', entries: ['index.html', 'src/app/startConsole.tsx'], limit: 190_000 },
  { name: 'script for the sign-in page', entries: ['index.html', 'src/auth/SignInPage.tsx'], limit: 170_000 },
]

/**
 * The script files that a browser needs for the entries: they and what they import, each once. Throws an
 * `Error` when an entry is not in the manifest, so that a renamed file cannot pass as nothing.
 */
export function scriptFiles(manifest: Manifest, entries: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no chunk "${name}"; the budgets of bench/budget.ts name it.`)
    if (seen.has(name)) return
    seen.add(name)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  entries.forEach(visit)
  const files = [...seen].map((name) => manifest[name]?.file ?? '')
  return [...new Set(files)].filter((file) => file.endsWith('.js')).sort()
}

/** Bytes of a text after brotli quality 11, as a host compresses files ahead of time. */
export function brotliSize(content: Buffer): number {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }).length
}

/** Measures a built folder against the budgets; the table names each file with its compressed size. */
export function budgetReport(folder: string, budgets = BUDGETS): { ok: boolean; table: string } {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const lines = ['kB of brotli quality 11, 1 kB = 1000 bytes']
  let ok = true
  for (const { name, entries, limit } of budgets) {
    const sizes = scriptFiles(manifest, entries).map((file) => ({
      file,
      bytes: brotliSize(readFileSync(join(folder, file))),
    }))
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    ok &&= total <= limit
    lines.push(`${kilobytes(total)} of ${kilobytes(limit)}  ${name}${total > limit ? ': TOO MUCH' : ''}`)
    for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) {
      lines.push(`  ${kilobytes(bytes)}  ${file}`)
    }
  }
  return { ok, table: lines.join('\n') }
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(6)
}
