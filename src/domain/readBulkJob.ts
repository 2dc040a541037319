import { MOST_ITEMS } from './bulkWork.ts'
import type { BulkAction, BulkItem, BulkJob, BulkOutcome } from './bulkWork.ts'
import type { ErrorKind } from './errors.ts'
import { parseRecordedAt } from './recordedAt.ts'
import { isStatus } from './session.ts'
import type { SessionVersion } from './sessionVersion.ts'

const ACTIONS: Record<BulkAction, true> = { delete: true, retitle: true }

const OUTCOMES: Record<BulkOutcome, true> = {
  waiting: true,
  running: true,
  done: true,
  gone: true,
  changed: true,
  failed: true,
  unknown: true,
  left: true,
}

const KINDS: Record<ErrorKind, true> = {
  offline: true,
  unavailable: true,
  busy: true,
  'signed-out': true,
  'forbidden-role': true,
  'forbidden-plan': true,
  'not-found': true,
  conflict: true,
  quota: true,
  'already-done': true,
  invalid: true,
  'job-failed': true,
  aborted: true,
  'stale-cursor': true,
  endless: true,
  'address-expired': true,
}

type Fields = Record<string, unknown>

const isText = (value: unknown): value is string => typeof value === 'string'
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isOneOf = <Name extends string>(names: Record<Name, true>, value: unknown): value is Name =>
  isText(value) && Object.hasOwn(names, value)
const isNullOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === null || is(value)

/** A job as the device's storage holds it, the same object; null when it is not one, since storage may hold anything. */
export const readBulkJob = (json: unknown): BulkJob | null => (isJob(json) ? json : null)

function isJob(json: unknown): json is BulkJob {
  if (!isFields(json)) return false
  const { id, source, action, account, startedAt, items } = json
  return (
    [id, source, startedAt].every(isText) &&
    isOneOf(ACTIONS, action) &&
    isFields(account) &&
    isText(account['id']) &&
    isText(account['email']) &&
    Array.isArray(items) &&
    items.length > 0 &&
    items.length <= MOST_ITEMS &&
    items.every((item) => isItem(item, action)) &&
    new Set(items.map(({ id }) => id)).size === items.length
  )
}

function isItem(item: unknown, action: BulkAction): item is BulkItem {
  if (!isFields(item) || !isVersion(item)) return false
  const { athlete, newTitle, outcome, error, at, latest } = item as Fields
  return (
    isText(athlete) &&
    (action === 'retitle' ? isText(newTitle) && newTitle !== '' : newTitle === null) &&
    isOneOf(OUTCOMES, outcome) &&
    isNullOr(error, (value) => isOneOf(KINDS, value)) &&
    isNullOr(at, (value) => isText(value) && !Number.isNaN(Date.parse(value))) &&
    isNullOr(latest, (value) => isFields(value) && isVersion(value) && value.id === item.id)
  )
}

function isVersion(value: object): value is SessionVersion {
  const { id, title, recordedAt, activity, athleteId, status, segments, comments, analyzed } = value as Fields
  return (
    [id, title, activity, athleteId, comments].every(isText) &&
    isNullOr(recordedAt, (at) => isText(at) && parseRecordedAt(at) !== null) &&
    isNullOr(status, (name) => isText(name) && isStatus(name)) &&
    isNullOr(segments, (count) => typeof count === 'number') &&
    typeof analyzed === 'boolean'
  )
}
