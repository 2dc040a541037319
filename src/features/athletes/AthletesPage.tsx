import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { athletesText as text, surveyText } from '../../messages/athletes.ts'
import { commonText } from '../../messages/common.ts'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { athleteColumns } from './athleteColumns.tsx'
import { athleteRows, foundRows, isRowOrder, orderedRows, ROW_ORDERS } from './athleteRows.ts'
import type { AthleteRow } from './athleteRows.ts'
import styles from './AthletesPage.module.css'
import { LinkFiles } from './LinkFiles.tsx'
import { useLinks } from './linkStore.ts'
import { SourceLine } from './SourceLine.tsx'
import { useSurvey } from './useSurvey.ts'

/** Rows drawn at first, and more at a time. */
const SHOWN = 100
const PLACEHOLDERS = 12

/** Everybody whom the sources know: how often they were recorded and when last. */
export function Component() {
  const surveyed = useSurvey()
  const { links } = useLinks()
  const [params, setParams] = useSearchParams()
  const search = params.get('name') ?? ''
  const asked = params.get('order')
  const order = isRowOrder(asked) ? asked : 'name'
  const several = surveyed.length > 1
  const columns = useMemo(() => athleteColumns(several), [several])
  const all = athleteRows(
    surveyed.map(({ source, athletes, survey }) => ({
      ...{ source: source.id, athletes },
      sightings: survey?.sessions ?? [],
      whole: survey?.next === null,
    })),
    links,
  )
  const rows = orderedRows(foundRows(all, search), order)
  const isReading = surveyed.some(({ reading, counting }) => reading || counting) && all.length === 0

  const set = (name: string, value: string) =>
    setParams(
      (present) => {
        const next = new URLSearchParams(present)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(text.title)}</title>
      <header className={styles.header}>
        <h1>{text.title}</h1>
        {several ? <LinkFiles rows={all} /> : null}
      </header>
      <div className={styles.tools}>
        <TextField
          type="search"
          label={text.search}
          placeholder={text.searchPlaceholder}
          value={search}
          onChange={({ currentTarget: { value } }) => set('name', value)}
        />
        <SelectField
          label={text.order}
          value={order}
          options={ROW_ORDERS.map((value) => ({ value, label: text.orders[value] }))}
          onChange={({ currentTarget: { value } }) => set('order', value === 'name' ? '' : value)}
        />
        <p role="status" className={styles.shown}>
          {isReading ? text.reading : text.shown(rows.length, all.length)}
        </p>
      </div>
      <section aria-label={surveyText.title} className={styles.lines}>
        {surveyed.map((one) => (
          <SourceLine key={one.source.id} surveyed={one} named={several} />
        ))}
      </section>
      {isReading || rows.length > 0 ? (
        <Rows key={`${search} ${order}`} rows={rows} columns={columns} isReading={isReading} />
      ) : search ? (
        <EmptyState
          title={text.nobodyTitle}
          action={<Button onClick={() => set('name', '')}>{text.clearSearch}</Button>}
        >
          <p>{text.nobody(search)}</p>
        </EmptyState>
      ) : surveyed.every(({ athletes }) => athletes !== null) ? (
        <EmptyState title={text.emptyTitle}>
          <p>{text.empty}</p>
        </EmptyState>
      ) : null}
    </div>
  )
}

function Rows({
  rows,
  columns,
  isReading,
}: {
  rows: readonly AthleteRow[]
  columns: ReturnType<typeof athleteColumns>
  isReading: boolean
}) {
  const [most, setMost] = useState(SHOWN)
  const more = Math.min(SHOWN, rows.length - most)
  return (
    <div className={styles.sheet}>
      <DataTable
        label={text.title}
        columns={columns}
        rows={rows.slice(0, most)}
        placeholders={isReading ? PLACEHOLDERS : 0}
      />
      {more > 0 ? (
        <p className={styles.more}>
          <Button onClick={() => setMost(most + SHOWN)}>{text.more(more)}</Button>
        </p>
      ) : null}
    </div>
  )
}
