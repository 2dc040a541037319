import { useSyncExternalStore } from 'react'
import type { BulkJob } from '../../../domain/bulkWork.ts'
import { readBulkJob } from '../../../domain/readBulkJob.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { createBulkQueue } from '../../../queries/bulkQueue.ts'
import type { BulkQueue, BulkState, BulkStore } from '../../../queries/bulkQueue.ts'
import { findSource, useServices } from '../../../services.ts'
import type { Services } from '../../../services.ts'
import { bulkStore } from './bulkStore.ts'

const queues = new WeakMap<Services, Map<string, BulkQueue>>()

/** The signed-in account's bulk work in a source; the same queue for all who ask, also after the page they are on. */
export function useBulkQueue(source: SessionSource): { queue: BulkQueue; state: BulkState } {
  const services = useServices()
  const queue = queueOf(services, source, services.auth.current()?.id ?? '')
  return { queue, state: useSyncExternalStore(queue.subscribe, queue.getState) }
}

function queueOf(services: Services, source: SessionSource, account: string): BulkQueue {
  const known = queues.get(services) ?? new Map<string, BulkQueue>()
  queues.set(services, known)
  const key = `${account} ${source.id}`
  const queue =
    known.get(key) ??
    createBulkQueue({
      store: jobStore({ account, source: source.id }),
      queryClient: services.queryClient,
      auth: services.auth,
      findSource: (id) => findSource(services, id),
      locks: 'locks' in navigator ? navigator.locks : null,
    })
  known.set(key, queue)
  return queue
}

/**
 * What the device keeps, as a job; the same object as long as it is the same. Anything else, and a job that is not its
 * owner's, is none.
 */
export function jobStore(owner: { account: string; source: string }): BulkStore {
  let last: { kept: unknown; job: BulkJob | null } = { kept: null, job: null }
  const toJob = (kept: unknown): BulkJob | null => {
    if (last.kept !== kept) {
      const job = readBulkJob(kept)
      const isOwners = job?.account.id === owner.account && job.source === owner.source
      last = { kept, job: isOwners ? job : null }
    }
    return last.job
  }
  return {
    get: () => toJob(bulkStore.get(owner).value),
    change: (change) =>
      bulkStore.change(owner, (kept) => {
        const present = toJob(kept)
        const job = change(present)
        if (job === present) return kept
        // A large job is written a thousand times: what was just made is not read once more.
        last = { kept: job, job }
        return job
      }),
    subscribe: bulkStore.subscribe,
  }
}
