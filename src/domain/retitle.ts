import { dayOf, formatDay } from './recordedAt.ts'
import type { Session } from './session.ts'

/** What stands in a pattern for something of each session; `n` counts from the session recorded first. */
export const PLACEHOLDERS = ['title', 'athlete', 'activity', 'date', 'n'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** The API takes longer titles, but a person could not read one in a table. */
export const LONGEST_TITLE = 500

/** `problem`: why this session cannot or need not be changed. */
export type Retitle = {
  session: Session
  newTitle: string
  problem: 'empty' | 'too-long' | 'unchanged' | null
}

/** What stands in braces and means nothing, each once: `['{datum}']`. Braces that hold no word are plain text. */
export function unknownPlaceholders(pattern: string): string[] {
  const met = [...pattern.matchAll(/\{(\p{L}+)\}/gu)].map(([, name = '']) => name)
  return [...new Set(met)].filter((name) => !isPlaceholder(name)).map((name) => `{${name}}`)
}

/**
 * The title a pattern gives each session, in the order of recording, oldest first, which `{n}` counts from 1. What is
 * not known of a session leaves no gap.
 */
export function planRetitles(pattern: string, sessions: readonly Session[]): Retitle[] {
  return [...sessions].sort(oldestFirst).map((session, index) => {
    const newTitle = fillIn(pattern, session, index + 1)
    return { session, newTitle, problem: problemOf(session, newTitle) }
  })
}

function fillIn(pattern: string, session: Session, n: number): string {
  const values: Record<Placeholder, string> = {
    title: session.title,
    athlete: session.athlete.name || session.athlete.id,
    activity: session.activity,
    date: session.recordedAt ? formatDay(dayOf(session.recordedAt)) : '',
    n: String(n),
  }
  return pattern
    .replace(/( ?)\{(\p{L}+)\}/gu, (text, space: string, name: string) =>
      isPlaceholder(name) ? values[name] && space + values[name] : text,
    )
    .trim()
}

function problemOf(session: Session, newTitle: string): Retitle['problem'] {
  if (newTitle === '') return 'empty'
  if (newTitle === session.title.trim()) return 'unchanged'
  return newTitle.length > LONGEST_TITLE ? 'too-long' : null
}

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name)

/** Recorded minutes as text sort as time; what has none comes last, and one minute's sessions by id. */
function oldestFirst(a: Session, b: Session): number {
  const [one, other] = [a, b].map(({ recordedAt, id }) => `${recordedAt ?? '9999'} ${id}`) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}
