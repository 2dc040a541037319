/** The console's settings, read and checked once at start. */
export type Env = {
  apiUrl: string
  firebase: { apiKey: string; projectId: string; authDomain: string | null; emulatorUrl: string | null }
  /** The second source; null where the site has none. */
  valor: { url: string; authUrl: string; clientId: string } | null
}

/** One or more settings are missing or malformed; each line names one and says what is expected. */
export class SettingsProblemError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'SettingsProblemError'
    this.problems = problems
  }
}

/** Reads the build's settings. Throws `SettingsProblemError`. */
export function readEnv(settings: Record<string, unknown>): Env {
  const problems: string[] = []
  const text = (name: string): string | null => {
    const value = settings[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const required = (name: string, what: string): string => {
    const value = text(name)
    if (value === null) problems.push(`${name} is missing: ${what}.`)
    return value ?? ''
  }
  const address = (name: string, value: string): string => {
    if (value !== '' && !isHttpAddress(value)) problems.push(`${name} is not a web address: “${value}”.`)
    return value
  }
  const readValor = (url: string) => ({
    url,
    authUrl: address('VITE_VALOR_AUTH_URL', required('VITE_VALOR_AUTH_URL', 'the address of its sign-in')),
    clientId: required('VITE_VALOR_CLIENT_ID', 'the client that its sign-in knows this console by'),
  })

  const sandbox = settings.MODE === 'sandbox'
  const emulatorUrl = text('VITE_AUTH_EMULATOR_URL')
  const apiUrl = address(
    'VITE_API_URL',
    required('VITE_API_URL', 'the address of the session-management API'),
  )
  if (emulatorUrl !== null) address('VITE_AUTH_EMULATOR_URL', emulatorUrl)
  if (emulatorUrl !== null && !sandbox) {
    problems.push('VITE_AUTH_EMULATOR_URL is set, but only the sandbox may use the sign-in emulator.')
  }
  for (const origin of (text('VITE_MEDIA_ORIGINS') ?? '').split(/[\s,]+/))
    address('VITE_MEDIA_ORIGINS', origin)
  const firebase = {
    apiKey: required('VITE_FIREBASE_API_KEY', 'the Web API key of the Firebase project'),
    projectId: required('VITE_FIREBASE_PROJECT_ID', 'the id of the Firebase project'),
    authDomain: text('VITE_FIREBASE_AUTH_DOMAIN'),
    emulatorUrl,
  }
  const valorUrl = text('VITE_VALOR_URL')
  const valor = valorUrl === null ? null : readValor(address('VITE_VALOR_URL', valorUrl))
  if (problems.length > 0) throw new SettingsProblemError(problems)
  return { apiUrl, firebase, valor }
}

function isHttpAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
