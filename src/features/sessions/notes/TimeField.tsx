import { useState } from 'react'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { recordingTime, shownTime } from '../../../player/clock.ts'
import type { TimeScale } from '../../../player/clock.ts'
import type { ReactNode } from 'react'
import { TextField } from '../../../ui/fields.tsx'

type Typed = { text: string; value: number | null; scale: TimeScale }

/**
 * A time of the recording (s), typed as the clock is read. Null: empty; NaN: no number. What is typed stays as it was
 * typed until the value becomes another one; `asRead` says which time is meant by it.
 */
export function TimeField({
  label,
  value,
  scale,
  hint,
  error,
  end,
  asRead,
  onChange,
}: {
  label: string
  value: number | null
  scale: TimeScale
  hint?: string
  error: string | null
  end: ReactNode
  asRead: (time: number) => number
  onChange: (value: number | null) => void
}) {
  const [typed, setTyped] = useState<Typed | null>(null)
  const isAsTyped = typed !== null && Object.is(typed.value, value) && typed.scale === scale
  const plain = value === null || Number.isNaN(value) ? '' : formatSeconds(shownTime(scale, value))
  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      error={error}
      end={end}
      inputMode="decimal"
      autoComplete="off"
      value={isAsTyped ? typed.text : plain}
      onChange={(event) => {
        const text = event.target.value
        const time = readTyped(text, scale)
        const next = time === null ? null : asRead(time)
        setTyped({ text, value: next, scale })
        onChange(next)
      }}
    />
  )
}

/** With a point or a comma, and any minus sign. */
function readTyped(text: string, scale: TimeScale): number | null {
  const plain = text.trim().replace(/^[−–]/, '-').replace(',', '.')
  if (plain === '') return null
  return /^-?\d{1,6}(\.\d{0,9})?$/.test(plain) ? recordingTime(scale, Number(plain)) : NaN
}
