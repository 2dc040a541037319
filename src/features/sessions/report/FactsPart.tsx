import { endOfFrame } from '../../../domain/bands.ts'
import { readableName } from '../../../domain/readableName.ts'
import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import { formatCount } from '../../../messages/counts.ts'
import { commonText } from '../../../messages/common.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { formatPlain, formatSeconds } from '../../../lib/formatNumber.ts'
import { partOf } from '../numbers/shownMetric.ts'
import styles from './Sheet.module.css'
import type { Reported } from './useReported.ts'

/** Whose session it is, of what, and when; as pairs of name and value. Never where its film is. */
export function FactsPart({ reported, namesSource }: { reported: Reported; namesSource: boolean }) {
  const { settings } = reported
  const zero = settings.events.find(({ id }) => id === settings.zeroAt)
  return (
    <>
      <dl className={styles.facts}>
        {factsOf(reported, namesSource).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {settings.captureFactor !== 1 ? (
        <p className={styles.remark}>{text.slowMotion(formatPlain(settings.captureFactor))}</p>
      ) : null}
      {zero ? <p className={styles.remark}>{text.zeroAt(zero.name)}</p> : null}
    </>
  )
}

function factsOf({ session, source, series, settings }: Reported, namesSource: boolean): [string, string][] {
  const { facts } = text
  const { athlete, activity, exercise, recordedAt, segments, duration, assessment } = session
  const length = series.kind === 'read' ? lengthOf(series.analysis.timestamps) : duration
  const frames = series.kind === 'read' ? series.analysis.timestamps.length : null
  const seconds = length === null ? null : formatSeconds(length / settings.captureFactor)
  const all: [string, string | null][] = [
    [facts.athlete, athlete.name || athlete.id || commonText.unknownAthlete],
    [facts.recorded, recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime],
    [facts.activity, activity],
    [facts.exercise, exercise && readableName(exercise)],
    [partOf(activity) === 'jump' ? facts.jumps : facts.segments, segments === null ? null : String(segments)],
    [facts.length, seconds && (frames === null ? `${seconds} s` : text.length(seconds, formatCount(frames)))],
    [facts.assessment, assessment],
    [facts.source, namesSource ? source.label : null],
  ]
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

const lengthOf = (timestamps: readonly number[]): number =>
  endOfFrame(timestamps, timestamps.length - 1) - (timestamps[0] ?? 0)
