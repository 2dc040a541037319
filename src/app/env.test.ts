import { expect, it } from 'vitest'
import { readEnv, SettingsProblemError } from './env.ts'

const FINE = {
  MODE: 'production',
  VITE_API_URL: 'https://api.example',
  VITE_FIREBASE_API_KEY: 'key',
  VITE_FIREBASE_PROJECT_ID: 'project',
}

const problemsOf = (settings: Record<string, unknown>): readonly string[] => {
  try {
    readEnv(settings)
    return []
  } catch (error) {
    return error instanceof SettingsProblemError ? error.problems : [String(error)]
  }
}

it('takes complete settings', () => {
  expect(readEnv(FINE)).toEqual({
    apiUrl: 'https://api.example',
    firebase: { apiKey: 'key', projectId: 'project', authDomain: null, emulatorUrl: null },
    valor: null,
  })
})

it('names every setting that is missing or malformed', () => {
  expect(problemsOf({ MODE: 'production', VITE_API_URL: 'api.example' })).toEqual([
    expect.stringContaining('VITE_API_URL'),
    expect.stringContaining('VITE_FIREBASE_API_KEY'),
    expect.stringContaining('VITE_FIREBASE_PROJECT_ID'),
  ])
})

it('lets only the sandbox use the sign-in emulator', () => {
  const withEmulator = { ...FINE, VITE_AUTH_EMULATOR_URL: 'http://localhost:9099' }
  expect(problemsOf(withEmulator)).toEqual([expect.stringContaining('VITE_AUTH_EMULATOR_URL')])
  expect(problemsOf({ ...withEmulator, MODE: 'sandbox' })).toEqual([])
})

it('has the second source where it is named, and then asks for all of its settings', () => {
  const named = { ...FINE, VITE_VALOR_URL: 'https://recordings.example/production' }
  expect(problemsOf(named)).toEqual([
    expect.stringContaining('VITE_VALOR_AUTH_URL'),
    expect.stringContaining('VITE_VALOR_CLIENT_ID'),
  ])
  const signIn = { VITE_VALOR_AUTH_URL: 'https://sign-in.example/', VITE_VALOR_CLIENT_ID: 'console' }
  expect(readEnv({ ...named, ...signIn }).valor).toEqual({
    url: 'https://recordings.example/production',
    authUrl: 'https://sign-in.example/',
    clientId: 'console',
  })
  // Settings of a source that is not there are no mistake: an empty address switches it off.
  expect(readEnv({ ...FINE, VITE_VALOR_URL: ' ', ...signIn }).valor).toBeNull()
})
