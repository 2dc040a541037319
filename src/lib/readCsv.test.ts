import { expect, it } from 'vitest'
import { fileText } from '../testing/fileText.ts'
import { writeCsv } from './csv.ts'
import { csvSeparator, readCsv, restoreCsvText } from './readCsv.ts'

const fields = (text: string, separator?: ',' | ';' | '\t') =>
  readCsv(text, separator).map(({ fields }) => fields)

it('reads back what was written, formulas, quotes and line breaks included', async () => {
  const texts = ['plain', 'a "b", c', 'two\nlines', '=1+1', "'=1", "'s", '-5', '', ' x ']
  const text = await fileText(
    writeCsv(
      ['n', 'text'],
      texts.map((each, index) => [index, each]),
    ),
  )
  const [header, ...rows] = readCsv(text)
  expect(header?.fields).toEqual(['n', 'text'])
  expect(rows.map(({ fields }) => restoreCsvText(fields[1] ?? ''))).toEqual(texts)
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11])
})

it.each([
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\n\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\rb', [['a'], ['b']]],
  ['"a""b",', [['a"b', '']]],
  ['"never closed,\nc', [['never closed,\nc']]],
  ['"a"b,c', [['a', 'c']]],
  ['', []],
  [',,\n', []],
])('reads %j', (text, wanted) => {
  expect(fields(text)).toEqual(wanted)
})

it('finds the separator a spreadsheet program has written', () => {
  expect(csvSeparator('from_s;to_s;text\n1,5;;a,b,c,d')).toBe(';')
  expect(csvSeparator('from_s\tto_s\ttext')).toBe('\t')
  expect(csvSeparator('from_s,to_s')).toBe(',')
  expect(fields('1,5;"a;b"', ';')).toEqual([['1,5', 'a;b']])
})

it('is not slowed down by a large field, nor by quotes alone', () => {
  expect(fields(`"${'x""'.repeat(300_000)}"`)[0]?.[0]).toHaveLength(600_000)
  expect(fields('"'.repeat(300_001))).toHaveLength(1)
})
