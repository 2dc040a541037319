import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const endWithParent = new URL('./endWithParent.mjs', import.meta.url).href
const LONGEST_INSTALL_MS = 15 * 60_000

/**
 * Installs what package-lock.json asks for, unless node_modules already holds it. Two commands at once on
 * one clone take turns. Answers false when npm failed (its own words are on the screen by then).
 * @param {string} root the project's folder
 * @returns {Promise<boolean>}
 */
export async function install(root) {
  if (installed(root)) return true
  const lock = join(
    tmpdir(),
    `motion-console-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`,
  )
  const release = await takeTurn(lock)
  try {
    if (installed(root)) return true
    console.log('Installing packages (npm ci) …')
    return (await npmCi(root)) === 0
  } finally {
    release()
  }
}

/**
 * npm writes its hidden lockfile as the last step of an install, so one that was interrupted half way
 * leaves none or an old one behind. Optional packages of other platforms are in the first file only.
 * @param {string} root
 */
export function installed(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)].filter((name) => name !== ''))
  return [...names].every((name) => {
    const [want, have] = [wanted[name], found[name]]
    if (!have) return want?.optional === true
    return want !== undefined && want.version === have.version && want.integrity === have.integrity
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @param {string} root @returns {Promise<number | null>} */
function npmCi(root) {
  const npm = process.env.npm_execpath
  // Run by npm, its own program is known and ends with this process; else the shell finds it.
  const child = npm?.endsWith('npm-cli.js')
    ? spawn(process.execPath, ['--import', endWithParent, npm, 'ci'], {
        cwd: root,
        env: { ...process.env, ENDS_WITH_PARENT: '1' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
    : spawn('npm ci', { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
}

/**
 * A file that exists while one process installs. One whose owner has died is set aside.
 * @param {string} lock
 * @returns {Promise<() => void>} gives the turn back
 */
async function takeTurn(lock) {
  for (let said = false; ; await delay(500)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    if (ownerGone(lock)) setAside(lock)
    else if (!said) {
      console.log('Another command is installing the packages; waiting for it …')
      said = true
    }
  }
}

/** @param {string} lock */
function ownerGone(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    const age = Date.now() - statSync(lock).mtimeMs
    // An empty file is one that its owner is about to fill.
    if (!owner) return age > 5_000
    return age > LONGEST_INSTALL_MS || !alive(owner)
  } catch {
    return false
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Renaming succeeds for one of several that find the same dead lock. @param {string} lock */
function setAside(lock) {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
    rmSync(aside, { force: true })
  } catch {
    // Somebody else was faster; the next round tells.
  }
}
