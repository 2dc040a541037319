import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Session } from '../../../domain/session.ts'
import type { Playback } from '../../../player/playback.ts'
import { keepMoment } from './keepMoment.ts'
import type { MomentKeeper } from './keepMoment.ts'

/** Keeps the moment on the screen in the address of the session's page, as long as that is shown. */
export function useMomentInAddress(playback: Playback, { source, id }: Pick<Session, 'source' | 'id'>): void {
  const { key } = useLocation()
  const keeper = useRef<MomentKeeper | null>(null)
  useEffect(() => {
    const kept = keepMoment(playback, { source, id })
    keeper.current = kept
    return () => kept.stop()
  }, [playback, source, id])
  useEffect(() => keeper.current?.arrived(), [key])
}
