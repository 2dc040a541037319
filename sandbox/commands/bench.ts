import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withBrowser } from '../../bench/browser.ts'
import { runLoads, runStory, signIn, type ConsoleRun } from '../../bench/consoleRuns.ts'
import { measureDatabase } from '../../bench/database.ts'
import type { Sample } from '../../bench/figures.ts'
import { runFilm } from '../../bench/film.ts'
import type { Addresses } from '../../bench/floors.ts'
import { measureHeap } from '../../bench/memory.ts'
import { readOptions, USAGE, type BenchOptions } from '../../bench/options.ts'
import { servePage } from '../../bench/pageServer.ts'
import {
  busyWarning,
  databaseReport,
  filmReport,
  listReport,
  loadReport,
  machine,
  memoryReport,
  storyReport,
} from '../../bench/report.ts'
import { builtFiles, hostingConfig, readHostingSettings } from '../../hosting.ts'
import type { SandboxSettings } from '../settings.ts'
import { testEnvironment } from './checks.ts'
import { buildConsole, consoleEnvironment, SANDBOX_MODE, webFolder } from './console.ts'
import { findFreePorts } from './ports.ts'
import { CommandError, type ProcessGroup } from './processes.ts'
import { startStack } from './stack.ts'
import { supervise } from './supervise.ts'

/** A part of the bench, with sandboxes of its own that have so many sessions. */
type Part = {
  sessions: readonly number[]
  measure: (group: ProcessGroup, sandboxes: readonly SandboxSettings[]) => Promise<void>
}

const USUAL_SESSIONS = 480
const LIST_SESSIONS = [USUAL_SESSIONS, 100_000]
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
    const parts = partsOf(readOptions(args))
    console.log(machine())
    console.log(busyWarning() ?? '')
    for (const [index, part] of parts.entries()) {
      const partFolder = join(folder, String(index))
      const status = await supervise((group) => runPart(group, partFolder, part), { interrupted: 130 })
      if (status !== 0) return status
      rmSync(partFolder, { recursive: true, force: true, maxRetries: 5 })
    }
    console.log(`\n${machine()}`)
    return 0
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    return 2
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function runPart(group: ProcessGroup, folder: string, { sessions, measure }: Part): Promise<number> {
  const sandboxes: SandboxSettings[] = []
  for (const count of sessions) {
    console.log(`\nA sandbox with ${count.toLocaleString('en')} sessions …`)
    const [webPort, apiPort, authPort] = await findFreePorts(3)
    const settings = {
      WEB_PORT: String(webPort),
      API_PORT: String(apiPort),
      AUTH_PORT: String(authPort),
      SANDBOX_FOLDER: join(folder, String(count)),
      SANDBOX_SESSIONS: String(count),
    }
    const env = { ...testEnvironment(process.env), ...settings }
    sandboxes.push(await startStack(group, env, 'none', say))
  }
  await measure(group, sandboxes)
  return 0
}

function partsOf({ parts, runs, pages, sessions }: BenchOptions): Part[] {
  const found: Part[] = []
  if (parts.has('load') || parts.has('story')) {
    found.push({
      sessions: [USUAL_SESSIONS],
      measure: (group, [sandbox]) =>
        withPage(group, sandbox, (addresses) => measureConsole(group, addresses, parts, runs)),
    })
  }
  if (parts.has('list')) {
    found.push({
      sessions: LIST_SESSIONS,
      measure: (group, [few, many]) =>
        withPage(group, few, (ofFew) =>
          withPage(group, many, (ofMany) => measureList(group, [ofFew, ofMany], runs)),
        ),
    })
  }
  if (parts.has('film')) {
    found.push({
      sessions: [USUAL_SESSIONS],
      measure: (group, [sandbox]) => withPage(group, sandbox, ({ web }) => measureFilm(group, web, runs)),
    })
  }
  if (parts.has('memory')) {
    found.push({
      sessions: [SESSIONS_FOR_MEMORY],
      measure: (group, [sandbox]) => withPage(group, sandbox, ({ web }) => measureMemory(group, web, pages)),
    })
  }
  if (parts.has('database')) {
    found.push({
      sessions,
      measure: async (group, sandboxes) => {
        const times = await Promise.race([measureDatabase(sandboxes), group.died])
        console.log(databaseReport(sessions, times))
      },
    })
  }
  return found
}

async function measureConsole(
  group: ProcessGroup,
  addresses: Addresses,
  parts: BenchOptions['parts'],
  runs: number,
): Promise<void> {
  await withBrowser(group, async (browser) => {
    say(`Chromium ${browser.version()}`)
    const loads: Sample[] = []
    const stories: ConsoleRun[] = []
    for (let run = 1; run <= runs; run++) {
      say(`run ${run} of ${runs}`)
      if (parts.has('load')) loads.push(await runLoads(browser, addresses))
      if (parts.has('story')) stories.push(await runStory(browser, addresses, run))
    }
    if (loads.length > 0) console.log(loadReport(loads))
    if (stories.length > 0) console.log(storyReport(stories))
  })
}

/** The same loads and stories with few and with many sessions, in turn, so that other work slows both alike. */
async function measureList(group: ProcessGroup, pages: readonly Addresses[], runs: number): Promise<void> {
  await withBrowser(group, async (browser) => {
    const samples = pages.map((): Sample[] => [])
    for (let run = 1; run <= runs; run++) {
      say(`run ${run} of ${runs}`)
      for (const [index, addresses] of pages.entries()) {
        const loads = await runLoads(browser, addresses)
        const { sample } = await runStory(browser, addresses, run)
        samples[index]?.push({ ...loads, ...sample })
      }
    }
    console.log(listReport(LIST_SESSIONS, samples))
  })
}

async function measureFilm(group: ProcessGroup, webUrl: string, runs: number): Promise<void> {
  await withBrowser(group, async (browser) => {
    const signedIn = await signIn(browser, webUrl)
    const samples: Sample[] = []
    for (let run = 1; run <= runs; run++) {
      say(`run ${run} of ${runs}`)
      samples.push(await runFilm(browser, webUrl, signedIn))
    }
    console.log(filmReport(samples))
  })
}

async function measureMemory(group: ProcessGroup, webUrl: string, pages: number): Promise<void> {
  await withBrowser(group, async (browser) => {
    const context = await browser.newContext({ storageState: await signIn(browser, webUrl) })
    console.log(memoryReport(await measureHeap(context, webUrl, pages)))
  })
}

/** Builds the console against a sandbox and serves it, compressed, as long as it is used. */
async function withPage(
  group: ProcessGroup,
  settings: SandboxSettings | undefined,
  use: (addresses: Addresses) => Promise<void>,
): Promise<void> {
  if (!settings) throw new Error('A page needs a sandbox.')
  const folder = webFolder(settings)
  const env = consoleEnvironment(settings)
  await buildConsole(group, { mode: SANDBOX_MODE, outFolder: folder, env })
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const { hosting } = hostingConfig(readHostingSettings(env), html, builtFiles(folder))
  const { webPort, apiPort, authPort } = settings
  const server = await servePage(folder, hosting, webPort)
  const at = (port: number): string => `http://localhost:${port}`
  try {
    await use({ web: at(webPort), api: at(apiPort), auth: at(authPort) })
  } finally {
    await server.close()
  }
}

function say(line: string): void {
  console.log(`  ${line}`)
}
