import { useEffect, useRef } from 'react'

/** Typing in Title rests for this long before it is asked for: at once to the eye, and one request. */
export const TYPING_RESTS_MS = 100

/**
 * What is typed lives in the field; the address gets it when typing rests, and gives it back on Back. `read` says
 * what the field's text asks for, null while it asks for nothing yet.
 */
export function useTypedField(
  value: string,
  onChange: (value: string) => void,
  read: (text: string) => string | null,
) {
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const known = useRef(value)
  useEffect(() => {
    // What was sent from here comes back a moment later, when more may have been typed.
    if (value === known.current) return
    known.current = value
    clearTimeout(timer.current)
    if (field.current) field.current.value = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = () => {
    clearTimeout(timer.current)
    const typed = read(field.current?.value ?? '')
    if (typed === null || typed === known.current) return
    known.current = typed
    onChange(typed)
  }
  const sendWhenResting = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(send, TYPING_RESTS_MS)
  }
  return { field, send, sendWhenResting }
}
