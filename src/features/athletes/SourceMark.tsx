import type { SourceId } from '../../domain/session.ts'
import { useServices } from '../../services.ts'
import styles from './SourceMark.module.css'

/** One for each source by its place, told apart by their outline alone: a disc, a diamond, a triangle, a square. */
const SHAPES = [
  'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z',
  'M8 2.5 13.5 8 8 13.5 2.5 8Z',
  'M8 3 13.5 12.5H2.5Z',
  'M4 4h8v8H4Z',
]

/** The outline of a source's mark in a field of 16 by 16, and its place among the sources. */
export function markOf(place: number): { path: string; tone: number } {
  const at = Math.max(0, place) % SHAPES.length
  return { path: SHAPES[at] ?? '', tone: at }
}

/** A source as its mark and its name. */
export function SourceMark({ source }: { source: SourceId }) {
  const { sources } = useServices()
  const place = sources.findIndex(({ id }) => id === source)
  const { path, tone } = markOf(place)
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 16 16" aria-hidden focusable="false" className={styles.shape} data-tone={tone}>
        <path d={path} />
      </svg>
      <bdi>{sources[place]?.label ?? source}</bdi>
    </span>
  )
}
