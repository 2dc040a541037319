import { useState } from 'react'
import { dayOf, formatDay, formatRecordedAt } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { athleteText as text } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'
import styles from './charts.module.css'
import { DateAxis } from './DateAxis.tsx'
import { PointedTag, SessionDot } from './SessionDot.tsx'
import type { Pointed } from './SessionDot.tsx'
import { kindLines } from './sessionKinds.ts'
import { dayNumber, xOf } from './timeAxis.ts'
import type { DaySpan } from './timeAxis.ts'
import { useWidth } from './useWidth.ts'

const LINE_HEIGHT = 46
const AXIS_HEIGHT = 24

/** When what was done: a line for each activity, a mark for each session. `sessions` have a readable date. */
export function Timeline({ sessions, span }: { sessions: readonly Session[]; span: DaySpan }) {
  const [width, measure] = useWidth()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const lines = kindLines(sessions)
  const height = lines.length * LINE_HEIGHT
  const days = sessions.map(({ recordedAt }) => dayOf(recordedAt ?? '')).sort()
  const label = text.timelineOf(
    sessions.length,
    lines.map((line) => text.kindCount(line.label, line.sessions.length)).join(', '),
    formatDay(days[0] ?? ''),
    formatDay(days.at(-1) ?? ''),
  )
  return (
    <div ref={measure} className={styles.chart}>
      <svg
        role="img"
        aria-label={label}
        className={styles.plot}
        viewBox={`0 0 ${width} ${height + AXIS_HEIGHT}`}
        style={{ blockSize: height + AXIS_HEIGHT }}
      >
        <DateAxis span={span} width={width} height={height} />
        {lines.map((line, index) => {
          const y = index * LINE_HEIGHT + LINE_HEIGHT - 14
          return (
            <g key={line.label}>
              <text className={styles.lineName} x={0} y={y - 16}>
                {line.label} <tspan className={styles.count}>{line.sessions.length}</tspan>
              </text>
              <line className={styles.base} x1={0} x2={width} y1={y} y2={y} />
              {line.sessions.map((session) => (
                <SessionDot
                  key={`${session.source} ${session.id}`}
                  session={session}
                  x={xOf(span, dayNumber(session.recordedAt ?? ''), width)}
                  y={y}
                  onPoint={setPointed}
                  text={`${formatRecordedAt(session.recordedAt ?? '')} · ${session.title || commonText.untitled}`}
                />
              ))}
            </g>
          )
        })}
      </svg>
      <PointedTag pointed={pointed} width={width} />
    </div>
  )
}
