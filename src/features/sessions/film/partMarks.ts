import type { Analysis } from '../../../domain/analysis.ts'
import { toBands } from '../../../domain/bands.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { playerText } from '../../../messages/player.ts'
import type { TimelineMark } from '../../../player/clock.ts'

/** Everything that can be jumped to, in the order of time: what somebody marked, and where jumps or segments begin. */
export function withParts(
  marks: readonly TimelineMark[],
  analysis: Analysis | null,
  activity: string,
): readonly TimelineMark[] {
  const { bands, equalParts } = analysis ? toBands(analysis) : { bands: [], equalParts: true }
  if (equalParts || bands.length === 0) return marks
  const word = (Object.hasOwn(lanesText.bands, activity) && lanesText.bands[activity]) || lanesText.otherBand
  const parts = bands.map(({ number, from }) => ({
    id: String(number),
    kind: 'segment' as const,
    label: playerText.partMark(word, number),
    time: from,
    end: null,
  }))
  return [...marks, ...parts].sort((a, b) => a.time - b.time)
}
