import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { bin, CommandError } from './processes.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** Debian's Chromium without a window: the same engine, and the browser tests take three quarters of the time. */
const SHELL = 'chromium-headless-shell'
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []
  }),
]

/**
 * The path of a Chromium: `CHROMIUM_BIN`, else an installed one, else Debian's package when this is root on Debian, else
 * Playwright's own download. Tests want the shell first, measurements the browser that people use. Throws a
 * `CommandError` when none of these works.
 */
export async function findChromium(
  say: (line: string) => void,
  form: 'shell' | 'browser' = 'shell',
): Promise<string> {
  const wanted = process.env['CHROMIUM_BIN']?.trim()
  if (wanted) {
    if (isProgram(wanted)) return wanted
    throw new CommandError(`CHROMIUM_BIN is "${wanted}", which is not a program.`)
  }
  const names = form === 'shell' ? [SHELL, ...NAMES] : [...NAMES, SHELL]
  const found = installedChromium(names)
  if (found) return found
  if (isDebianRoot()) {
    const [name = ''] = names
    say(`No Chromium is installed; installing Debian's ${name} …`)
    const install = ['install', '-y', '--no-install-recommends', name, 'fonts-liberation']
    const done = (await succeeds('apt-get', ['update'])) && (await succeeds('apt-get', install))
    const packaged = done ? installedChromium(names) : null
    if (packaged) return packaged
  }
  say('No Chromium is installed; downloading the one of Playwright …')
  await succeeds(process.execPath, [bin('@playwright/test', 'cli.js'), 'install', 'chromium'])
  if (isProgram(chromium.executablePath())) return chromium.executablePath()
  throw new CommandError('No Chromium was found or could be installed; CHROMIUM_BIN=<path> names one.')
}

function installedChromium(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...inPath, ...USUAL_PLACES, chromium.executablePath()].find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Ubuntu's package of that name is a snap, which does not run in most containers. */
function isDebianRoot(): boolean {
  const release = '/etc/os-release'
  return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
}

function succeeds(program: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((done) => {
    child.once('error', () => done(false)).once('close', (status) => done(status === 0))
  })
}
