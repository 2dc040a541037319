import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  build,
  contract,
  endToEnd,
  lint,
  size,
  testEnvironment,
  types,
  unit,
  type CheckRun,
} from './checks.ts'
import { CommandError } from './processes.ts'
import { runLane, summarise, type Step } from './steps.ts'
import { supervise } from './supervise.ts'

const USAGE = `Usage: npm test -- [--only <step>,…] [file …]

  npm test                          everything
  npm test -- --only types,lint     some steps: types, lint, unit, contract, build, size, e2e
  npm test -- src/domain            unit and contract tests of a folder or file
  npm test -- e2e/hosting.spec.ts   end-to-end tests of a file (also with :line)`

const STEPS = ['types', 'lint', 'unit', 'contract', 'build', 'size', 'e2e'] as const
type StepName = (typeof STEPS)[number]

/** `npm test`: every check, on free ports and in a folder of its own, which is removed at the end. */
export async function run(args: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'motion-console-test-'))
  try {
    return await supervise((group) => runChecks({ group, folder, env: testEnvironment(process.env) }, args), {
      interrupted: 130,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function runChecks(checks: CheckRun, args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const { names, paths } = readArguments(args)
  const { sandbox, tests } = endToEnd(checks, paths)
  const all: Record<StepName, Step> = {
    types: types(checks),
    lint: lint(checks),
    unit: unit(checks, paths),
    contract: contract(checks),
    build: build(checks),
    size: size(checks),
    e2e: sandbox,
  }
  const lane = (...wanted: StepName[]): Step[] =>
    wanted.filter((name) => names.has(name)).map((name) => all[name])
  // Two lanes of like length for two cores: one worker runs the unit tests. The browser tests have the machine to
  // themselves, and find their sandbox started.
  const lanes = await Promise.all([
    runLane(lane('types', 'lint', 'build', 'size', 'contract')),
    runLane(lane('unit', 'e2e')),
  ])
  const last = await runLane(names.has('e2e') ? [tests] : [])
  return summarise([...lanes.flat(), ...last])
}

function readArguments(args: readonly string[]): { names: Set<StepName>; paths: string[] } {
  const only = args.indexOf('--only')
  if (only === -1) {
    const names: readonly StepName[] = args.length === 0 ? STEPS : [args.some(isEndToEnd) ? 'e2e' : 'unit']
    if (args.some((arg) => arg.startsWith('-'))) throw new CommandError(USAGE)
    if (args.some(isEndToEnd) && !args.every(isEndToEnd)) throw new CommandError(USAGE)
    return { names: new Set(names), paths: [...args] }
  }
  const wanted = (args[only + 1] ?? '').split(',')
  const names = STEPS.filter((name) => wanted.includes(name))
  if (names.length !== wanted.length || args.length !== 2) throw new CommandError(USAGE)
  // Sizes are those of the build.
  return { names: new Set(names.includes('size') ? ['build', ...names] : names), paths: [] }
}

function isEndToEnd(path: string): boolean {
  return path.replaceAll('\\', '/').startsWith('e2e')
}
