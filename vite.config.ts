import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import type { Plugin } from 'vite'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}

/**
 * The first load in as few trips as the line allows: index.html asks for the screen's chunk at once instead of
 * after the entry has run, and the stylesheet stands at the end of the body, so that the static shell is painted
 * without waiting for it.
 */
function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const screen = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/app/startConsole.tsx'))
        const preloads = [screen?.fileName, ...(screen?.imports ?? [])]
          .filter((file): file is string => file !== undefined && !html.includes(file))
          .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
        const sheet = /<link rel="stylesheet"[^>]*>/.exec(html)?.[0] ?? ''
        return html
          .replace(sheet, '')
          .replace('</head>', `${preloads.join('\n    ')}\n  </head>`)
          .replace('</body>', `${sheet}\n  </body>`)
      },
    },
  }
}

type Modules = { getModuleInfo(id: string): { importers: readonly string[] } | null }

const ENTRY = /\/src\/main\.tsx$/
const FIRST_SCREEN = /\/src\/app\/startConsole\.tsx$/

/** Whether the first screen's code imports a module, itself or by others, and the entry does not. */
function isOfFirstScreen(id: string, modules: Modules): boolean {
  return (
    !FIRST_SCREEN.test(id) && isImportedBy(FIRST_SCREEN, id, modules) && !isImportedBy(ENTRY, id, modules)
  )
}

function isImportedBy(root: RegExp, id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (root.test(id)) return true
  if (seen.has(id)) return false
  seen.add(id)
  const importers = modules.getModuleInfo(id)?.importers ?? []
  return importers.some((importer) => isImportedBy(root, importer, modules, seen))
}

export default defineConfig(({ mode, command }) => {
  const settings = { ...loadEnv(mode, process.cwd(), 'VITE_'), ...process.env }
  if (command === 'build' && mode !== 'sandbox' && settings.VITE_AUTH_EMULATOR_URL) {
    throw new Error(
      'VITE_AUTH_EMULATOR_URL is a setting of the sandbox. A build for production refuses it: unset it, or build with --mode sandbox.',
    )
  }
  return {
    plugins: [react(), firstLoad()],
    define: { __VERSION__: JSON.stringify(version) },
    build: {
      target: 'es2023',
      manifest: true,
      // All of it is smaller than one more request is slow.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'react',
                test: /node_modules\/(react|react-dom|scheduler|react-router|cookie)\//,
                priority: 2,
              },
              // What the first screen shares with later ones stays in one file: a file is a trip on a slow line.
              {
                name: (id, modules) => (isOfFirstScreen(id, modules) ? 'console' : null),
                priority: 1,
              },
            ],
          },
        },
        checks: { circularDependency: true },
        // Vite itself drops this warning. Packages may have cycles of their own.
        onLog(level, log, pass) {
          if (log.code === 'CIRCULAR_DEPENDENCY' && !log.message.includes('node_modules')) {
            throw new Error(`Import cycle: ${log.message}`)
          }
          pass(level, log)
        },
      },
    },
  }
})
