import { createOwnStore } from '../../../lib/ownStore.ts'

/** The job of an account and source as the device keeps it; read with `readBulkJob`, since it may be anything. */
export const bulkStore = createOwnStore<unknown>({
  name: 'bulk-work',
  version: 1,
  empty: null,
  read: (json) => json,
})
