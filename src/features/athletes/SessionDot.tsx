import { useNavigate } from 'react-router'
import type { Session } from '../../domain/session.ts'
import { paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import styles from './charts.module.css'
import { markOf } from './SourceMark.tsx'

/** What is pointed at, and where in the chart. */
export type Pointed = { readonly text: string; readonly x: number; readonly y: number }

/** A session in a chart, as its source's mark: a click opens it. The table beside has the same as links. */
export function SessionDot({
  session,
  x,
  y,
  side = null,
  onPoint,
  text,
}: {
  session: Session
  x: number
  y: number
  side?: string | null
  onPoint: (pointed: Pointed | null) => void
  text: string
}) {
  const navigate = useNavigate()
  const { sources } = useServices()
  const { path, tone } = markOf(sources.findIndex(({ id }) => id === session.source))
  return (
    <g
      className={styles.dot}
      data-tone={tone}
      data-side={side ?? undefined}
      transform={`translate(${x - 8} ${y - 8})`}
      onClick={() => void navigate(paths.session(session.source, session.id))}
      onPointerEnter={() => onPoint({ text, x, y })}
      onPointerLeave={() => onPoint(null)}
    >
      <circle className={styles.target} cx={8} cy={8} r={11} />
      <path d={path} />
    </g>
  )
}

/** The words beside what is pointed at, on the side where there is room. */
export function PointedTag({ pointed, width }: { pointed: Pointed | null; width: number }) {
  if (!pointed) return null
  return (
    <p
      aria-hidden
      className={styles.tag}
      data-flip={pointed.x > width / 2 || undefined}
      style={{ transform: `translate(${pointed.x}px, ${pointed.y}px)` }}
    >
      <span>{pointed.text}</span>
    </p>
  )
}
