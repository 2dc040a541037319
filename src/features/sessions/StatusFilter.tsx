import { isStatus, STATUSES } from '../../domain/session.ts'
import type { ProcessingStatus } from '../../domain/session.ts'
import { statusText } from '../../messages/common.ts'
import { filtersText } from '../../messages/filters.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { ComboboxField } from '../../ui/ComboboxField.tsx'

const OPTIONS = STATUSES.map((status) => ({ value: status, label: statusText[status] }))

/** Chooses any of the states of processing. */
export function StatusFilter({
  status,
  onChange,
}: {
  status: readonly ProcessingStatus[]
  onChange: (change: (before: readonly ProcessingStatus[]) => ProcessingStatus[]) => void
}) {
  const names = status.map((one) => statusText[one])
  return (
    <ComboboxField
      multiple
      label={sessionsText.filter.status}
      options={OPTIONS}
      value={status}
      onChange={(change) => onChange((before) => change(before).filter(isStatus))}
      summary={names.length > 2 ? filtersText.statuses(names.length) : names.join(', ')}
      placeholder={filtersText.anyStatus}
      noOptionsText={filtersText.noStatus}
    />
  )
}
