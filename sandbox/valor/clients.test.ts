import { execFile, spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openValor } from './testing/openValor.ts'

const run = promisify(execFile)
const client = (file: string) => join(import.meta.dirname, 'clients', file)
const python = spawnSync('python3', ['-c', 'import requests']).status === 0

const valor = openValor()
const sample = valor.accounts.byName('valor@example.com')!
const listener = getRequestListener(new Hono().route('/valor', valor.routes).fetch)
const server = createServer((request, response) => void listener(request, response))
let api = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/valor`
})
afterAll(() => void server.close())

async function collected(program: string, file: string, ...args: string[]): Promise<string[]> {
  const { IdToken } = await valor.signIn(sample)
  const { stdout } = await run(program, [client(file), api, IdToken, ...args])
  return stdout.trim().split(/\r?\n/)
}

const clients = [
  { language: 'JavaScript (axios)', program: process.execPath, file: 'walk.mjs', there: true },
  { language: 'Python (requests)', program: 'python3', file: 'walk.py', there: python },
]

for (const { language, program, file, there } of clients) {
  // A machine without Python, or without its package, has nothing to run.
  test.skipIf(!there)(`the vendor’s loop in ${language} collects every recording once`, async () => {
    const { recordings } = sample.world()
    expect(await collected(program, file)).toEqual(recordings.map(({ id }) => id))
    sample.settings.endForm = 'text'
    const athlete = recordings[0]!.athleteId
    const own = recordings.filter(({ athleteId }) => athleteId === athlete)
    expect(await collected(program, file, '7', athlete)).toEqual(own.map(({ id }) => id))
    sample.settings.endForm = 'null'
  })
}
