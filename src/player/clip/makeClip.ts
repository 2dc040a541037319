import { BufferTarget, Conversion, Mp4OutputFormat, Output, Quality } from 'mediabunny'
import type { ConversionOptions, Source } from 'mediabunny'
import { ClipFailure } from './clipFailure.ts'
import type { QuickCut } from './clipPlan.ts'
import type { ClipRange } from './clipRange.ts'
import { endEditAt } from './editList.ts'
import { withFilm } from './openFilm.ts'
import type { NewCodec } from './readFilm.ts'

/** How a clip is made: its range by the file's own clock, and what stands in the file. */
export type ClipOrder = { readonly range: ClipRange } & (
  | { readonly form: 'quick'; readonly cut: QuickCut }
  | {
      readonly form: 'exact'
      readonly codec: NewCodec
      readonly bitrate: number
      readonly bytes: number
      /** Null: without sound. */
      readonly sound: 'aac' | 'opus' | null
    }
)

/** Reading is bounded by what the index says, with room for what lies between and is read ahead. */
const MORE_READ = 3
const READ_AHEAD = 32_000_000

/**
 * Makes an MP4 file of a range of a film, in memory. A quick cut copies, and hides by its edit list what it had to copy
 * from outside the range; an exact one encodes the pictures of the range and nothing else. Each picture keeps its own
 * time. Rejects with a `ClipFailure`; once `signal` is aborted nothing of it is left.
 */
export const makeClip = (
  film: string | Source,
  order: ClipOrder,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Blob> => {
  const bytes = order.form === 'quick' ? order.cut.bytes : order.bytes
  const bound = { mostBytes: bytes * MORE_READ + READ_AHEAD, beyond: 'too-large', signal } as const
  return withFilm(film, bound, async (input) => {
    const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() })
    const conversion = await Conversion.init({
      input,
      output,
      tracks: 'primary',
      trim: { start: order.range.start, end: order.range.end },
      // Phones write down where they were.
      tags: {},
      showWarnings: false,
      ...optionsOf(order),
    })
    requirePictures(conversion)
    conversion.onProgress = onProgress
    const cancel = () => void conversion.cancel()
    signal.addEventListener('abort', cancel)
    try {
      signal.throwIfAborted()
      await conversion.execute()
    } catch (error) {
      signal.throwIfAborted()
      await conversion.cancel()
      throw error
    } finally {
      signal.removeEventListener('abort', cancel)
    }
    const { buffer } = output.target
    if (!buffer) throw new ClipFailure('failed')
    const { start, end } = order.range
    const whole = order.form === 'quick' && order.cut.hidesLater ? endEditAt(buffer, end - start) : buffer
    return new Blob([whole], { type: 'video/mp4' })
  })
}

function optionsOf(order: ClipOrder): Pick<ConversionOptions, 'copy' | 'video' | 'audio'> {
  if (order.form === 'quick') return { copy: { mode: 'forced' } }
  const { codec, bitrate, sound } = order
  return {
    copy: false,
    video: { codec, quality: new Quality({ bitrate }), keyFrameInterval: 1 },
    audio: sound ? { codec: sound, quality: new Quality('high') } : { discard: true },
  }
}

function requirePictures({ isValid, utilizedTracks, discardedTracks }: Conversion): void {
  if (isValid && utilizedTracks.some(({ type }) => type === 'video')) return
  const reason = discardedTracks.find(({ track }) => track.type === 'video')?.reason
  if (reason === 'undecodable_source_codec') throw new ClipFailure('not-decoded')
  if (reason === 'no_encodable_target_codec') throw new ClipFailure('not-encoded')
  throw new ClipFailure('not-copied')
}
