import { useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Playback } from '../../../player/playback.ts'
import { keepMoment } from './keepMoment.ts'
import type { KeptBeside, MomentKeeper } from './keepMoment.ts'

/**
 * Keeps the moment on the screen, and what belongs to it, in the address of the page, as long as that is shown. Gives a
 * function that writes at once, for whoever is about to leave the page.
 */
export function useMomentInAddress(
  playback: Playback,
  isHere: () => boolean,
  beside: KeptBeside | null = null,
): () => void {
  const { key } = useLocation()
  const keeper = useRef<MomentKeeper | null>(null)
  useEffect(() => {
    const kept = keepMoment(playback, isHere, beside)
    keeper.current = kept
    return () => kept.stop()
  }, [playback, isHere, beside])
  useEffect(() => keeper.current?.arrived(), [key])
  return useCallback(() => keeper.current?.flush(), [])
}
