import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

test('nothing set, or set to nothing, means the documented values', () => {
  for (const env of [{}, { WEB_PORT: '', SANDBOX_SESSIONS: ' ', DATABASE_URL: '' }]) {
    const { folder, ...settings } = readSettings(env)
    expect(isAbsolute(folder) && folder.endsWith('.sandbox')).toBe(true)
    expect(settings).toEqual({
      webPort: 4173,
      apiPort: 8787,
      authPort: 9099,
      databaseUrl: null,
      sessions: null,
      urlTtlSeconds: 900,
      projectId: 'demo-motion-console',
      control: false,
      valor: { bodyForm: 'string', endForm: 'null', tokenLife: 3600, recordings: 700 },
    })
  }
})

test.each([
  [{ API_PORT: '70000' }, 'API_PORT is "70000"; expected a whole number from 1 to 65535.'],
  [{ SANDBOX_SESSIONS: '-1' }, 'SANDBOX_SESSIONS is "-1"'],
  [{ SANDBOX_URL_TTL: '1.5' }, 'SANDBOX_URL_TTL is "1.5"'],
  [{ SANDBOX_CONTROL: 'yes' }, 'SANDBOX_CONTROL is "yes"; expected 1 (on) or 0 (off).'],
  [{ SANDBOX_VALOR_END: 'nil' }, 'SANDBOX_VALOR_END is "nil"; expected one of: null, text, empty, missing.'],
  [{ WEB_PORT: '8787' }, 'API_PORT is "8787", the same as WEB_PORT'],
  [{ DATABASE_URL: 'mysql://me:secret@host/db' }, 'DATABASE_URL begins with "mysql:"'],
])('%j names the variable, the value and what is expected', (env, words) => {
  expect(() => readSettings(env)).toThrow(SettingsError)
  expect(() => readSettings(env)).toThrow(words)
})

test('a password in a wrong address is not repeated', () => {
  expect(() => readSettings({ DATABASE_URL: 'mysql://me:secret@host/db' })).not.toThrow('secret')
})
