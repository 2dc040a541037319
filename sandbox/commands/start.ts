import { relative } from 'node:path'
import { PROJECT_FOLDER } from './processes.ts'
import { startStack, type PageServer } from './stack.ts'
import { SAMPLE_VALOR_USERNAME } from '../valor/accounts.ts'
import { supervise } from './supervise.ts'
import {
  ATHLETE_ACCOUNT,
  SAMPLE_ACCOUNTS,
  SAMPLE_PASSWORD,
  UNPAID_ACCOUNT,
  type SampleAccount,
} from '../accounts.ts'
import type { SandboxSettings } from '../settings.ts'

/** `npm start`: the whole product on this machine, until Ctrl-C. */
export function run(): Promise<number> {
  return runStack('hosting')
}

/** Starts the product, says where it is, and keeps it until it is interrupted or a part of it ends. */
export function runStack(page: PageServer): Promise<number> {
  return supervise(
    async (group) => {
      console.log('Starting the sandbox …')
      const settings = await startStack(group, process.env, page, (line) => console.log(`  ${line}`))
      announce(settings)
      return await group.died
    },
    // Ctrl-C is how it is meant to end.
    { interrupted: 0 },
  )
}

function announce(settings: SandboxSettings): void {
  console.log(`\nReady: http://localhost:${settings.webPort}\n`)
  console.log(`Sample accounts (password ${SAMPLE_PASSWORD}):`)
  const width = Math.max(...SAMPLE_ACCOUNTS.map(({ email }) => email.length))
  for (const account of SAMPLE_ACCOUNTS) console.log(`  ${account.email.padEnd(width)}  ${describe(account)}`)
  console.log(`  ${SAMPLE_VALOR_USERNAME.padEnd(width)}  second source, inside the console: Connect`)
  const folder = relative(PROJECT_FOLDER, settings.folder) || settings.folder
  console.log(
    `\nAPI: http://localhost:${settings.apiPort} · data and logs: ${folder} · Ctrl-C ends everything`,
  )
}

function describe(account: SampleAccount): string {
  if (account === UNPAID_ACCOUNT) return 'admin of an organisation without a paid plan'
  if (account === ATHLETE_ACCOUNT) return 'athlete: no access to the console'
  return account.role === 'admin' ? 'admin' : 'sub-admin (coach)'
}
