import { formatSeconds } from '../../../lib/formatNumber.ts'
import { sheetText as text } from '../../../messages/report.ts'
import { shownTime } from '../../../player/clock.ts'
import styles from './Sheet.module.css'
import type { Reported } from './useReported.ts'

/** Notes and events in the order of time, in the time that is shown. */
export function NotesPart({ reported: { notes, settings, scale } }: { reported: Reported }) {
  const rows = [
    ...settings.events.map(({ id, name, time }) => ({ id, time, end: null, kind: text.event, words: name })),
    ...notes.map(({ id, time, end, text: words }) => ({ id, time, end, kind: text.note, words })),
  ].sort((a, b) => a.time - b.time)
  const shown = (time: number) => formatSeconds(shownTime(scale, time))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            {text.time}
          </th>
          <th scope="col" className={styles.kind} aria-label={text.which} />
          <th scope="col">{text.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, time, end, kind, words }) => (
          <tr key={id}>
            <td>{end === null ? shown(time) : text.range(null, shown(time), shown(end))}</td>
            <td data-unit>{kind}</td>
            <td className={styles.words} dir="auto">
              {words}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
