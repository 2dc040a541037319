import { stopwatch } from './stack.ts'

/** What a step found: tests it counted, and what to show of it. A step without tests counts itself. */
export type StepResult = { passed: number; failed: number; ok: boolean; output: string }

export type Step = { name: string; run: () => Promise<StepResult> }

export type StepReport = StepResult & { name: string; time: string }

/** Runs one step and prints its heading, its time, and its output where it failed or has something to say. */
export async function runStep({ name, run }: Step): Promise<StepReport> {
  const time = stopwatch()
  console.log(`… ${name}`)
  const result = await run()
  const report = { ...result, name, time: time() }
  console.log(`\n── ${name}: ${result.ok ? 'passed' : 'FAILED'} (${report.time})`)
  if (result.output.trim() !== '') console.log(result.output.trimEnd())
  return report
}

/** Runs the steps of one lane in turn; a lane goes on after a failure, since its steps are independent. */
export async function runLane(steps: readonly Step[]): Promise<StepReport[]> {
  const reports: StepReport[] = []
  for (const step of steps) reports.push(await runStep(step))
  return reports
}

/** A line for each step and, as the last one, how many tests passed and failed. Returns the exit status. */
export function summarise(reports: readonly StepReport[]): number {
  const width = Math.max(...reports.map(({ name }) => name.length))
  console.log('\nSummary')
  for (const { name, ok, time, passed, failed } of reports) {
    const tests = passed + failed > 0 ? ` · ${passed} passed, ${failed} failed` : ''
    console.log(`  ${name.padEnd(width)}  ${ok ? 'passed' : 'FAILED'}  ${time}${tests}`)
  }
  const passed = reports.reduce((sum, report) => sum + report.passed, 0)
  // A step that fails outside its tests (types, lint, a suite that cannot be loaded) counts as one.
  const failed = reports.reduce((sum, report) => sum + (report.ok ? 0 : Math.max(1, report.failed)), 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return reports.every(({ ok }) => ok) ? 0 : 1
}
