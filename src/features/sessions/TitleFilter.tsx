import Search from 'lucide-react/icons/search'
import { sessionsText } from '../../messages/sessions.ts'
import { TextField } from '../../ui/fields.tsx'
import { useTypedField } from './useTypedField.ts'

/** Searches titles while somebody types; Enter does not wait. */
export function TitleFilter({
  title,
  className,
  onChange,
}: {
  title: string
  className: string | undefined
  onChange: (title: string) => void
}) {
  const { field, send, sendWhenResting } = useTypedField(title, onChange, (text) => text.trim())
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        ref={field}
        label={sessionsText.filter.title}
        type="search"
        placeholder={sessionsText.titlePlaceholder}
        maxLength={200}
        autoComplete="off"
        defaultValue={title}
        start={<Search aria-hidden />}
        onChange={sendWhenResting}
      />
    </form>
  )
}
