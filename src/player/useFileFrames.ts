import { useEffect } from 'react'
import type { Playback } from './playback.ts'
import { usePlayback } from './usePlayback.ts'

/**
 * Reads the index of the film that is shown, once its first picture is there, and tells the playback of its frames and
 * its sound. A file that cannot be read so is no error.
 */
export function useFileFrames(playback: Playback): void {
  const address = usePlayback(playback, ({ unreadFile }) => unreadFile)
  useEffect(() => {
    if (address === null) return
    const reading = new AbortController()
    const read = async () => {
      const { readFileFrames } = await import('./fileFrames.ts')
      const frames = reading.signal.aborted ? null : await readFileFrames(address, reading.signal)
      if (!frames || reading.signal.aborted) return
      playback.tellFrames({ file: frames.times, hasSound: frames.hasSound })
    }
    // Without the code that reads it, the film is as good as one whose index cannot be read.
    read().catch(() => undefined)
    return () => reading.abort()
  }, [playback, address])
}
