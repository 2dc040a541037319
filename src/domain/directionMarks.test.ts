import { expect, it } from 'vitest'
import { withoutDirectionMarks } from './directionMarks.ts'

it('takes away what turns text around, and leaves letters of every direction', () => {
  expect(withoutDirectionMarks('\u202egnp.exe\u202c \u2067x\u2069')).toBe('gnp.exe x')
  expect(withoutDirectionMarks('شامل 漢 a\u0301')).toBe('شامل 漢 a\u0301')
})
