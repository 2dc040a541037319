import type { BulkAction, OutcomeCounts } from '../domain/bulkWork.ts'
import type { PauseReason } from '../queries/bulkQueue.ts'
import { countSessions } from './counts.ts'

const DONE: Record<BulkAction, string> = { delete: 'deleted', retitle: 'retitled' }

/** Words of the strip that shows bulk work. */
export const bulkDockText = {
  region: 'Bulk work',
  goThere: 'Go to the bulk work',
  running: {
    delete: (count: number) => `Deleting ${countSessions(count)}`,
    retitle: (count: number) => `Retitling ${countSessions(count)}`,
  } satisfies Record<BulkAction, (count: number) => string>,
  ended: {
    delete: (count: number) => `Deletion of ${countSessions(count)}`,
    retitle: (count: number) => `New titles for ${countSessions(count)}`,
  } satisfies Record<BulkAction, (count: number) => string>,
  progress: (finished: number, all: number) => `${finished} of ${all}`,
  progressLabel: 'Progress of the bulk work',
  /** Only what there is: `17 deleted · 1 failed · 22 waiting`. */
  counts: (action: BulkAction, counts: OutcomeCounts) =>
    (
      [
        [counts.done, DONE[action]],
        [counts.gone, 'already gone'],
        [counts.changed, 'changed meanwhile'],
        [counts.failed, 'failed'],
        [counts.unknown, 'not known'],
        [counts.left, 'not begun'],
        [counts.running, 'under way'],
        [counts.waiting, 'waiting'],
      ] as const
    )
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(' · '),
  pausing: 'Answers to what was sent are still awaited.',
  pausingButton: 'Pausing…',
  paused: 'Paused.',
  pausedBy: {
    offline: 'Paused: this device has no connection.',
    'signed-out': 'Stopped when the sign-in ended.',
    busy: 'Paused: the server stays busy.',
    unavailable: 'Paused: the server does not answer as it should.',
    forbidden: 'Paused: this account is not allowed to do that.',
    reloaded: 'Stopped before it was finished. What is not known is looked up before anything is written.',
  } satisfies Record<PauseReason, string>,
  waiting: 'The server asked to wait.',
  goesOnIn: (seconds: number) => `Goes on in ${seconds} s.`,
  finished: (counts: string) => `Finished: ${counts}.`,
  elsewhere: 'Another tab has it.',
  notKept: 'This device does not keep the list of what was done: a reload would lose it.',
  pause: 'Pause',
  goOn: 'Go on',
  stop: 'Stop',
  retry: (count: number) => `Retry failures (${count})`,
  changedTitle: {
    delete: (count: number) => `Delete ${countSessions(count)} that somebody changed?`,
    retitle: (count: number) => `Retitle ${countSessions(count)} that somebody changed?`,
  } satisfies Record<BulkAction, (count: number) => string>,
  changedWhat: 'They are not any more what they were when they were selected.',
  changedConfirm: { delete: 'Delete anyway', retitle: 'Retitle anyway' } satisfies Record<BulkAction, string>,
  retryChanged: {
    delete: (count: number) => `Delete ${count} changed anyway`,
    retitle: (count: number) => `Retitle ${count} changed anyway`,
  } satisfies Record<BulkAction, (count: number) => string>,
  receipt: 'Receipt',
  receiptSaved: (name: string) => `Saved ${name}.`,
  details: 'Details',
  list: 'Sessions of the bulk work',
  dismiss: 'Dismiss',
  busy: 'Other bulk work is still under way, so nothing was begun.',
} as const
