import { madeUpId, randomFor, rounded, type Random } from '../seed/random.ts'
import { EXERCISES, type Exercise } from './exercises.ts'

/** One recording, as it is kept: what the list says of it, and what its series are made from. */
export type Recording = {
  id: string
  s3Key: string
  /** UTC, as the list says it. */
  date: string
  /** Milliseconds since 1970, for the order. */
  time: number
  /** Seconds, as the list says them: a number, or text. */
  duration: number | string
  athleteId: string
  /** Shared by the recordings of one assessment; null for one that stands alone. */
  assessmentId: string | null
  name: string
  exercise: Exercise
  /** Samples at 60 Hz. */
  samples: number
  /** How fast this athlete moves, and how far the legs and trunk bend, as shares of the motion's own. */
  pace: number
  reach: number
  /** Share by which the right side moves further than the left one. */
  asymmetry: number
  /** What was measured: everything, one side only, or nothing. */
  measured: 'both' | 'left' | 'nothing'
}

export const SAMPLE_RATE = 60

const NEWEST = Date.UTC(2026, 10, 14, 16, 39, 5)
const DAY = 86_400_000
const MINUTE = 60_000
const LONGEST_AGO = 540
const UNMEASURED = 'Free movement'

/** Names that people gave, by the order in which recordings are made. */
const ODD_NAMES = new Map([
  [11, 'Вторая попытка — лучше'],
  [23, '<b>bold</b>'],
  [37, '=1+1'],
  [52, ''],
  [64, `The one with the long name ${'that goes on and on '.repeat(15)}`],
  [83, 'محاولة ثانية'],
])
/** One recording is far longer than the others: two minutes. */
const LONG_RUN = { row: 17, repetitions: 170 }

/**
 * The recordings of an account, newest first. Every account has the same ones under ids of its own, the same for the
 * same account.
 */
export function madeRecordings(account: string, count: number, athletes: readonly string[]): Recording[] {
  const random = randomFor('valor recordings')
  const ids = randomFor(`valor recordings of ${account}`)
  const made: Recording[] = []
  while (made.length < count) {
    const athlete = random.pick(athletes as [string])
    const start = made.length === 0 ? NEWEST : someTime(random)
    const size = random.chance(0.2) ? random.whole(3, 6) : 1
    const assessment = size > 1 && made.length + size <= count ? uuid(ids) : null
    const pauses = Array.from({ length: assessment ? size : 1 }, () => random.whole(2, 6) * MINUTE)
    pauses.forEach((pause, i) => {
      made.push(recording(random, ids, athlete, assessment, start - i * pause - i * MINUTE, made.length))
    })
  }
  return made.sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))
}

function recording(
  random: Random,
  ids: Random,
  athleteId: string,
  assessmentId: string | null,
  time: number,
  row: number,
): Recording {
  const id = uuid(ids)
  const long = row === LONG_RUN.row
  const exercise = long ? runOf(EXERCISES) : random.pick(EXERCISES)
  const pace = rounded(random.between(0.85, 1.15), 3)
  const repetitions = long ? LONG_RUN.repetitions : random.whole(...exercise.repetitions)
  const samples = Math.floor(((repetitions * exercise.repetition) / pace) * SAMPLE_RATE)
  const seconds = rounded(samples / SAMPLE_RATE, 2)
  const measured = row % 240 === 9 ? 'nothing' : row % 60 === 31 ? 'left' : 'both'
  return {
    id,
    s3Key: `us-east-1:${madeUpId(ids, 20)}/${athleteId}/session ${id}.json`,
    date: dateText(random, time),
    time,
    duration: random.chance(0.25) ? seconds.toFixed(2) : seconds,
    athleteId,
    assessmentId,
    name: measured === 'nothing' ? UNMEASURED : (ODD_NAMES.get(row) ?? exercise.name),
    exercise,
    samples,
    pace,
    reach: rounded(random.between(0.9, 1.1), 3),
    asymmetry: rounded(random.between(-0.07, 0.07), 3),
    measured,
  }
}

function runOf(exercises: readonly [Exercise, ...Exercise[]]): Exercise {
  return exercises.find(({ name }) => name === 'Treadmill Run') ?? exercises[0]
}

/** People come by day: between seven and eighteen o'clock, UTC. */
function someTime(random: Random): number {
  const day = Math.floor(NEWEST / DAY) - random.whole(1, LONGEST_AGO)
  return day * DAY + random.whole(7 * 60, 18 * 60) * MINUTE + random.whole(0, 59_999)
}

/** Only the beginning is documented, `YYYY-MM-DD`; the rest comes in the forms that programs write. */
function dateText(random: Random, time: number): string {
  const text = new Date(time).toISOString()
  const form = random.between(0, 1)
  if (form < 0.8) return `${text.slice(0, 19)}Z`
  if (form < 0.88) return text
  if (form < 0.96) return text.slice(0, 19).replace('T', ' ')
  return text.slice(0, 10)
}

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('')
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`]
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20)].join('-')
}
