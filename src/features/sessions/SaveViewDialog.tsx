import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { todayHere } from '../../domain/calendarDays.ts'
import { formatDay } from '../../domain/recordedAt.ts'
import type { Session } from '../../domain/session.ts'
import { commonText } from '../../messages/common.ts'
import { nameProblemText, saveViewText as text } from '../../messages/viewDialogs.ts'
import { viewsText } from '../../messages/views.ts'
import type { ListQuery } from '../../queries/sessions.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CheckboxField, TextField } from '../../ui/fields.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { quoteFilters, useFilterWords } from './filterWords.ts'
import { columnName } from './listLayout.ts'
import type { ColumnId } from './listLayout.ts'
import { cleanName, updateView } from './savedViews.ts'
import type { SavedView } from './savedViews.ts'
import styles from './SaveViewDialog.module.css'
import { useSavedViews } from './useSavedViews.ts'
import {
  addView,
  MOST_VIEWS,
  movingDays,
  nameProblem,
  presentContent,
  setStart,
  viewNamed,
} from './viewChanges.ts'
import type { NameProblem } from './viewChanges.ts'

const NO_ROWS: Session[] = []

/** Gives what is on the screen a name, or puts it into the view that has this name already. */
export function SaveViewDialog({
  query,
  columns,
  onClose,
}: {
  query: ListQuery
  columns: ColumnId[]
  onClose: () => void
}) {
  const { saved, kept, change } = useSavedViews()
  const { say, warn } = useNotices()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<NameProblem | null>(null)
  const [days, setDays] = useState<'fixed' | 'moving'>('fixed')
  const [atStart, setAtStart] = useState(false)
  const today = todayHere()
  const moving = movingDays(query, today)
  // No rows to look names up in: the lists of people have them, and are there already as a rule.
  const filters = quoteFilters(useFilterWords(query, NO_ROWS))
  const content = presentContent(query, columns, days === 'moving', today)
  const sameNamed = problem === 'taken' ? viewNamed(saved, name) : null
  const full = saved.views.length >= MOST_VIEWS

  const done = (shown: string, isKept: boolean) => {
    if (isKept) say(text.saved(shown))
    else warn(viewsText.notKept)
    onClose()
  }
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const found = nameProblem(saved, name)
    setProblem(found)
    if (found || full) return
    done(
      cleanName(name),
      change((present) => addView(present, name, content, atStart)),
    )
  }
  const replace = ({ id, name: shown }: SavedView) =>
    done(
      shown,
      change((present) => {
        const updated = updateView(present, id, content)
        return atStart ? setStart(updated, id) : updated
      }),
    )

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          {sameNamed ? (
            <Button onClick={() => replace(sameNamed)}>{text.replace(sameNamed.name)}</Button>
          ) : null}
          <Button type="submit" variant="primary" disabledReason={full ? text.full(MOST_VIEWS) : null}>
            {text.save}
          </Button>
        </>
      }
    >
      <TextField
        label={text.name}
        autoFocus
        autoComplete="off"
        value={name}
        error={problem && nameProblemText[problem]}
        onChange={(event) => {
          setName(event.target.value)
          setProblem(null)
        }}
      />
      <dl className={styles.content}>
        <dt>{text.filters}</dt>
        <dd>
          <bdi>{filters || text.noFilters}</bdi>
        </dd>
        <dt>{text.columns}</dt>
        <dd>{columns.map(columnName).join(', ')}</dd>
        <dt>{text.rows}</dt>
        <dd>{query.size}</dd>
      </dl>
      {moving ? (
        <RadioGroup
          legend={text.days}
          value={days}
          onChange={setDays}
          options={[
            {
              value: 'fixed',
              label: text.keepDays,
              hint: text.fixedDays(
                query.from ? formatDay(query.from) : null,
                query.to ? formatDay(query.to) : null,
              ),
            },
            { value: 'moving', label: text.moveDays, hint: text.movingDays(moving.from, moving.to) },
          ]}
        />
      ) : null}
      <CheckboxField
        label={text.atStart}
        checked={atStart}
        onChange={(event) => setAtStart(event.target.checked)}
      />
      {full ? <p className={styles.warning}>{text.full(MOST_VIEWS)}</p> : null}
      {kept ? null : <p className={styles.warning}>{viewsText.notKept}</p>}
    </Dialog>
  )
}
