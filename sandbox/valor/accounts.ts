import { randomUUID } from 'node:crypto'
import { SAMPLE_PASSWORD } from '../accounts.ts'
import { valorPeople, type ValorAthlete } from './people.ts'
import { madeRecordings, type Recording } from './recordings.ts'
import { DEFAULT_ACCOUNT_SETTINGS, type AccountSettings } from './settings.ts'

/** The recordings and people of one account; nobody else sees them. */
export type World = {
  athletes: ValorAthlete[]
  /** Newest first. */
  recordings: Recording[]
  byKey: ReadonlyMap<string, Recording>
}

/** Somebody who may sign in, with a world and with settings of their own. */
export type ValorAccount = {
  id: string
  username: string
  password: string
  /** Made for a test, which may change and remove it. */
  temporary: boolean
  settings: AccountSettings
  /** Tokens of an earlier generation have expired. */
  generation: { id: number; refresh: number }
  /** Made when it is asked for first, so that starting costs nothing. */
  world: () => World
}

export type NewAccount = Partial<AccountSettings> & { recordings: number }

/** The accounts that there are: the sample account, and those of tests, in memory alone. */
export type ValorAccounts = {
  byName: (username: string) => ValorAccount | null
  byId: (id: string) => ValorAccount | null
  create: (wanted: NewAccount) => ValorAccount
  remove: (id: string) => void
}

export const SAMPLE_VALOR_USERNAME = 'valor@example.com'
const SAMPLE_ID = '5f0c1e52-7c5b-4d0e-9a53-2b1f6d0e7a41'

/** Accounts with the sample account among them. */
export function valorAccounts(sample: NewAccount): ValorAccounts {
  const accounts = new Map([[SAMPLE_ID, account(SAMPLE_ID, SAMPLE_VALOR_USERNAME, false, sample)]])
  return {
    byName: (username) => [...accounts.values()].find((known) => known.username === username) ?? null,
    byId: (id) => accounts.get(id) ?? null,
    create(wanted) {
      const id = randomUUID()
      const made = account(id, `valor-${id}@example.com`, true, wanted)
      accounts.set(id, made)
      return made
    },
    remove: (id) => void accounts.delete(id),
  }
}

function account(
  id: string,
  username: string,
  temporary: boolean,
  { recordings, ...settings }: NewAccount,
): ValorAccount {
  let made: World | null = null
  return {
    id,
    username,
    password: SAMPLE_PASSWORD,
    temporary,
    settings: { ...DEFAULT_ACCOUNT_SETTINGS, ...settings },
    generation: { id: 0, refresh: 0 },
    world: () => (made ??= makeWorld(id, recordings)),
  }
}

function makeWorld(account: string, count: number): World {
  const people = valorPeople(account)
  const recordings = madeRecordings(account, count, people.recorded)
  return {
    athletes: people.listed,
    recordings,
    byKey: new Map(recordings.map((recording) => [recording.s3Key, recording])),
  }
}
