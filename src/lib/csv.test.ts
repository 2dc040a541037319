import { expect, it } from 'vitest'
import { fileText } from '../testing/fileText.ts'
import { writeCsv } from './csv.ts'
import type { CsvCell } from './csv.ts'

const write = (...rows: CsvCell[][]) => fileText(writeCsv(['text'], rows))
const fieldOf = async (text: string) => (await write([text])).slice('\uFEFF"text"\r\n'.length, -'\r\n'.length)

/** As docs/export.md tells a program to do. */
const restore = (text: string) =>
  /^''*(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u.test(text) ? text.slice(1) : text
const unquote = (field: string) => field.slice(1, -1).replaceAll('""', '"')

it('a file begins with a byte order mark, ends its lines with CRLF and doubles quotes', async () => {
  expect(await fileText(writeCsv(['a', 'b "c"'], [['one,\ntwo', null]]))).toBe(
    '\uFEFF"a","b ""c"""\r\n"one,\ntwo",\r\n',
  )
  expect(await fileText(writeCsv(['a'], []))).toBe('\uFEFF"a"\r\n')
})

it('numbers are written as numbers, negative ones too, and what no CSV can hold as text', async () => {
  expect(await write([-1.5, 0, 1e21, 12, -0, NaN, -Infinity])).toContain(
    '\r\n-1.5,0,1e+21,12,0,"NaN","\'-Infinity"\r\n',
  )
})

it.each([
  ['=1+1', `"'=1+1"`],
  ['-1', `"'-1"`],
  ["'=1", `"''=1"`],
  ['\t x', `"'\t x"`],
  ['\u00a0\u200b=1', `"'\u00a0\u200b=1"`],
  ['＝1', `"'＝1"`],
  ['a=1', '"a=1"'],
  ["'s-Hertogenbosch", `"'s-Hertogenbosch"`],
  [' two', '" two"'],
  ['{=1}', '"{=1}"'],
])('%j is written as %s', async (text, field) => {
  expect(await fieldOf(text)).toBe(field)
})

it('a header can be hostile as well', async () => {
  expect(await fileText(writeCsv(['=cmd'], []))).toBe(`\uFEFF"'=cmd"\r\n`)
})

it('every text comes back when the one apostrophe is taken away', async () => {
  const pieces = ["'", "''", ' ', '\t', '\n', '=', '-', 'a', '"', '\u200b']
  for (const one of pieces) {
    for (const two of pieces) {
      for (const three of pieces) {
        const text = one + two + three
        const written = unquote(await fieldOf(text))
        expect(restore(written), JSON.stringify(text)).toBe(text)
      }
    }
  }
})

it('rows beyond the first part follow it', async () => {
  const rows = Array.from({ length: 2_345 }, (_, index) => [index])
  const lines = (await write(...rows)).split('\r\n')
  expect(lines.slice(1, -1).map(Number)).toEqual(rows.flat())
})
