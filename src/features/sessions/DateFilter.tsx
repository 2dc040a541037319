import { sessionsText } from '../../messages/sessions.ts'
import { TextField } from '../../ui/fields.tsx'
import { useTypedField } from './useTypedField.ts'

const FIRST = '1900-01-01'
const LAST = '9999-12-31'

/** The first or the last day to show. A year that is half typed (`0202`) asks for nothing. */
export function DateFilter({
  name,
  day,
  onChange,
}: {
  name: 'from' | 'to'
  day: string
  onChange: (day: string) => void
}) {
  const { field, send } = useTypedField(day, onChange, (text) =>
    text === '' || (text >= FIRST && text <= LAST) ? text : null,
  )
  return (
    <TextField
      ref={field}
      label={sessionsText.filter[name]}
      type="date"
      min={FIRST}
      max={LAST}
      defaultValue={day}
      onChange={send}
    />
  )
}
