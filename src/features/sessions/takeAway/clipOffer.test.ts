import { describe, expect, it } from 'vitest'
import type { PreparedClip } from '../../../player/clip/prepareClip.ts'
import { memoryWords, offerClips } from './clipOffer.ts'

const GIGABYTES = 8

/** A second from the middle of a group of pictures, of a film without sound. */
const prepared = (differently: {
  film?: Partial<PreparedClip['film']>
  quick?: Partial<PreparedClip['quick']>
  exact?: Partial<PreparedClip['exact']>
}): PreparedClip => ({
  film: { codec: 'avc1.64001f', canDecode: true, newSound: null, ...differently.film },
  range: { first: 46, last: 75, start: 46 / 30, end: 76 / 30 },
  quick: { bytes: 106_000, hidden: 16, hidesLater: false, ...differently.quick },
  exact: { bytes: 203_000, bitrate: 1_600_000, codec: 'avc', ...differently.exact },
})

describe('the two ways to make a clip', () => {
  it('say what the file weighs and what it hides', () => {
    const { quick, exact } = offerClips(prepared({}), false, GIGABYTES)
    expect(quick.hint).toBe(
      'About 106 kB. Copied as it is. The file hides 16 pictures from outside the range, which a program can show.',
    )
    expect(exact.hint).toMatch(/^About 203 kB, estimated\./)
    expect([quick.refusal, exact.refusal]).toEqual([null, null])
    const clean = offerClips(prepared({ quick: { hidden: 0 } }), false, GIGABYTES).quick
    expect(clean.hint).toMatch(/holds nothing but the range/)
    expect(offerClips(prepared({ quick: { hidden: 1 } }), false, GIGABYTES).quick.hint).toMatch(
      /1 picture from/,
    )
  })

  it('say before what becomes of the sound', () => {
    const withSound = (newSound: PreparedClip['film']['newSound'], opus: boolean) => {
      const { quick, exact } = offerClips(prepared({ film: { newSound } }), opus, GIGABYTES)
      expect(quick.hint).toMatch(/sound included/)
      const sound = exact.order?.form === 'exact' ? exact.order.sound : 'no order'
      return { isSaid: exact.hint.includes('Without sound'), sound }
    }
    expect(withSound('opus', false)).toEqual({ isSaid: true, sound: null })
    expect(withSound('none', true)).toEqual({ isSaid: true, sound: null })
    expect(withSound('opus', true)).toEqual({ isSaid: false, sound: 'opus' })
    expect(withSound('aac', false)).toEqual({ isSaid: false, sound: 'aac' })
  })

  it('are refused each by itself where the browser cannot read or write the format', () => {
    const unread = offerClips(prepared({ film: { codec: 'hvc1.1', canDecode: false } }), false, GIGABYTES)
    expect(unread.exact.order).toBeNull()
    expect(unread.exact.refusal).toMatch(/decode.*hvc1\.1/)
    expect(unread.quick.refusal).toBeNull()
    const unwritten = offerClips(prepared({ exact: { codec: null } }), false, GIGABYTES)
    expect(unwritten.exact.order).toBeNull()
    expect(unwritten.exact.refusal).toMatch(/nothing to write/)
  })

  it('are refused where the memory for them is not there, with what to do instead', () => {
    const tenMinutes = prepared({ quick: { bytes: 300_000_000 }, exact: { bytes: 1_100_000_000 } })
    const large = offerClips(tenMinutes, false, GIGABYTES)
    expect(large.quick.refusal).toBeNull()
    expect(memoryWords(large.quick.bytes)).toBe('About 900 MB of memory are needed while it is made.')
    expect(large.exact.refusal).toMatch(
      /needs about 3300 MB of memory, and a page can count on 1500 MB .* shorter range, or the quick cut\.$/,
    )
    const small = offerClips(tenMinutes, false, 0.5)
    expect(small.quick.refusal).toMatch(/can count on 125 MB on this device\. Choose a shorter range\.$/)
    expect(small.exact.refusal).toMatch(/Choose a shorter range\.$/)
    expect(offerClips(tenMinutes, false, undefined).exact.refusal).toMatch(/can count on 1000 MB/)
    expect(memoryWords(200_000)).toBe('')
  })
})
