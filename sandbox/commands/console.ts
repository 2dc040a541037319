import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFiles, hostingConfig, readHostingSettings } from '../../hosting.ts'
import { bin, CommandError, PROJECT_FOLDER, type ProcessGroup } from './processes.ts'
import type { SandboxSettings } from '../settings.ts'

/** The mode of Vite in which the console accepts an emulator's address. */
export const SANDBOX_MODE = 'sandbox'

/** What the console is built with, or served with in development, against this sandbox. */
export function consoleEnvironment(settings: SandboxSettings): NodeJS.ProcessEnv {
  const apiUrl = `http://localhost:${settings.apiPort}`
  return {
    VITE_API_URL: apiUrl,
    VITE_MEDIA_ORIGINS: apiUrl,
    VITE_FIREBASE_API_KEY: 'sandbox',
    VITE_FIREBASE_PROJECT_ID: settings.projectId,
    VITE_AUTH_EMULATOR_URL: `http://localhost:${settings.authPort}`,
    VITE_VALOR_URL: `${apiUrl}/valor`,
    VITE_VALOR_AUTH_URL: `${apiUrl}/valor/auth`,
    VITE_VALOR_CLIENT_ID: 'motion-console-sandbox',
  }
}

/** Builds the console into a folder; rejects with a `CommandError` that carries Vite's words. */
export async function buildConsole(
  group: ProcessGroup,
  build: { mode: string; outFolder: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  const { status, output } = await group.finish({
    name: 'The build',
    script: bin('vite', 'bin/vite.js'),
    args: ['build', '--mode', build.mode, '--outDir', build.outFolder, '--emptyOutDir'],
    env: { ...process.env, ...build.env },
  })
  if (status !== 0) throw new CommandError(`The build failed (status ${status}).\n${output}`)
}

/** Hosting's settings for a built sandbox console in `<folder>/web`, by the same source as a deployment's. */
export function sandboxHosting(settings: SandboxSettings): object {
  const web = webFolder(settings)
  const html = readFileSync(join(web, 'index.html'), 'utf8')
  return hostingConfig(readHostingSettings(consoleEnvironment(settings)), html, builtFiles(web), 'web')
}

export function webFolder(settings: SandboxSettings): string {
  return join(settings.folder, 'web')
}

/** Starts Vite's dev server with hot reload on the page's port. */
export function keepDevServer(group: ProcessGroup, settings: SandboxSettings): void {
  group.keep({
    name: "Vite's dev server",
    script: bin('vite', 'bin/vite.js'),
    args: ['--mode', SANDBOX_MODE, '--host', '127.0.0.1', '--port', String(settings.webPort), '--strictPort'],
    cwd: PROJECT_FOLDER,
    env: { ...process.env, ...consoleEnvironment(settings) },
    show: true,
  })
}
