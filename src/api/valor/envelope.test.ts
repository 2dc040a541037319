import { expect, it } from 'vitest'
import { AppError } from '../../domain/errors.ts'
import { readEnvelope, readRows, writeToken } from './envelope.ts'

const problemOf = (json: unknown) => {
  try {
    return readRows(json)
  } catch (error) {
    return error instanceof AppError ? [error.kind, error.serverText] : 'not an AppError'
  }
}

it('takes a body as JSON text or as the list itself, and every form of the end', () => {
  for (const body of ['[1,2]', [1, 2]]) {
    for (const token of [null, 'null', '', undefined])
      expect(readRows({ statusCode: 200, body, 'X-Continuation-Token': token })).toEqual({
        rows: [1, 2],
        next: null,
      })
  }
  expect(readRows({ statusCode: 200, body: '[]', 'X-Continuation-Token': 'abc' }).next).toBe('abc')
})

it('takes a failure inside an answer for what it names', () => {
  const inside = (statusCode: unknown) => problemOf({ statusCode, body: '{"message":"Why."}' })
  expect(inside(500)).toEqual(['unavailable', 'Why.'])
  expect(inside('404')).toEqual(['not-found', 'Why.'])
  expect(inside(401), 'nothing is renewed by it').toEqual(['unavailable', 'Why.'])
  expect(inside(429)).toEqual(['busy', 'Why.'])
  expect(inside(302)).toEqual(['unavailable', 'Why.'])
})

it.each([
  [null],
  ['text'],
  [[]],
  [{ statusCode: 200, body: {} }],
  [{ body: null }],
  [{ body: [], 'X-Continuation-Token': 7 }],
])('refuses %j: it is not what was agreed', (json) => {
  expect(problemOf(json)).toEqual(['unavailable', null])
})

it('refuses a body that is cut off', () => {
  expect(() => readEnvelope({ statusCode: 200, body: '[{"Session ID":' })).toThrow()
})

it('writes a token as a JSON text that a header carries', () => {
  expect(writeToken('')).toBe('""')
  expect(writeToken('a"b')).toBe('"a\\"b"')
  const odd = 'ключ ✓'
  expect(writeToken(odd)).toMatch(/^[ -~]+$/)
  expect(JSON.parse(writeToken(odd))).toBe(odd)
})
