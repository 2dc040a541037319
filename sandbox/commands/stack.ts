import { join } from 'node:path'
import { readSettings, type SandboxSettings } from '../settings.ts'
import {
  buildConsole,
  consoleEnvironment,
  keepDevServer,
  SANDBOX_MODE,
  sandboxHosting,
  webFolder,
} from './console.ts'
import { claimFolder } from './folder.ts'
import { startAuthEmulator, startHostingEmulator } from './emulators.ts'
import { requireFreePorts } from './ports.ts'
import { CommandError, PROJECT_FOLDER, type ProcessGroup } from './processes.ts'
import { until } from './until.ts'

/** `hosting`: the built console behind the Hosting emulator. `dev`: Vite's dev server. `none`: the caller's own. */
export type PageServer = 'hosting' | 'dev' | 'none'

/**
 * Starts sign-in, API and page on this machine and resolves when all three answer. `say` gets lines of
 * progress. Rejects with a `CommandError` or `SettingsError`; the caller stops the group then.
 */
export async function startStack(
  group: ProcessGroup,
  env: NodeJS.ProcessEnv,
  page: PageServer,
  say: (line: string) => void,
): Promise<SandboxSettings> {
  const settings = readSettings(env)
  if (settings.webPort === 5001 && page === 'hosting') {
    throw new CommandError('The Hosting emulator never uses port 5001; choose another WEB_PORT.')
  }
  await requireFreePorts(settings)
  // Released by a dead owner's absence: this process holds it as long as it lives.
  claimFolder(settings.folder)
  const seconds = stopwatch()

  const services = async (): Promise<void> => {
    await startAuthEmulator(group, settings, (email, link) => say(passwordLink(email, link)))
    say(`sign-in answers (${seconds()})`)
    await startApi(group, settings, env)
    say(`API answers (${seconds()})`)
  }
  const web = async (): Promise<void> => {
    if (page === 'none') return
    if (page === 'dev') {
      keepDevServer(group, settings)
      return until(group, `http://127.0.0.1:${settings.webPort}/`, 'the page')
    }
    await buildConsole(group, {
      mode: SANDBOX_MODE,
      outFolder: webFolder(settings),
      env: consoleEnvironment(settings),
    })
    say(`console built (${seconds()})`)
    await startHostingEmulator(group, settings, sandboxHosting(settings))
    say(`page answers (${seconds()})`)
  }
  await Promise.race([Promise.all([services(), web()]), group.died])
  return settings
}

/** Starts the API server and resolves when it says that it is ready and answers. */
async function startApi(
  group: ProcessGroup,
  settings: SandboxSettings,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    group.keep({
      name: 'The API server',
      script: join(PROJECT_FOLDER, 'sandbox', 'server', 'main.ts'),
      nodeArgs: ['--import', 'tsx'],
      env: { ...env, FIREBASE_AUTH_EMULATOR_HOST: `127.0.0.1:${settings.authPort}` },
      log: join(settings.folder, 'logs', 'api.log'),
      onMessage(message) {
        if (typeof message !== 'object' || message === null) return
        if ('problem' in message) reject(new CommandError(String(message.problem)))
        else if ('ready' in message) resolve()
      },
    })
  })
  await Promise.race([ready, group.died])
  await until(group, `http://127.0.0.1:${settings.apiPort}/`, 'the sandbox API')
}

/** Time since now, such as `3.2 s`. */
export function stopwatch(): () => string {
  const start = performance.now()
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`
}

/** The emulator's link sets the password that stands at its end. */
function passwordLink(email: string, link: string): string {
  return `Password link for ${email} (write the new password at its end): ${link}`
}
