import { parseArgs } from 'node:util'
import { CommandError } from '../sandbox/commands/processes.ts'

export const PARTS = ['load', 'story', 'list', 'film', 'memory', 'database'] as const
export type Part = (typeof PARTS)[number]

/** `runs` are of load, story, list and film; `pages` are turned for the memory; `sessions` are sizes of the database. */
export type BenchOptions = { parts: ReadonlySet<Part>; runs: number; pages: number; sessions: number[] }

export const USAGE = `Usage: npm run bench -- [--runs <n>] [--only <part>,…] [--pages <n>] [--sessions <n>,…]

  --runs 5                   runs of load, story, list and film; the tables show their medians
  --only load,story          some parts: load, story, list, film, memory, database
  --pages 50                 pages turned for the memory, at most 500
  --sessions 1000,100000     sizes of the database, the first is what the others are compared with`

/** Reads the command line. Throws a `CommandError` with the usage. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { runs, only, pages, sessions } = parse(args)
  const parts = only.split(',')
  const wanted = PARTS.filter((part) => parts.includes(part))
  if (wanted.length !== parts.length) throw new CommandError(USAGE)
  const sizes = sessions.split(',').map((size) => wholeNumber(size, 5_000_000))
  if (new Set(sizes).size < sizes.length) throw new CommandError(`Every size once.\n\n${USAGE}`)
  return {
    parts: new Set(wanted),
    runs: wholeNumber(runs, 100),
    pages: wholeNumber(pages, 500),
    sessions: sizes,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string', default: '5' },
        only: { type: 'string', default: PARTS.join(',') },
        pages: { type: 'string', default: '50' },
        sessions: { type: 'string', default: '1000,100000' },
      },
    }).values
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function wholeNumber(text: string, most: number): number {
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : NaN
  if (number <= most) return number
  throw new CommandError(`"${text}" is not a whole number from 1 to ${most}.\n\n${USAGE}`)
}
