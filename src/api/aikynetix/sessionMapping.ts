import type { Metric, MetricValue } from '../../domain/metrics.ts'
import { isStatus } from '../../domain/session.ts'
import type { ReportComment, Session, SourceId } from '../../domain/session.ts'
import { asNumber, asNumbers, asObject, asText, field } from '../json.ts'
import { mediaAddress } from '../mediaAddress.ts'
import { assumptions } from './assumptions.ts'
import { readRecordedAt } from './dates.ts'

const KNOWN_FIELDS = new Set<string>([
  ...['created_at', 'title', 'activity', 'exercise', 'user_id', 'user_name', 'segments', 'video_url'],
  ...['analyzed_video_url', 'metrics', 'report_comments', assumptions.uploaderField, assumptions.statusField],
])

export type MappingSettings = { source: SourceId; apiUrl: string }

/** One record as a `Session`. Never throws: what cannot be read is named in `unreadable`, the rest is kept. */
export function mapSession(id: string, json: unknown, { source, apiUrl }: MappingSettings): Session {
  const record = asObject(json) ?? {}
  const unreadable: string[] = []
  const text = (name: string, required: boolean): string => {
    const value = field(record, name)
    if (typeof value === 'string') return value
    if (required || (value !== undefined && value !== null)) unreadable.push(name)
    return ''
  }
  const recordedAt = readRecordedAt(field(record, 'created_at'))
  if (recordedAt === null) unreadable.push('created_at')
  const status = text(assumptions.statusField, false)
  return {
    source,
    id,
    recordedAt,
    title: text('title', true),
    activity: text('activity', true),
    exercise: text('exercise', false) || null,
    athlete: { id: text('user_id', false), name: text('user_name', false) },
    uploadedBy: text(assumptions.uploaderField, false) || null,
    status: isStatus(status) ? status : null,
    segments: asNumber(field(record, 'segments')),
    duration: null,
    assessment: null,
    videoUrl: mediaAddress(field(record, 'video_url'), apiUrl),
    analyzedVideoUrl: mediaAddress(field(record, 'analyzed_video_url'), apiUrl),
    metrics: mapMetrics(field(record, 'metrics')),
    comments: mapComments(field(record, 'report_comments')),
    extra: Object.fromEntries(Object.entries(record).filter(([name]) => !KNOWN_FIELDS.has(name))),
    unreadable,
  }
}

/** Newest first by recorded time, then id, both descending; ids compare byte by byte, unreadable times come last. */
export function newestFirst(a: Session, b: Session): number {
  if (a.recordedAt !== b.recordedAt) {
    if (a.recordedAt === null) return 1
    if (b.recordedAt === null) return -1
    return a.recordedAt < b.recordedAt ? 1 : -1
  }
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

function mapMetrics(json: unknown): Metric[] {
  return Object.entries(asObject(json) ?? {}).map(([name, value]) => ({ name, value: mapMetricValue(value) }))
}

function mapMetricValue(json: unknown): MetricValue {
  const number = asNumber(json)
  if (number !== null) return { kind: 'number', value: number }
  const text = asText(json)
  if (text !== null) return { kind: 'text', text }
  if (Array.isArray(json) && json.every((entry) => entry === null || typeof entry === 'number')) {
    return { kind: 'perSegment', values: asNumbers(json) ?? [] }
  }
  return { kind: 'other', json }
}

/** Takes `{ key: { en: '…' } }`, `{ key: '…' }`, `{}` and nothing at all; entries of another shape are skipped. */
export function mapComments(json: unknown): ReportComment[] {
  return Object.entries(asObject(json) ?? {}).flatMap(([key, value]) => {
    if (typeof value === 'string') return value === '' ? [] : [{ key, text: { '': value } }]
    const texts = Object.entries(asObject(value) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    )
    return texts.length === 0 ? [] : [{ key, text: Object.fromEntries(texts) }]
  })
}
