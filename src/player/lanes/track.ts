import { firstTime, otherTime } from '../../domain/alignment.ts'
import type { Alignment } from '../../domain/alignment.ts'
import type { Clock } from '../clock.ts'

/** A recording whose series are drawn: its frames, its clock, and where its times lie on the axis of the lanes. */
export type Track = {
  /** When each frame begins (s of the recording), ascending. */
  readonly timestamps: readonly number[]
  readonly clock: Clock
  /** How its times lie on the axis by now: the same object until that changes. */
  readonly placed: () => Alignment
}

const AS_IT_IS: Alignment = { anchor: 0, otherAnchor: 0, rate: 1 }

/** The recording whose own time the axis is. */
export const ownTrack = (clock: Clock, timestamps: readonly number[]): Track => ({
  timestamps,
  clock,
  placed: () => AS_IT_IS,
})

/** The time on the axis (s) of a time of the track's recording. */
export const axisTime = ({ placed }: Pick<Track, 'placed'>, time: number): number => firstTime(placed(), time)

/** The time of the track's recording (s) at a time on the axis. */
export const trackTime = ({ placed }: Pick<Track, 'placed'>, time: number): number =>
  otherTime(placed(), time)

export type Placing = { readonly get: () => Alignment; readonly set: (alignment: Alignment) => void }

/** Where a track lies, which may change with every animation frame; no React. */
export function createPlacing(first: Alignment): Placing {
  let present = first
  return { get: () => present, set: (alignment) => (present = alignment) }
}

/** The clock of a track's recording as the axis has it: what is sought there, the recording seeks in its own time. */
export function axisClock(track: Track): Clock {
  const { clock } = track
  return {
    get time() {
      return axisTime(track, clock.time)
    },
    get pictureTime() {
      return axisTime(track, clock.pictureTime)
    },
    get duration() {
      return axisTime(track, clock.duration)
    },
    get playing() {
      return clock.playing
    },
    subscribe: (listener) => clock.subscribe(listener),
    seek: (time) => clock.seek(trackTime(track, time)),
    seekPicture: (begins) => clock.seekPicture(trackTime(track, begins)),
  }
}
