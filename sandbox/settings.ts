import { resolve } from 'node:path'
import { BODY_FORMS, DEFAULT_ACCOUNT_SETTINGS, END_FORMS, type ValorSettings } from './valor/settings.ts'

/** What the sandbox was asked for. `sessions` is null when nobody asked: a new folder then gets 480. */
export type SandboxSettings = {
  webPort: number
  apiPort: number
  authPort: number
  /** Absolute path of the folder that holds the database, the signing key and the lock. */
  folder: string
  /** A PostgreSQL server's address, or null for the embedded database in `folder`. */
  databaseUrl: string | null
  sessions: number | null
  /** Life of a signed video address, in seconds. */
  urlTtlSeconds: number
  projectId: string
  /** True switches on the routes that end-to-end tests use to make organisations of their own. */
  control: boolean
  /** How the sample account of the second API is answered. */
  valor: ValorSettings
}

/** A setting that cannot be used; the message names the variable, the value found and what is expected. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

type Environment = Record<string, string | undefined>

const PROJECT_FOLDER = resolve(import.meta.dirname, '..')
const LARGEST_PORT = 65_535
const MOST_SESSIONS = 5_000_000
const LONGEST_TTL_SECONDS = 7 * 24 * 3600
const MOST_RECORDINGS = 100_000

/** Reads the sandbox's settings; an empty variable counts as unset. Throws `SettingsError`. */
export function readSettings(env: Environment): SandboxSettings {
  const webPort = wholeNumber(env, 'WEB_PORT', 1, LARGEST_PORT) ?? 4173
  const apiPort = wholeNumber(env, 'API_PORT', 1, LARGEST_PORT) ?? 8787
  const authPort = wholeNumber(env, 'AUTH_PORT', 1, LARGEST_PORT) ?? 9099
  requireDifferent({ WEB_PORT: webPort, API_PORT: apiPort, AUTH_PORT: authPort })
  return {
    webPort,
    apiPort,
    authPort,
    folder: resolve(PROJECT_FOLDER, text(env, 'SANDBOX_FOLDER') ?? '.sandbox'),
    databaseUrl: databaseUrl(env),
    sessions: wholeNumber(env, 'SANDBOX_SESSIONS', 0, MOST_SESSIONS),
    urlTtlSeconds: wholeNumber(env, 'SANDBOX_URL_TTL', 1, LONGEST_TTL_SECONDS) ?? 900,
    projectId: 'demo-motion-console',
    control: flag(env, 'SANDBOX_CONTROL'),
    valor: valorSettings(env),
  }
}

function valorSettings(env: Environment): ValorSettings {
  const { bodyForm, endForm, tokenLife } = DEFAULT_ACCOUNT_SETTINGS
  return {
    bodyForm: choice(env, 'SANDBOX_VALOR_BODY', BODY_FORMS) ?? bodyForm,
    endForm: choice(env, 'SANDBOX_VALOR_END', END_FORMS) ?? endForm,
    tokenLife: wholeNumber(env, 'SANDBOX_VALOR_TOKEN_TTL', 1, LONGEST_TTL_SECONDS) ?? tokenLife,
    recordings: wholeNumber(env, 'SANDBOX_VALOR_RECORDINGS', 0, MOST_RECORDINGS) ?? 700,
  }
}

function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim()
  return value ? value : null
}

function wholeNumber(env: Environment, name: string, least: number, most: number): number | null {
  const found = text(env, name)
  if (found === null) return null
  const number = /^\d{1,9}$/.test(found) ? Number(found) : NaN
  if (number >= least && number <= most) return number
  throw new SettingsError(`${name} is "${found}"; expected a whole number from ${least} to ${most}.`)
}

function choice<T extends string>(env: Environment, name: string, choices: readonly T[]): T | null {
  const found = text(env, name)
  if (found === null) return null
  const known = choices.find((value) => value === found)
  if (known) return known
  throw new SettingsError(`${name} is "${found}"; expected one of: ${choices.join(', ')}.`)
}

function flag(env: Environment, name: string): boolean {
  const found = text(env, name)
  if (found === null || found === '0') return false
  if (found === '1') return true
  throw new SettingsError(`${name} is "${found}"; expected 1 (on) or 0 (off).`)
}

function databaseUrl(env: Environment): string | null {
  const found = text(env, 'DATABASE_URL')
  if (found === null || /^postgres(ql)?:\/\/./.test(found)) return found
  // The value may hold a password, so it is described and not repeated.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(found)?.[0] ?? 'no scheme'
  throw new SettingsError(
    `DATABASE_URL begins with "${scheme}"; expected postgres://user:password@host/database.`,
  )
}

function requireDifferent(ports: Record<string, number>): void {
  const seen = new Map<number, string>()
  for (const [name, port] of Object.entries(ports)) {
    const other = seen.get(port)
    if (other)
      throw new SettingsError(`${name} is "${port}", the same as ${other}; expected different ports.`)
    seen.set(port, name)
  }
}
