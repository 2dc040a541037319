import { expect, it } from 'vitest'
import { createMatcher } from './matchOptions.ts'
import type { ComboboxOption } from './matchOptions.ts'

const person = (label: string, hint: string | null = null): ComboboxOption => ({ value: label, label, hint })

const found = (options: ComboboxOption[], typed: string) =>
  createMatcher(options)(typed).map(({ label }) => label)

it('finds words anywhere, in any order, whatever their case and accents', () => {
  const people = [person('Élodie Brûlé'), person('Anna Sørli'), person('Łukasz Groß'), person('Zoë Ångström')]
  expect(found(people, 'elodie')).toEqual(['Élodie Brûlé'])
  expect(found(people, 'BRULE él')).toEqual(['Élodie Brûlé'])
  expect(found(people, 'sorli')).toEqual(['Anna Sørli'])
  expect(found(people, 'SØRLI anna')).toEqual(['Anna Sørli'])
  expect(found(people, 'gross luk')).toEqual(['Łukasz Groß'])
  expect(found(people, 'angstrom')).toEqual(['Zoë Ångström'])
  // The same letters, composed and taken apart, and in full width.
  expect(found(people, 'Zoe\u0308')).toEqual(['Zoë Ångström'])
  expect(found(people, 'Ａｎｎａ')).toEqual(['Anna Sørli'])
  expect(found(people, 'anna brule')).toEqual([])
})

it('finds by e-mail, and puts first what begins with the word', () => {
  const people = [
    person('Jabo Unger', 'j@club.example'),
    person('Bo Berg', 'bo@club.example'),
    person('Cleo'),
  ]
  expect(found(people, 'club.example')).toEqual(['Jabo Unger', 'Bo Berg'])
  expect(found(people, 'bo')).toEqual(['Bo Berg', 'Jabo Unger'])
})

it('takes what is typed for text and not for a pattern, and leaves out nobody when nothing is typed', () => {
  const people = [person('A. (Kim)'), person('[b] \\d'), person('C'), person('')]
  expect(found(people, '(ki')).toEqual(['A. (Kim)'])
  expect(found(people, '\\d')).toEqual(['[b] \\d'])
  expect(found(people, '.*')).toEqual([])
  expect(found(people, '  ')).toEqual(['A. (Kim)', '[b] \\d', 'C', ''])
})

it('gives the first fifty and the number of the others', () => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => person(`Runner ${index}`))
  const match = createMatcher(crowd)
  expect([match('').length, match('').more]).toEqual([50, 4_950])
  // Of 0 to 4999 there are 199 numbers with 49 in them.
  expect([match('runner 49').length, match('runner 49').more]).toEqual([50, 149])
  expect([match('runner 4999').length, match('runner 4999').more]).toEqual([1, 0])
})
