import { readableName } from '../../../domain/readableName.ts'
import { commentsText as text } from '../../../messages/comments.ts'

/** What the API's own reports of a run comment on, in its order. */
export const RUNNING_TOPICS = [
  'text_summary',
  'text_contact_angle',
  'text_push_angle',
  'text_knee_ankle',
  'text_hip_angle',
  'text_left_ankle_angle',
  'text_left_knee_angle',
  'text_right_ankle_angle',
  'text_right_knee_angle',
] as const

/** What a comment is about in words, by its key. */
export const topicOf = (key: string): string =>
  (Object.hasOwn(text.topics, key) ? text.topics[key] : null) ??
  (readableName(key.replace(/^text_/, '')) || text.general)

/** A key in the API's manner for words of one's own: `Foot strike` becomes `text_foot_strike`; null without a letter. */
export function keyOfTopic(words: string): string | null {
  const spoken = words.trim().replace(/\s+/g, ' ').toLowerCase()
  const known = Object.entries(text.topics).find(([, topic]) => topic.toLowerCase() === spoken)
  if (known) return known[0]
  const name = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return name === '' ? null : `text_${name}`
}
