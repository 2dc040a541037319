import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toAppError } from '../../domain/errors.ts'
import { personOf, withLink, withoutLink } from '../../domain/personLink.ts'
import type { AthleteKey } from '../../domain/personLink.ts'
import type { SessionSource } from '../../domain/source.ts'
import { personText as text } from '../../messages/athletes.ts'
import { athletesQuery } from '../../queries/people.ts'
import { useSourceStates } from '../../queries/sourceStates.ts'
import { useServices } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { describeError } from '../../ui/ErrorPanel.tsx'
import { fold } from '../../ui/matchOptions.ts'
import { useNotices } from '../../ui/Notices.tsx'
import { shownName } from './athleteRows.ts'
import { useLinks } from './linkStore.ts'
import styles from './SamePerson.module.css'

/** Who of the other sources is the same person. Nobody is but by somebody's own choice; equal names are pointed out. */
export function SamePerson({ athlete, name }: { athlete: AthleteKey; name: string }) {
  const { sources } = useServices()
  const { links, kept } = useLinks()
  const others = useMemo(() => sources.filter(({ id }) => id !== athlete.source), [sources, athlete.source])
  const states = useSourceStates(others)
  if (others.length === 0) return null
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      {others.map((other, index) =>
        states[index] === 'connected' ? (
          <Choice key={other.id} athlete={athlete} name={name} other={other} />
        ) : null,
      )}
      {personOf(links, athlete).some(({ source }) => others.some(({ id }) => id === source)) ? (
        <p className={styles.kept}>{kept ? text.kept : text.notKept}</p>
      ) : null}
    </section>
  )
}

function Choice({ athlete, name, other }: { athlete: AthleteKey; name: string; other: SessionSource }) {
  const { links, change } = useLinks()
  const { say } = useNotices()
  const people = useQuery(athletesQuery(other))
  const chosen = personOf(links, athlete).find(({ source }) => source === other.id)?.id ?? null
  const all = people.data
  const options = useMemo(
    () =>
      (all ?? []).map((person) => ({
        value: person.id,
        label: shownName(person),
        hint: person.name ? (person.email ?? person.id) : null,
      })),
    [all],
  )
  // A link outlives the directory that names it.
  const shown =
    chosen !== null && !options.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: chosen, hint: null }, ...options]
      : options
  const sameName = name === '' ? undefined : all?.find((person) => fold(person.name) === fold(name))

  const choose = (id: string | null) => {
    const before = personOf(links, { source: other.id, id: id ?? '' }).length > 1
    change((present) =>
      id === null && chosen !== null
        ? withoutLink(present, { source: other.id, id: chosen })
        : id === null
          ? present
          : withLink(present, athlete, { source: other.id, id }),
    )
    if (id === null) return say(text.parted)
    say(text.joined(shown.find(({ value }) => value === id)?.label ?? id, other.label))
    if (before && id !== chosen) say(text.replaced)
  }
  return (
    <div className={styles.choice}>
      <div className={styles.field}>
        <ComboboxField
          label={text.field(other.label)}
          options={shown}
          value={chosen}
          onChange={choose}
          placeholder={text.placeholder}
          noOptionsText={text.nobody}
          loading={people.isFetching && !all}
          error={
            people.error && !people.isFetching
              ? `${text.failed(other.label)} ${describeError(toAppError(people.error))}`
              : null
          }
          onTryAgain={() => void people.refetch()}
        />
      </div>
      {chosen === null && sameName ? (
        <p className={styles.proposal}>
          <span>{text.sameName(shownName(sameName), other.label)}</span>
          <Button onClick={() => choose(sameName.id)}>{text.isSame}</Button>
        </p>
      ) : null}
      {chosen === null ? null : <Button onClick={() => choose(null)}>{text.part}</Button>}
    </div>
  )
}
