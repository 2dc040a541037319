import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import { formatPlain } from '../../../lib/formatNumber.ts'
import { commonText } from '../../../messages/common.ts'
import { readMeText as text } from '../../../messages/report.ts'
import { oneLine } from '../takeAway/oneLine.ts'
import type { Packed } from './packFiles.ts'

/** What a pack holds, for whoever opens it without the console: plain text with the line ends of Windows. */
export function readMe(packed: readonly Packed[], now: string): string {
  const { file } = text
  const has = (what: (one: Packed) => boolean) => packed.some(what)
  const parts = [
    [text.title, text.made(formatRecordedAt(now))],
    ...packed.map((one, index) => aboutSession(one, packed.length > 1 ? ` ${index + 1}` : '')),
    [
      text.files,
      ...(packed.length > 1 ? [file.comparison] : []),
      ...(has(({ session }) => session.metrics.length > 0) ? [file.figures] : []),
      ...(has(({ series }) => typeof series !== 'string') ? [file.series] : []),
      ...(has(({ series }) => typeof series !== 'string' && series.sided.length > 0) ? [file.sided] : []),
      ...(has(({ notes }) => notes.length > 0) ? [file.notes] : []),
      ...(has(({ events }) => events.length > 0) ? [file.events] : []),
      ...(has(({ taken }) => taken.some(({ kind }) => kind === 'still')) ? [file.stills] : []),
      ...(has(({ taken }) => taken.some(({ kind }) => kind === 'clip')) ? [file.clips] : []),
    ],
    [text.times, text.csv],
  ]
  return `${parts.map((lines) => lines.join('\r\n')).join('\r\n\r\n')}\r\n`
}

function aboutSession({ session, series, captureFactor, taken }: Packed, number: string): string[] {
  const { title, athlete, recordedAt, activity } = session
  return [
    text.session(number, oneLine(title) || commonText.untitled),
    text.athlete(oneLine(athlete.name) || oneLine(athlete.id) || commonText.unknownAthlete),
    text.recorded(recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime),
    ...(activity ? [text.activity(oneLine(activity))] : []),
    ...(captureFactor === 1 ? [] : [text.slowMotion(formatPlain(captureFactor))]),
    ...(typeof series === 'string' ? [text.noSeries(text.series[series])] : []),
    ...taken.map((one) =>
      one.kind === 'still'
        ? text.still(one.fileName, oneLine(one.caption))
        : text.clip(one.fileName, oneLine(one.caption), one.exact ? text.exact : text.quick),
    ),
  ]
}
