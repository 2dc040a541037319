import { clipText as text } from '../../../messages/takeAway.ts'
import { largestClip, memoryFor, soundBytes } from '../../../player/clip/clipPlan.ts'
import type { ClipOrder } from '../../../player/clip/makeClip.ts'
import type { PreparedClip } from '../../../player/clip/prepareClip.ts'
import { fileSize } from './fileSize.ts'

export type ClipForm = ClipOrder['form']

/** A way to make the clip: what it is said to be, and the order for it, or why there is none. */
export type ClipOffer = {
  readonly hint: string
  readonly bytes: number
  readonly order: ClipOrder | null
  /** Null: it can be made. */
  readonly refusal: string | null
}

/** Less is needed by any page that shows a film. */
const WORTH_SAYING = 100_000_000

/** Both ways to make a clip on a device with so much memory (GB; undefined: it does not say). */
export function offerClips(
  prepared: PreparedClip,
  withOpus: boolean,
  gigabytes: number | undefined,
): Record<ClipForm, ClipOffer> {
  const { range, quick, film } = prepared
  const most = largestClip(gigabytes)
  const refuse = (bytes: number, isQuickPossible: boolean) => {
    if (bytes <= most) return null
    const size = text.tooLarge(fileSize(memoryFor(bytes)), fileSize(memoryFor(most)))
    return `${size} ${isQuickPossible ? text.shorterOrQuick : text.shorter}`
  }
  return {
    quick: {
      hint: text.quickHint(fileSize(quick.bytes), quick.hidden, film.newSound !== null),
      bytes: quick.bytes,
      order: { form: 'quick', range, cut: quick },
      refusal: refuse(quick.bytes, false),
    },
    exact: offerExact(prepared, withOpus, (bytes) => refuse(bytes, quick.bytes <= most)),
  }
}

function offerExact(
  { film, range, exact }: PreparedClip,
  withOpus: boolean,
  refuse: (bytes: number) => string | null,
): ClipOffer {
  const { codec, bitrate } = exact
  if (!film.canDecode || codec === null) {
    const refusal = film.canDecode ? text.notEncoded : text.notDecoded(film.codec)
    return { hint: refusal, bytes: exact.bytes, order: null, refusal }
  }
  const sound = film.newSound === 'aac' || (film.newSound === 'opus' && withOpus) ? film.newSound : null
  const bytes = exact.bytes + (sound ? soundBytes(range) : 0)
  const isSilenced = film.newSound !== null && sound === null
  return {
    hint: [text.exactHint(fileSize(bytes)), isSilenced ? text.exactSilent : ''].filter(Boolean).join(' '),
    bytes,
    order: { form: 'exact', range, codec, bitrate, bytes, sound },
    refusal: refuse(bytes),
  }
}

/** What the memory it takes is worth saying of; empty where it is little. */
export const memoryWords = (bytes: number): string =>
  memoryFor(bytes) >= WORTH_SAYING ? text.memory(fileSize(memoryFor(bytes))) : ''
