import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { budgetReport } from '../../bench/budget.ts'
import { findChromium } from './chromium.ts'
import { buildConsole } from './console.ts'
import { findFreePorts } from './ports.ts'
import {
  bin,
  CommandError,
  GroupStopped,
  PROJECT_FOLDER,
  type Outcome,
  type ProcessGroup,
} from './processes.ts'
import { startStack } from './stack.ts'
import type { Step, StepResult } from './steps.ts'

/** What the checks of one run share: where they write, and an environment without this machine's settings. */
export type CheckRun = { group: ProcessGroup; folder: string; env: NodeJS.ProcessEnv }

/** The person's own settings of the sandbox and of the console have no say in a test. */
export function testEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = /^(VITE_|SANDBOX_|E2E_|DATABASE_URL$|NODE_ENV$|FIREBASE_AUTH_EMULATOR_HOST$)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !settings.test(name)))
}

export function types(run: CheckRun): Step {
  return check('types', run, [{ name: 'tsc', script: bin('typescript', 'bin/tsc'), args: ['-b'] }])
}

export function lint(run: CheckRun): Step {
  return check('lint', run, [
    { name: 'eslint', script: bin('eslint', 'bin/eslint.js'), args: ['.'] },
    { name: 'prettier', script: bin('prettier', 'bin/prettier.cjs'), args: ['--check', '.'] },
  ])
}

/** Unit tests of everything but the contracts; with `paths`, all tests that are there. */
export function unit(run: CheckRun, paths: readonly string[]): Step {
  return vitest(run, 'unit tests', paths.length > 0 ? paths : ['--project=!contract'])
}

/** What the sources of sessions must do, asked of the real sandbox. */
export const contract = (run: CheckRun): Step => vitest(run, 'contract tests', ['--project=contract'])

function vitest({ group, folder, env }: CheckRun, name: string, args: readonly string[]): Step {
  const report = join(folder, `${name}.json`)
  const run = async (): Promise<StepResult> => {
    const outcome = await group.finish({
      name: 'vitest',
      script: bin('vitest', 'vitest.mjs'),
      args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
      env,
    })
    const { numPassedTests = 0, numFailedTests = 0 } = readReport<VitestReport>(report)
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      ok: outcome.status === 0,
      output: shown(outcome),
    }
  }
  return { name, run }
}

/** The production build with the settings of the example, into the run's own folder. */
export function build({ group, folder, env }: CheckRun): Step {
  const run = async (): Promise<StepResult> => {
    const example = parseEnv(readFileSync(join(PROJECT_FOLDER, '.env.example'), 'utf8'))
    // An empty value wins over one in a file of this folder; the build refuses an emulator.
    const settings = { ...env, ...example, VITE_AUTH_EMULATOR_URL: '' }
    await buildConsole(group, { mode: 'production', outFolder: productionFolder(folder), env: settings })
    return { passed: 0, failed: 0, ok: true, output: '' }
  }
  return { name: 'production build', run: () => asResult(run) }
}

/** The size of what the first load needs, against its budgets. */
export function size({ folder }: CheckRun): Step {
  const run = (): Promise<StepResult> => {
    const { ok, table } = budgetReport(productionFolder(folder))
    return Promise.resolve({ passed: 0, failed: 0, ok, output: table })
  }
  return { name: 'size budget', run: () => asResult(run) }
}

/** The browser tests, and the sandbox of their own that must be started before them; `args` go to Playwright. */
export function endToEnd(
  { group, folder, env }: CheckRun,
  args: readonly string[],
): { sandbox: Step; tests: Step } {
  const report = join(folder, 'e2e.json')
  let settings: NodeJS.ProcessEnv | null = null
  const start = async (): Promise<StepResult> => {
    const lines: string[] = []
    const chromium = await findChromium((line) => console.log(line))
    const [webPort, apiPort, authPort] = await findFreePorts(3)
    const ports = { WEB_PORT: String(webPort), API_PORT: String(apiPort), AUTH_PORT: String(authPort) }
    const sandbox = { ...env, ...ports, SANDBOX_FOLDER: join(folder, 'sandbox'), SANDBOX_CONTROL: '1' }
    try {
      await startStack(group, sandbox, 'hosting', (line) => lines.push(`  ${line}`))
    } catch (error) {
      // How far it came tells more than that it failed.
      throw error instanceof CommandError ? new CommandError([...lines, error.message].join('\n')) : error
    }
    settings = {
      ...env,
      CHROMIUM_BIN: chromium,
      E2E_WEB_URL: `http://localhost:${webPort}`,
      E2E_API_URL: `http://localhost:${apiPort}`,
      E2E_AUTH_URL: `http://localhost:${authPort}`,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }
    return { passed: 0, failed: 0, ok: true, output: lines.join('\n') }
  }
  const run = async (): Promise<StepResult> => {
    if (settings === null) throw new CommandError('There is no sandbox for these tests.')
    const finished = group.finish({
      name: 'playwright',
      script: bin('@playwright/test', 'cli.js'),
      args: ['test', '--reporter=list,json', ...args],
      env: settings,
      show: true,
    })
    const { status } = await Promise.race([finished, group.died])
    const { expected = 0, flaky = 0, unexpected = 0 } = readReport<PlaywrightReport>(report).stats ?? {}
    return { passed: expected + flaky, failed: unexpected, ok: status === 0, output: '' }
  }
  return {
    sandbox: { name: 'sandbox for end-to-end tests', run: () => asResult(start) },
    tests: { name: 'end-to-end tests', run: () => asResult(run) },
  }
}

type VitestReport = { numPassedTests?: number; numFailedTests?: number }
type PlaywrightReport = { stats?: { expected?: number; flaky?: number; unexpected?: number } }
type Tool = { name: string; script: string; args: string[] }

function productionFolder(folder: string): string {
  return join(folder, 'production')
}

function check(name: string, { group, env }: CheckRun, tools: readonly Tool[]): Step {
  const run = async (): Promise<StepResult> => {
    const outcomes: Outcome[] = []
    for (const tool of tools) outcomes.push(await group.finish({ ...tool, env }))
    const failures = outcomes.filter(({ status }) => status !== 0)
    return { passed: 0, failed: 0, ok: failures.length === 0, output: failures.map(shown).join('\n') }
  }
  return { name, run }
}

/** A failure is shown whole; of a success the last lines tell the numbers. */
function shown({ status, output }: Outcome): string {
  return status === 0 ? output.trimEnd().split('\n').slice(-6).join('\n') : output
}

async function asResult(run: () => Promise<StepResult>): Promise<StepResult> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CommandError) || error instanceof GroupStopped) throw error
    return { passed: 0, failed: 0, ok: false, output: error.message }
  }
}

/** A tool that broke down before it could count leaves no report. */
function readReport<Report extends object>(file: string): Partial<Report> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return {}
  }
}
