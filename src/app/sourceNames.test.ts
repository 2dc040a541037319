import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '..')
/** Everything that asks what a source can do, and never which one it is. */
const ROOMS = ['features', 'queries', 'player', 'ui', 'lib', 'domain', 'messages', 'app']
const FILES = ['auth/ConnectPanel.tsx', 'services.ts', 'paths.ts']
/** Puts the console together, and reads the settings for it. */
const KNOWING = ['app/createServices.ts', 'app/env.ts']
const NAMES = /valor|aikynetix/i

const read = (file: string) => readFileSync(join(SRC, file), 'utf8')
const filesOf = (room: string) =>
  readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(room, file))

describe('which source it is', () => {
  it('no page, player or word of the console knows by name', () => {
    const files = [...ROOMS.flatMap(filesOf), ...FILES].filter((file) => !KNOWING.includes(file))
    expect(files.length).toBeGreaterThan(200)
    expect(files.filter((file) => NAMES.test(read(file)))).toEqual([])
    expect(KNOWING.every((file) => NAMES.test(read(file)))).toBe(true)
  })

  it('no page knows by its place among them', () => {
    const byPlace = /\bsources(\[0\]|\.at\(0\))|const \[\w+\] = sources\b/
    expect(filesOf('features').filter((file) => byPlace.test(read(file)))).toEqual([])
  })
})
