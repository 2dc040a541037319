import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { bandAt } from '../../domain/bands.ts'
import type { Bands } from '../../domain/bands.ts'
import { formatSeconds } from '../../lib/formatNumber.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { shownTime } from '../clock.ts'
import { ROUNDING } from '../frames.ts'
import styles from './BandStrip.module.css'
import type { LaneFrame } from './laneFrame.ts'
import { momentShown } from './reading.ts'

/** Narrower than this (px), a band has no room for its number. */
const NUMBER_WIDTH = 16

/**
 * The jumps or segments under the lanes, each a button to its beginning; one stop of the Tab key, arrows within. `word`
 * is what one is called.
 */
export function BandStrip({
  bands: { bands, equalParts },
  word,
  frame,
}: {
  bands: Bands
  word: string
  frame: LaneFrame
}) {
  const { clock, stage, scale, track } = frame
  const { timestamps } = track
  const strip = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(0)
  useEffect(() => {
    const draw = () => {
      bands.forEach((band, index) => {
        const button = strip.current?.children[index]
        if (!(button instanceof HTMLElement)) return
        const place = stage.place(band)
        button.style.visibility = place ? 'visible' : 'hidden'
        if (!place) return
        button.style.transform = `translateX(${place.left}px)`
        button.style.inlineSize = `${place.width}px`
        button.dataset.narrow = String(place.width < NUMBER_WIDTH)
      })
    }
    draw()
    return stage.subscribe(draw)
  }, [stage, bands])
  useEffect(() => {
    let marked: Element | null = null
    const draw = () => {
      const band = bandAt(bands, momentShown(timestamps, track.clock))
      const button = band ? (strip.current?.children[band.number - 1] ?? null) : null
      if (button === marked) return
      marked?.removeAttribute('aria-current')
      button?.setAttribute('aria-current', 'true')
      marked = button
    }
    draw()
    return track.clock.subscribe(draw)
  }, [track, bands, timestamps])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || event.shiftKey) return
    event.preventDefault()
    const next = Math.min(bands.length - 1, Math.max(0, reached + by))
    const band = bands[next]
    const button = strip.current?.children[next]
    if (!band || !(button instanceof HTMLElement)) return
    // What is outside of the view has no place on the screen to be focused at.
    if (!stage.place(band)) stage.view.show({ from: band.from, to: band.from + span(stage.view.get()) })
    button.style.setProperty('visibility', 'visible')
    setReached(next)
    button.focus()
  }
  return (
    <div className={styles.bandRow}>
      <p className={styles.bandName}>{text.bandStrip(word)}</p>
      <div
        ref={strip}
        role="group"
        aria-label={text.bandStrip(word)}
        className={styles.bands}
        data-equal={equalParts || undefined}
        onKeyDown={onKeyDown}
      >
        {bands.map(({ number, from, to }, index) => (
          <button
            key={number}
            type="button"
            className={styles.band}
            tabIndex={index === reached ? 0 : -1}
            aria-label={text.band(
              word,
              number,
              formatSeconds(shownTime(scale, from)),
              formatSeconds(shownTime(scale, to)),
            )}
            onFocus={() => setReached(index)}
            onClick={() => clock.seekPicture(firstBegun(timestamps, from))}
          >
            <span aria-hidden>{number}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

/** When the first picture of a band begins (s): equal parts begin between two. */
const firstBegun = (timestamps: readonly number[], from: number): number =>
  timestamps.find((begins) => begins >= from - ROUNDING) ?? from

const span = ({ from, to }: { from: number; to: number }) => to - from
