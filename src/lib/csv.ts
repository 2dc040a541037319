/** A number is written as one; null is an empty cell. */
export type CsvCell = string | number | null

const BYTE_ORDER_MARK = '\uFEFF'
const LINES_A_PART = 1_000

/**
 * What a spreadsheet program may take for a formula, or cut a tab or line break off of: such texts get an apostrophe.
 * Apostrophes before it count as well, so that taking one away from what matches always gives the text again.
 */
export const COULD_BE_FORMULA = /^'*(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u

/** Rows as a CSV file. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Blob {
  return csvFile(linesOf(header, rows))
}

function* linesOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>) {
  yield csvFields(header)
  for (const row of rows) yield csvFields(row)
}

/** Lines of fields as a CSV file (RFC 4180), in UTF-8 with a byte order mark. */
export function csvFile(lines: Iterable<string>): Blob {
  const parts: string[] = []
  let part = BYTE_ORDER_MARK
  let linesInPart = 0
  for (const line of lines) {
    part += `${line}\r\n`
    if (++linesInPart < LINES_A_PART) continue
    parts.push(part)
    part = ''
    linesInPart = 0
  }
  return new Blob([...parts, part], { type: 'text/csv;charset=utf-8' })
}

/** Cells as a line of fields, or as a piece of one. */
export const csvFields = (cells: readonly CsvCell[]): string => cells.map(csvField).join(',')

/**
 * A cell as a field. Texts are always in quotes and numbers never, so that a program that looks can tell `007` from 7;
 * texts that could be formulas are neutralised by one apostrophe.
 */
export function csvField(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell)
  const text = String(cell)
  return `"${(COULD_BE_FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
