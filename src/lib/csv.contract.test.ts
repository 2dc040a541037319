import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv } from './csv.ts'

const run = promisify(execFile)

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('LibreOffice (soffice) is not installed: no spreadsheet program reads our CSV in this run.')
    return false
  }
}

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1+1',
  '\n=1+1',
  '\r=1+1',
  ' =1+1',
  ' - 5',
  '＝1+1',
  '-1+1',
]
const APOSTROPHES = ["'=1+1", "''-1", "'", "'quoted'", "' =1"]
const PLAIN = [
  'say "hi"',
  '"',
  'a,b;c\td',
  'one\ntwo',
  'one\r\ntwo',
  'Привет, Мария',
  '<b>bold</b>',
  '  spaces  ',
  '😀 ‮right to left',
]
/** Texts that a program which does not look at the quotes takes for something else, though for no formula. */
const NUMBERLIKE = ['007', '1/2', '12:30', 'TRUE', '1e5', '12345678901234567890', '$5', '']
const NUMBERS = [-1.5, -42, 0, 3, 1e21, -1e-7, 0.1]

type OfficeCell = { type: string; text: string; value: string | null; formula: string | null }

/** The cells of a sheet as LibreOffice keeps them, read from its flat XML. */
function readSheet(xml: string): OfficeCell[][] {
  const rows = xml.match(/<table:table-row[ >].*?<\/table:table-row>/gs) ?? []
  return rows.map((row) =>
    (row.match(/<table:table-cell[^>]*\/>|<table:table-cell.*?<\/table:table-cell>/gs) ?? []).map((cell) => {
      const [tag = ''] = /^<[^>]*>/.exec(cell) ?? []
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null
      const lines = cell.match(/<text:p\/>|<text:p>.*?<\/text:p>/gs) ?? []
      return {
        type: attribute('office:value-type') ?? 'empty',
        value: attribute('office:value'),
        formula: attribute('table:formula'),
        text: lines.map(plainText).join('\n'),
      }
    }),
  )
}

const plainText = (xml: string): string =>
  xml
    .replace(/<text:s text:c="(\d+)"\/>/g, (_, count: string) => ' '.repeat(Number(count)))
    .replaceAll('<text:s/>', ' ')
    .replaceAll('<text:tab/>', '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** A cell keeps lines, and not how they were ended. */
const sameLines = (text: string) => text.replace(/\r\n?/g, '\n')
/** As docs/export.md says it: one apostrophe is taken away from what would be a formula without it. */
const restored = (text: string) =>
  /^''*(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u.test(text) ? text.slice(1) : text

describe.skipIf(!hasOffice())('LibreOffice', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motion-console-csv-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** `options` of its CSV filter: comma, double quote, UTF-8, first row; then whether quoted cells are texts. */
  const open = async (rows: (string | number)[][], quotedAreTexts: boolean): Promise<OfficeCell[][]> => {
    const csv = writeCsv(['text', 'number'], rows)
    await writeFile(join(folder, 'sheet.csv'), Buffer.from(await csv.arrayBuffer()))
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      `--infilter=CSV:44,34,76,1,,0,${quotedAreTexts},true`,
      ...['--convert-to', 'fods', '--outdir', folder, join(folder, 'sheet.csv')],
    ])
    return readSheet(await readFile(join(folder, 'sheet.fods'), 'utf8'))
  }
  const rowsOf = (texts: string[]) =>
    texts.map((text, index): [string, number] => [text, NUMBERS[index % NUMBERS.length] ?? 0])

  it('reads back the same texts, no formula, and numbers as numbers, whether it looks at the quotes or not', async () => {
    for (const quotedAreTexts of [false, true]) {
      const texts = [...FORMULAS, ...APOSTROPHES, ...PLAIN, ...(quotedAreTexts ? NUMBERLIKE : [])]
      const [header, ...cells] = await open(rowsOf(texts), quotedAreTexts)
      expect(header?.map(({ text }) => text)).toEqual(['text', 'number'])
      expect(cells.flat().filter(({ formula }) => formula !== null)).toEqual([])
      expect(cells.map(([cell]) => restored(cell?.text ?? ''))).toEqual(texts.map(sameLines))
      for (const [index, [text, number]] of cells.entries()) {
        expect(text?.type).toBe(text?.text === '' ? text.type : 'string')
        expect(number).toMatchObject({ type: 'float', formula: null })
        expect(Number(number?.value)).toBe(NUMBERS[index % NUMBERS.length])
      }
    }
  }, 180_000)
})
