import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePorts } from './ports.ts'
import { bin, type ProcessGroup } from './processes.ts'
import { until } from './until.ts'
import type { SandboxSettings } from '../settings.ts'

const HOST = '127.0.0.1'
const PASSWORD_LINK = /To reset the password for (\S+), follow this link: (\S+)/

/**
 * Starts the Firebase Auth emulator and resolves when it answers. It sends no mail: `onPasswordLink` gets
 * the link that a person would find in the message.
 */
export async function startAuthEmulator(
  group: ProcessGroup,
  settings: SandboxSettings,
  onPasswordLink: (email: string, link: string) => void,
): Promise<void> {
  const config = { emulators: { auth: { host: HOST, port: settings.authPort } } }
  await keepEmulator(group, settings, { name: 'auth', title: 'The sign-in emulator', config }, (line) => {
    const [, email, link] = PASSWORD_LINK.exec(line) ?? []
    if (email && link) onPasswordLink(email, link)
  })
  await until(group, `http://${HOST}:${settings.authPort}/`, 'the sign-in emulator')
}

/**
 * Starts the Firebase Hosting emulator with the settings of `hostingConfig` for a folder inside the data
 * folder, and resolves when it serves the page.
 */
export async function startHostingEmulator(
  group: ProcessGroup,
  settings: SandboxSettings,
  hosting: object,
): Promise<void> {
  const config = { ...hosting, emulators: { hosting: { host: HOST, port: settings.webPort } } }
  await keepEmulator(group, settings, { name: 'hosting', title: 'The hosting emulator', config })
  await until(group, `http://${HOST}:${settings.webPort}/`, 'the page')
}

type Emulator = { name: 'auth' | 'hosting'; title: string; config: { emulators: object } }

/** One process for each emulator: sign-in starts while the page is still being built. */
async function keepEmulator(
  group: ProcessGroup,
  settings: SandboxSettings,
  { name, title, config }: Emulator,
  onLine?: (line: string) => void,
): Promise<void> {
  // firebase-tools takes the folder of its settings for the project: the page's folder must be below it.
  const configFile = join(settings.folder, name === 'hosting' ? 'firebase.json' : 'firebase.auth.json')
  // Its log, the file that tells other copies of it about this one, and its own settings stay in here, so
  // that two sandboxes do not meet and nothing is left in the project or in the person's home.
  const ownFolder = join(settings.folder, 'emulators', name)
  rmSync(ownFolder, { recursive: true, force: true })
  mkdirSync(ownFolder, { recursive: true })
  const [hubPort = 0, loggingPort = 0] = await findFreePorts(2)
  const emulators = {
    ...config.emulators,
    hub: { host: HOST, port: hubPort },
    logging: { host: HOST, port: loggingPort },
    ui: { enabled: false },
    singleProjectMode: true,
  }
  writeFileSync(configFile, JSON.stringify({ ...config, emulators }, null, 2))
  group.keep({
    name: title,
    script: bin('firebase-tools', 'lib/bin/firebase.js'),
    args: ['emulators:start', '--only', name, '--project', settings.projectId, '--config', configFile],
    cwd: ownFolder,
    // CI and NO_UPDATE_NOTIFIER: ask nothing, and call nobody for news or newer versions.
    env: { ...process.env, TMPDIR: ownFolder, XDG_CONFIG_HOME: ownFolder, CI: '1', NO_UPDATE_NOTIFIER: '1' },
    log: join(settings.folder, 'logs', `${name}-emulator.log`),
    ...(onLine ? { onLine } : {}),
  })
}
