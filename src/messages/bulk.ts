import type { BulkItem, ReceiptWords } from '../domain/bulkWork.ts'
import { errorText } from './common.ts'

/** What became of one session of a job, and why. */
export function bulkOutcomeText({ outcome, error }: BulkItem): string {
  const reason = error ? `: ${errorText[error]}` : ''
  switch (outcome) {
    case 'waiting':
      return 'Waiting'
    case 'running':
      return 'In progress'
    case 'done':
      return 'Done'
    case 'gone':
      return 'Already gone'
    case 'changed':
      return 'Not done: somebody else changed it meanwhile.'
    case 'failed':
      return `Failed${reason}`
    case 'unknown':
      return 'Not known: it was under way, and no answer came.'
    case 'left':
      return 'Not done: stopped before it began.'
  }
}

export const receiptWords: ReceiptWords = {
  columns: {
    id: 'Session ID',
    title: 'Title',
    newTitle: 'New title',
    action: 'Action',
    outcome: 'Outcome',
    time: 'Time (UTC)',
    account: 'Account',
  },
  action: (action) => (action === 'delete' ? 'Delete' : 'Change title'),
  outcome: bulkOutcomeText,
}
