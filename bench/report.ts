import { cpus, loadavg, totalmem } from 'node:os'
import type { ConsoleRun } from './consoleRuns.ts'
import type { QueryTimes } from './database.ts'
import {
  FILM_FIGURES,
  figureLines,
  formatTable,
  LOAD_FIGURES,
  sizeLines,
  STORY_FIGURES,
  type Sample,
} from './figures.ts'
import type { HeapSize } from './memory.ts'
import { LINE } from './tab.ts'

const HEAD = ['figure', 'median', 'least–most', 'limit', 'floor', '']
const HEAP_LIMIT_MB = 15
const LIMITS_MS = { filter: 100, title: 1_000 }
/** How much slower a page of a large database may be than one of the first size. */
const PAGE_FACTOR = 2

/** What it was measured on; other work on the machine makes everything slower. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`
}

/** Other work on the machine, when there is enough of it to spoil the times; null when it is quiet. */
export function busyWarning(): string | null {
  const [load = 0] = loadavg()
  if (load <= cpus().length / 2) return null
  return `This machine is busy (load ${load.toFixed(1)}): times are upper bounds; bytes, requests, shift and heap hold.`
}

export function loadReport(samples: readonly Sample[]): string {
  return [
    `\n${formatTable(HEAD, figureLines(LOAD_FIGURES, samples))}`,
    '',
    'floor: the same files and answers by bare fetch on the same line, one trip after the other where one needs',
    'the other: page, files, sign-in, list.',
    line(),
  ].join('\n')
}

export function storyReport(runs: readonly ConsoleRun[]): string {
  const samples = runs.map(({ sample }) => sample)
  const steps = runs.at(-1)?.steps ?? []
  const lines = steps.map(({ name, time, requests, slowest, layoutShift }) => [
    name,
    `${time.toFixed(0)} ms`,
    String(requests.reads),
    String(requests.writes),
    String(requests.preflights),
    layoutShift === 0 ? '' : layoutShift.toFixed(4),
    `${slowest.duration} ms ${slowest.name} ${slowest.target}`.trim(),
  ])
  return [
    `\n${formatTable(HEAD, figureLines(STORY_FIGURES, samples))}`,
    '\nThe last run, step by step (the requests of list … back again are the story)',
    formatTable(['step', 'time', 'reads', 'writes', 'OPTIONS', 'shift', 'slowest interaction'], lines),
    '',
    'floor: the same answers by bare fetch on the same line; a limit of the kind "round trip + 150 ms" is',
    'counted from it.',
    line(),
    'The throttling does not slow the OPTIONS: on a real line to another origin each costs one more round trip.',
  ].join('\n')
}

/** `sizes` and `samples` go together. */
export function listReport(sizes: readonly number[], samples: readonly (readonly Sample[])[]): string {
  const head = ['the list page with', ...sizes.map((size) => `${size.toLocaleString('en')} sessions`), '']
  return [`\n${formatTable(head, sizeLines(samples))}`, '', 'Medians of runs in turn.', line()].join('\n')
}

export function filmReport(samples: readonly Sample[]): string {
  return [
    `\n${formatTable(HEAD, figureLines(FILM_FIGURES, samples))}`,
    '',
    'Six lanes, ten seconds each, at the speed of this machine. Tasks and frames are told from 50 ms on: 0 ms is none.',
    'Other work on the machine lengthens them; processor time is the page’s alone.',
    'floor: the same page at rest.',
  ].join('\n')
}

export function memoryReport(sizes: readonly HeapSize[]): string {
  const lines = sizes.map(({ pages, bytes }) => {
    const size = bytes / 1e6
    return [
      `${pages} pages`,
      `${size.toFixed(1)} MB`,
      pages > 0 ? (size <= HEAP_LIMIT_MB ? 'met' : 'MISSED') : '',
    ]
  })
  return `\n${formatTable(['heap after', 'used', `${HEAP_LIMIT_MB} MB`], lines)}`
}

/** `sizes` and `times` go together; the first size is what the others are compared with. */
export function databaseReport(sizes: readonly number[], times: readonly QueryTimes[][]): string {
  const [base = []] = times
  const head = ['list request', ...sizes.map((size) => `${size.toLocaleString('en')} p50 (p95)`), 'limit', '']
  const lines = base.map(({ name, kind, p50 }, index) => {
    const found = times.map((each) => each[index])
    const limit = kind === 'floor' ? null : kind === 'page' ? PAGE_FACTOR * p50 : LIMITS_MS[kind]
    const slowest = Math.max(...found.map((each) => each?.p50 ?? NaN))
    return [
      name,
      ...found.map((each) => `${each?.p50.toFixed(1)} (${each?.p95.toFixed(1)}) ms`),
      limit === null ? '' : `${limit.toFixed(1)} ms`,
      limit === null ? '' : slowest <= limit ? 'met' : 'MISSED',
    ]
  })
  return [
    `\n${formatTable(head, lines)}`,
    '',
    'One request after the other for 51 rows, over HTTP on this machine, with a token that is checked. Limits are for',
    `the median: of a page ${PAGE_FACTOR} × that of the first size.`,
  ].join('\n')
}

function line(): string {
  const { latencyMs, bytesPerSecond, cpuSlowdown } = LINE
  return `Emulated: ${latencyMs} ms for each answer, ${(bytesPerSecond * 8) / 1e6} Mbit/s, processor ${cpuSlowdown} × slower.`
}
