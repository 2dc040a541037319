import type { Analysis } from '../../../domain/analysis.ts'
import { toLanes, usualLanes } from '../../../domain/lanes.ts'
import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import { formatFixed, formatSeconds } from '../../../lib/formatNumber.ts'
import { commonText } from '../../../messages/common.ts'
import { lanesText } from '../../../messages/lanes.ts'
import { stillText as text } from '../../../messages/takeAway.ts'
import { shownTime } from '../../../player/clock.ts'
import type { Clock, TimeScale } from '../../../player/clock.ts'
import { frameShown } from '../../../player/lanes/reading.ts'
import type { StripWords } from '../../../player/still/strip.ts'
import { oneLine } from './oneLine.ts'

type Moment = Pick<Clock, 'pictureTime' | 'duration'> & { readonly frame: number }

/** What a still says of itself: whose it is, which moment, and what the chosen lanes measured there. */
export function stillWords({
  session,
  moment,
  scale,
  analysis,
  chosen,
}: {
  session: Session
  moment: Moment
  scale: TimeScale
  analysis: Analysis | null
  /** Ids of lanes; null: the usual ones. */
  chosen: readonly string[] | null
}): StripWords {
  const { title, athlete, activity, recordedAt } = session
  const said = text.moment(formatSeconds(shownTime(scale, moment.pictureTime)), moment.frame)
  const isPlain = scale.captureFactor === 1 && scale.zero === 0
  const facts = [activity, recordedAt ? formatRecordedAt(recordedAt) : '']
  return {
    title: oneLine(title) || commonText.untitled,
    who: oneLine(athlete.name) || commonText.unknownAthlete,
    facts: facts.map(oneLine).filter(Boolean).join(' · '),
    moment: isPlain ? said : text.ofRecording(said, formatSeconds(moment.pictureTime)),
    values: analysis ? valuesAt(analysis, moment, chosen) : [],
  }
}

function valuesAt(
  analysis: Analysis,
  moment: Moment,
  chosen: readonly string[] | null,
): StripWords['values'] {
  const lanes = toLanes(analysis)
  const ids = chosen ?? usualLanes(lanes)
  const index = frameShown(analysis.timestamps, moment)
  return lanes
    .filter(({ id }) => ids.includes(id))
    .map(({ label, unit, decimals, traces }) => ({
      label: oneLine(label) || lanesText.unnamed,
      sides: traces.map(({ side, values }) => {
        const value = values[index]
        const written =
          typeof value === 'number' ? formatFixed(value, decimals) + lanesText.unit(unit) : lanesText.missing
        return { side, text: text.side(side && lanesText.sides[side], written) }
      }),
    }))
}
