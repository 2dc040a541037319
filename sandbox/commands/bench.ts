import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withBrowser } from '../../bench/browser.ts'
import { runLoads, runStory, signIn, type ConsoleRun } from '../../bench/consoleRuns.ts'
import { measureDatabase, type QueryTimes } from '../../bench/database.ts'
import type { Sample } from '../../bench/figures.ts'
import { measureHeap } from '../../bench/memory.ts'
import { readOptions, USAGE, type BenchOptions } from '../../bench/options.ts'
import { servePage } from '../../bench/pageServer.ts'
import { databaseReport, loadReport, machine, memoryReport, storyReport } from '../../bench/report.ts'
import { builtFiles, hostingConfig, readHostingSettings } from '../../hosting.ts'
import type { SandboxSettings } from '../settings.ts'
import { testEnvironment } from './checks.ts'
import { buildConsole, consoleEnvironment, SANDBOX_MODE, webFolder } from './console.ts'
import { findFreePorts } from './ports.ts'
import type { ProcessGroup } from './processes.ts'
import { startStack } from './stack.ts'
import { supervise } from './supervise.ts'

/** A part of the bench, with a sandbox of its own that has so many sessions. */
type Part = { sessions: number; measure: (group: ProcessGroup, settings: SandboxSettings) => Promise<void> }

const USUAL_SESSIONS = 480
/** Enough for 500 pages of 25, and for what is read ahead. */
const SESSIONS_FOR_MEMORY = 13_000

/** `npm run bench`: the measured figures beside the promises. Never a test: a missed promise is told, not failed. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'motion-console-bench-'))
  try {
    // Inside, so that a wrong option is told as text.
    let parts: Part[] = []
    const read = (): Promise<number> => {
      parts = partsOf(readOptions(args))
      return Promise.resolve(0)
    }
    let status = await supervise(read, { interrupted: 130 })
    console.log(machine())
    for (const [index, part] of parts.entries()) {
      if (status !== 0) break
      const partFolder = join(folder, String(index))
      status = await supervise((group) => runPart(group, partFolder, part), { interrupted: 130 })
      rmSync(partFolder, { recursive: true, force: true, maxRetries: 5 })
    }
    if (status === 0) console.log(`\n${machine()}`)
    return status
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function runPart(group: ProcessGroup, folder: string, { sessions, measure }: Part): Promise<number> {
  const [webPort, apiPort, authPort] = await findFreePorts(3)
  const settings = {
    WEB_PORT: String(webPort),
    API_PORT: String(apiPort),
    AUTH_PORT: String(authPort),
    SANDBOX_FOLDER: folder,
    SANDBOX_SESSIONS: String(sessions),
  }
  const env = { ...testEnvironment(process.env), ...settings }
  console.log(`\nA sandbox with ${sessions.toLocaleString('en')} sessions …`)
  const started = await startStack(group, env, 'none', say)
  await measure(group, started)
  return 0
}

function partsOf({ parts, runs, pages, sessions }: BenchOptions): Part[] {
  const found: Part[] = []
  if (parts.has('load') || parts.has('story')) {
    found.push({ sessions: USUAL_SESSIONS, measure: (...sandbox) => measureConsole(...sandbox, parts, runs) })
  }
  if (parts.has('memory')) {
    const measure: Part['measure'] = (group, settings) =>
      withPage(group, settings, (webUrl) =>
        withBrowser(group, async (browser) => {
          const context = await browser.newContext({ storageState: await signIn(browser, webUrl) })
          console.log(memoryReport(await measureHeap(context, webUrl, pages)))
        }),
      )
    found.push({ sessions: SESSIONS_FOR_MEMORY, measure })
  }
  if (parts.has('database')) {
    const times: QueryTimes[][] = []
    for (const size of sessions) {
      const measure: Part['measure'] = async (group, settings) => {
        times.push(await Promise.race([measureDatabase(settings), group.died]))
        if (times.length === sessions.length) console.log(databaseReport(sessions, times))
      }
      found.push({ sessions: size, measure })
    }
  }
  return found
}

async function measureConsole(
  group: ProcessGroup,
  settings: SandboxSettings,
  parts: BenchOptions['parts'],
  runs: number,
): Promise<void> {
  await withPage(group, settings, (webUrl) =>
    withBrowser(group, async (browser) => {
      say(`Chromium ${browser.version()}`)
      const addresses = {
        web: webUrl,
        api: `http://localhost:${settings.apiPort}`,
        auth: `http://localhost:${settings.authPort}`,
      }
      const loads: Sample[] = []
      const stories: ConsoleRun[] = []
      for (let run = 1; run <= runs; run++) {
        say(`run ${run} of ${runs}`)
        if (parts.has('load')) loads.push(await runLoads(browser, addresses))
        if (parts.has('story')) stories.push(await runStory(browser, addresses, run))
      }
      if (loads.length > 0) console.log(loadReport(loads))
      if (stories.length > 0) console.log(storyReport(stories))
    }),
  )
}

/** Builds the console against a sandbox and serves it, compressed, as long as it is used. */
async function withPage(
  group: ProcessGroup,
  settings: SandboxSettings,
  use: (webUrl: string) => Promise<void>,
): Promise<void> {
  const folder = webFolder(settings)
  const env = consoleEnvironment(settings)
  await buildConsole(group, { mode: SANDBOX_MODE, outFolder: folder, env })
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const { hosting } = hostingConfig(readHostingSettings(env), html, builtFiles(folder))
  const server = await servePage(folder, hosting, settings.webPort)
  try {
    await use(`http://localhost:${settings.webPort}`)
  } finally {
    await server.close()
  }
}

function say(line: string): void {
  console.log(`  ${line}`)
}
