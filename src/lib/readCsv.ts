import { COULD_BE_FORMULA } from './csv.ts'

/** A record of a CSV file, and the line it begins in, from 1. */
export type CsvRecord = { line: number; fields: string[] }

const SEPARATORS = [',', ';', '\t'] as const
export type CsvSeparator = (typeof SEPARATORS)[number]

/** The separator that the first line has most of: spreadsheet programs write their country's. */
export function csvSeparator(text: string): CsvSeparator {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const count = (separator: string) => first.split(separator).length
  return [...SEPARATORS].sort((a, b) => count(b) - count(a))[0] ?? ','
}

/**
 * The records of a CSV file (RFC 4180), a byte order mark and empty lines left out. A quote that is never closed ends
 * with the file.
 */
export function readCsv(text: string, separator: CsvSeparator = ','): CsvRecord[] {
  const records: CsvRecord[] = []
  // A field in quotes or without, and what ends it.
  const fieldPattern = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)(?:"|$)[^${separator}\\r\\n]*|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`,
    'gy',
  )
  let line = 1
  let record: CsvRecord = { line, fields: [] }
  fieldPattern.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  for (let match = fieldPattern.exec(text); match; match = fieldPattern.exec(text)) {
    const [whole, quoted, plain = '', end] = match
    record.fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.match(/\r\n?|\n/g)?.length ?? 0
    if (end === separator) continue
    if (record.fields.some((field) => field !== '')) records.push(record)
    record = { line, fields: [] }
    if (end === '') break
  }
  return records
}

/** A text as it was before it was kept from being a formula. */
export const restoreCsvText = (text: string): string =>
  text.startsWith("'") && COULD_BE_FORMULA.test(text.slice(1)) ? text.slice(1) : text
