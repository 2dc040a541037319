import { setTimeout as delay } from 'node:timers/promises'
import { CommandError, type ProcessGroup } from './processes.ts'

const LONGEST_WAIT_MS = 300_000
const PAUSE_MS = 100

/**
 * Resolves when the address answers with a status below 500. Rejects with a `CommandError` when a program
 * of the group ends meanwhile, or after five minutes.
 */
export async function until(group: ProcessGroup, address: string, purpose: string): Promise<void> {
  const end = Date.now() + LONGEST_WAIT_MS
  while (!(await answers(address))) {
    if (Date.now() > end)
      throw new CommandError(`No answer from ${purpose} at ${address} within five minutes.`)
    await Promise.race([delay(PAUSE_MS), group.died])
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) })
    await response.body?.cancel()
    return response.status < 500
  } catch {
    return false
  }
}
