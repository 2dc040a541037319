import { rounded } from '../seed/random.ts'
import { SIDED_METRICS, type SidedMetric } from './exercises.ts'
import { SAMPLE_RATE, type Recording } from './recordings.ts'
import { jointAngles } from './series.ts'

type Score = 0 | 0.5 | 1 | null
type Figure = { AvgMax: number; Score: Score }
type Direction = 'L' | 'R' | 'F' | 'B'

/** What `/reportData` answers. `AvgMax`: degrees, the mean over the repetitions of the greatest angle of each. */
export type Report = {
  WorkoutMetrics: { Ang: Record<string, Partial<Record<Direction, Figure>>> }
}

/** At this share of the target a repetition is half good (our assumption). */
const HALF_GOOD = 0.94

/** The report of a recording, from its joint angles; null where nothing was measured. */
export function reportData(recording: Recording): Report | null {
  const angles = jointAngles(recording)
  const { targets } = recording.exercise
  const average = (joint: string): number | null => {
    const values = angles[joint]
    return values ? averageMaximum(values, recording) : null
  }
  const Ang: Report['WorkoutMetrics']['Ang'] = {}
  for (const [metric, joint] of Object.entries(SIDED_METRICS) as [SidedMetric, string][]) {
    const sides: Partial<Record<Direction, Figure>> = {}
    for (const [direction, side] of [['L', 'left'] as const, ['R', 'right'] as const]) {
      const reached = average(`${side}_${joint}`)
      if (reached === null) continue
      sides[direction] = { AvgMax: rounded(reached, 1), Score: score(reached, targets[metric]) }
    }
    if (Object.keys(sides).length > 0) Ang[metric] = sides
  }
  const lean = angles['trunk_flexion']
  if (!lean) return null
  const backward = lean.map((angle) => -angle)
  Ang['Trunk Lean'] = {
    F: { AvgMax: rounded(averageMaximum(lean, recording), 1), Score: null },
    B: { AvgMax: rounded(averageMaximum(backward, recording), 1), Score: null },
  }
  return { WorkoutMetrics: { Ang } }
}

function score(reached: number, target: number | undefined): Score {
  if (target === undefined) return null
  if (reached >= target) return 1
  return reached >= target * HALF_GOOD ? 0.5 : 0
}

function averageMaximum(values: readonly number[], { exercise, pace }: Recording): number {
  const step = (exercise.repetition / pace) * SAMPLE_RATE
  const repetitions = Math.max(1, Math.round(values.length / step))
  const greatest = Array.from({ length: repetitions }, (_, i) =>
    Math.max(...values.slice(Math.round(i * step), Math.round((i + 1) * step))),
  )
  return greatest.reduce((sum, value) => sum + value, 0) / repetitions
}
