import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { RefObject } from 'react'
import { bandAt, toBands } from '../../../domain/bands.ts'
import type { Bands } from '../../../domain/bands.ts'
import type { Session } from '../../../domain/session.ts'
import type { Clock } from '../../../player/clock.ts'
import { momentShown } from '../../../player/lanes/reading.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { useSource } from '../../../services.ts'

/** Segments or jumps, and when each picture begins (s): what is under the play head goes by the picture. */
export type Parts = Bands & { readonly timestamps: readonly number[] }

/** Where the session's segments or jumps are in its recording, once that is known. */
export function useParts(session: Session): Parts | null {
  const { data } = useQuery(analysisQuery(useSource(), session))
  return useMemo(() => (data ? { ...toBands(data), timestamps: data.timestamps } : null), [data])
}

/** What tells which segment or jump a number on the page belongs to, counted from 1. */
export const PART = 'data-part'

/** Marks, within `root`, the numbers of the segment or jump under the play head; without a React render. */
export function useMarkedPart(root: RefObject<HTMLElement | null>, clock: Clock, parts: Parts | null): void {
  // After every render: it may have brought numbers that were not there when the play head last moved.
  useEffect(() => {
    let marked: number | null | undefined
    const draw = () => {
      const now = (parts && bandAt(parts.bands, momentShown(parts.timestamps, clock))?.number) ?? null
      if (now !== marked) markPart(root.current, now)
      marked = now
    }
    draw()
    return clock.subscribe(draw)
  })
}

function markPart(root: HTMLElement | null, part: number | null): void {
  for (const element of root?.querySelectorAll(`[${PART}]`) ?? []) {
    if (part !== null && element.getAttribute(PART) === String(part))
      element.setAttribute('aria-current', 'true')
    else element.removeAttribute('aria-current')
  }
}
