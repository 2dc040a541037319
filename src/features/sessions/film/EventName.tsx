import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, SyntheticEvent } from 'react'
import { cleanEventName, LONGEST_EVENT_NAME } from '../../../domain/sessionEvent.ts'
import { commonText } from '../../../messages/common.ts'
import { eventsText as text } from '../../../messages/events.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import styles from './EventsPanel.module.css'

/** The name of an event, to be typed in place. An empty one is not taken. */
export function EventName({
  name,
  action,
  onName,
  onCancel,
}: {
  name: string
  action: string
  onName: (name: string) => void
  onCancel: () => void
}) {
  const [typed, setTyped] = useState(name)
  const input = useRef<HTMLInputElement>(null)
  // Not `autoFocus`: the menu that led here gives the focus back to its button while it closes.
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const clean = cleanEventName(typed)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (clean !== '') onName(clean)
  }
  const cancelByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
  }
  return (
    <form className={styles.naming} onSubmit={submit} onKeyDown={cancelByKey} noValidate>
      <TextField
        ref={input}
        label={text.name}
        hideLabel
        placeholder={text.name}
        autoComplete="off"
        maxLength={LONGEST_EVENT_NAME}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabledReason={clean === '' ? text.needsName : null}>
        {action}
      </Button>
      <Button onClick={onCancel}>{commonText.cancel}</Button>
    </form>
  )
}
