import { useEffect, useState } from 'react'
import { takeAwayText as text } from '../../../messages/takeAway.ts'
import { canReadPixels } from '../../../player/pixelProbe.ts'
import type { Playback } from '../../../player/playback.ts'
import { usePlayback } from '../../../player/usePlayback.ts'

/** Why no picture of the film can be taken now, in words; null where one can. */
export function usePixelRefusal(playback: Playback): string | null {
  const pixels = usePlayback(playback, ({ pixels }) => pixels)
  const address = usePlayback(playback, ({ pixels, video }) =>
    pixels === 'forbidden' ? (video?.currentSrc ?? null) : null,
  )
  const [asked, setAsked] = useState<{ address: string; canRead: boolean } | null>(null)
  useEffect(() => {
    if (address === null) return
    const asking = new AbortController()
    void canReadPixels(address, asking.signal).then((canRead) => setAsked({ address, canRead }))
    return () => asking.abort()
  }, [address])
  if (pixels === 'none') return text.noPicture
  if (pixels === 'readable') return null
  if (asked?.address !== address) return text.asking
  return asked?.canRead ? null : text.forbidden
}
