import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { toAppError } from '../../domain/errors.ts'
import { filtersText } from '../../messages/filters.ts'
import { sessionsText } from '../../messages/sessions.ts'
import { athletesQuery, uploadersQuery } from '../../queries/people.ts'
import { useServices, useSource } from '../../services.ts'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { describeError } from '../../ui/ErrorPanel.tsx'
import { nameOf } from './filterWords.ts'

const KINDS = {
  athlete: { people: athletesQuery, failed: filtersText.athletesFailed },
  uploader: { people: uploadersQuery, failed: filtersText.uploadersFailed },
}

/** Finds an athlete or an uploader by name or e-mail; who there is, is asked for when the list is first opened. */
export function PersonFilter({
  kind,
  id,
  name,
  onChange,
}: {
  kind: keyof typeof KINDS
  id: string | undefined
  /** Of the one chosen; null while it is on its way. */
  name: string | null
  onChange: (id: string) => void
}) {
  const source = useSource()
  const self = useServices().auth.current()?.id
  const [asked, setAsked] = useState(false)
  const people = useQuery({ ...KINDS[kind].people(source), enabled: asked })
  const options = useMemo(() => {
    const all = (people.data ?? []).map((person) => ({
      value: person.id,
      label: person.id === self ? filtersText.you(nameOf(person)) : nameOf(person),
      hint: person.name ? person.email : null,
    }))
    if (!id || name === null) return all
    // The one chosen keeps the name that stands in the field, even if the list spells it otherwise.
    const chosen = { hint: null, ...all.find(({ value }) => value === id), value: id, label: name }
    return all.some(({ value }) => value === id)
      ? all.map((option) => (option.value === id ? chosen : option))
      : [chosen, ...all]
  }, [people.data, self, id, name])
  return (
    <ComboboxField
      label={sessionsText.filter[kind]}
      options={options}
      value={id ?? null}
      onChange={(value) => onChange(value ?? '')}
      placeholder={id ? filtersText.nameComing : filtersText.anyone}
      noOptionsText={filtersText.nobody}
      loading={people.isFetching && !people.data}
      error={
        people.error && !people.isFetching
          ? `${KINDS[kind].failed} ${describeError(toAppError(people.error))}`
          : null
      }
      onTryAgain={() => void people.refetch()}
      onOpen={() => setAsked(true)}
    />
  )
}
