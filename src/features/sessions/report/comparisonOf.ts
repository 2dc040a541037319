import { align } from '../../../domain/alignment.ts'
import type { Alignment } from '../../../domain/alignment.ts'
import { alignmentWords } from '../compare/alignmentWords.ts'
import { readCompareAddress } from '../compare/compareAddress.ts'
import type { Reported } from './useReported.ts'

/** How two recordings are laid over each other, and in words. */
export type ReportComparison = {
  readonly alignment: Alignment
  readonly words: string
  /** The moments marked in the first (s). */
  readonly marked: readonly number[]
}

/** As the address of a comparison says. Without both events, both move at the speed of life. */
export function comparisonOf(search: string, first: Reported, second: Reported): ReportComparison {
  const { events } = readCompareAddress(search)
  const sameRate = second.settings.captureFactor / first.settings.captureFactor
  const alignment = align(events.first, events.second, sameRate)
  const marked = [events.first.first, events.first.second].filter((time) => time !== null)
  return { alignment, words: alignmentWords(events, alignment), marked }
}
