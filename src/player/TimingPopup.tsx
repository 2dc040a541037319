import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { timingText as text } from '../messages/player.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/fields.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { PanelPopup } from '../ui/PanelPopup.tsx'
import type { Playback } from './playback.ts'
import {
  CAPTURE_FACTORS,
  FASTEST_CAPTURE,
  FASTEST_RATE,
  formatRate,
  formatRates,
  readRate,
  SLOWEST_RATE,
} from './timing.ts'
import type { TimingSettings } from './timing.ts'
import styles from './TimingPopup.module.css'
import { usePlayback } from './usePlayback.ts'

/** The open panel of `TimingButton`; in a chunk of its own, since what floats is no part of the first load. */
export function TimingPopup({
  id,
  anchor,
  playback,
  settings,
  onSettings,
  onClose,
}: {
  id: string
  anchor: HTMLElement
  playback: Playback
  settings: TimingSettings
  onSettings: (change: Partial<TimingSettings>) => void
  onClose: () => void
}) {
  return (
    <PanelPopup id={id} anchor={anchor} title={text.title} className={styles.panel} onClose={onClose}>
      <div className={styles.content}>
        <Capture playback={playback} settings={settings} onSettings={onSettings} />
        <hr />
        <FileRate playback={playback} settings={settings} onSettings={onSettings} />
      </div>
    </PanelPopup>
  )
}

type PartProps = {
  playback: Playback
  settings: TimingSettings
  onSettings: (change: Partial<TimingSettings>) => void
}

const OTHER = 'other'

/** How much faster the film was taken than it plays. */
function Capture({ playback, settings: { captureFactor }, onSettings }: PartProps) {
  const played = usePlayback(playback, ({ truth }) => truth.rates.median)
  const isOffered = CAPTURE_FACTORS.some((factor) => factor === captureFactor)
  const [typing, setTyping] = useState(!isOffered)
  const options = CAPTURE_FACTORS.map((factor) => ({
    value: String(factor),
    label: factor === 1 ? text.inRealTime : text.slower(formatRate(factor), formatRate(played * factor)),
  }))
  return (
    <>
      <RadioGroup
        legend={text.captureTitle}
        options={[...options, { value: OTHER, label: text.otherRate }]}
        value={typing ? OTHER : String(captureFactor)}
        onChange={(value) => {
          setTyping(value === OTHER)
          if (value !== OTHER) onSettings({ captureFactor: Number(value) })
        }}
      />
      {typing ? (
        <RateForm
          label={text.filmedAt}
          hint={text.filmedHint(formatRate(played))}
          value={captureFactor === 1 ? '' : formatRate(played * captureFactor)}
          // As it reads: 29.97 is a little less than what 30000/1001 is.
          least={Number(formatRate(played))}
          most={FASTEST_CAPTURE}
          onApply={(rate) => onSettings({ captureFactor: Math.max(1, rate / played) })}
        />
      ) : null}
      <p className={styles.hint}>{text.captureHint}</p>
    </>
  )
}

/** How many frames a second the file has, as found or as somebody knows better. */
function FileRate({ playback, settings: { frameRate }, onSettings }: PartProps) {
  const found = usePlayback(playback, ({ truth }) =>
    truth.source === 'typed' ? '' : text.found[truth.source](formatRates(truth.rates)),
  )
  const [typing, setTyping] = useState(frameRate !== null)
  return (
    <>
      <RadioGroup
        legend={text.rateTitle}
        options={[
          { value: 'found', label: text.asMeasured, hint: found },
          { value: 'typed', label: text.typedRate },
        ]}
        value={typing ? 'typed' : 'found'}
        onChange={(value) => {
          setTyping(value === 'typed')
          if (value === 'found') onSettings({ frameRate: null })
        }}
      />
      {typing ? (
        <RateForm
          label={text.frameRate}
          hint={text.rateHint}
          value={frameRate === null ? '' : formatRate(frameRate)}
          least={SLOWEST_RATE}
          most={FASTEST_RATE}
          onApply={(rate) => onSettings({ frameRate: rate })}
        />
      ) : null}
    </>
  )
}

function RateForm({
  label,
  hint,
  value,
  least,
  most,
  onApply,
}: {
  label: string
  hint: string
  value: string
  least: number
  most: number
  onApply: (rate: number) => void
}) {
  const [typed, setTyped] = useState(value)
  const [refused, setRefused] = useState(false)
  const apply = (event: SyntheticEvent) => {
    event.preventDefault()
    const rate = readRate(typed, least, most)
    setRefused(rate === null)
    if (rate !== null) onApply(rate)
  }
  return (
    <form className={styles.typed} onSubmit={apply} noValidate>
      <TextField
        label={label}
        hint={hint}
        error={refused ? text.outside(formatRate(least), formatRate(most)) : null}
        inputMode="decimal"
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{text.apply}</Button>
    </form>
  )
}
