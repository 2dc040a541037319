import { memo, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { canEdit } from '../../../domain/permissions.ts'
import { PLACEHOLDERS, planRetitles, unknownPlaceholders } from '../../../domain/retitle.ts'
import type { Retitle } from '../../../domain/retitle.ts'
import type { Session } from '../../../domain/session.ts'
import { commonText } from '../../../messages/common.ts'
import { retitleText as text, selectionText } from '../../../messages/selection.ts'
import { useCaller } from '../../../queries/useCaller.ts'
import { useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/fields.tsx'
import styles from './bulk.module.css'
import { LeftOut } from './LeftOut.tsx'
import { permitted } from './permitted.ts'

/** A pattern, and what it would make of every title before anything is changed. */
export function RetitleDialog({
  selected,
  onRetitle,
  onClose,
}: {
  selected: readonly Session[]
  onRetitle: (changes: Retitle[]) => void
  onClose: () => void
}) {
  const source = useSource()
  const caller = useCaller(source)
  const { sessions, refusals } = useMemo(
    () => permitted(canEdit, caller, source, selected),
    [caller, source, selected],
  )
  const [pattern, setPattern] = useState('{title}')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const isTouched = useRef(false)
  // Typing goes before the preview, which may have 2,000 rows.
  const previewed = useDeferredValue(pattern)
  const plan = useMemo(() => planRetitles(previewed, sessions), [previewed, sessions])
  const changes = plan.filter(({ problem }) => problem === null)
  const unchanged = plan.filter(({ problem }) => problem === 'unchanged').length
  const problem = problemOf(pattern, plan)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    const wanted = planRetitles(pattern, sessions)
    if (problemOf(pattern, wanted) === null) onRetitle(wanted.filter(({ problem }) => problem === null))
  }
  const insert = (placeholder: string) => {
    const input = field.current?.querySelector('input')
    if (!input) return
    input.focus()
    input.setRangeText(placeholder, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
    setPattern(input.value)
  }

  return (
    <Dialog
      wide
      title={text.title(selected.length)}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={sessions.length === 0 ? selectionText.nothingLeft : null}
          >
            {text.confirm(changes.length)}
          </Button>
        </>
      }
    >
      <LeftOut refusals={refusals} />
      {sessions.length === 0 ? <p>{selectionText.nothingLeft}</p> : null}
      <div ref={field} className={styles.pattern}>
        <TextField
          label={text.pattern}
          hint={text.hint}
          autoFocus
          autoComplete="off"
          value={pattern}
          error={tried || unknownPlaceholders(pattern).length > 0 ? problem : null}
          onFocus={({ target }) => {
            // What stands there at first is most often written anew.
            if (!isTouched.current) target.select()
            isTouched.current = true
          }}
          onChange={(event) => setPattern(event.target.value)}
        />
        <div className={styles.placeholders}>
          {PLACEHOLDERS.map((name) => (
            <Button key={name} aria-label={text.insert(name)} onClick={() => insert(`{${name}}`)}>
              {`{${name}}`}
            </Button>
          ))}
        </div>
      </div>
      <p role="status">{text.summary(changes.length, unchanged, plan.length - changes.length - unchanged)}</p>
      <SameTitles plan={plan} />
      <Preview plan={plan} />
    </Dialog>
  )
}

function problemOf(pattern: string, plan: readonly Retitle[]): string | null {
  const unknown = unknownPlaceholders(pattern)
  if (unknown.length > 0) return text.unknown(unknown.join(', '))
  if (plan.some(({ problem }) => problem === 'empty' || problem === 'too-long')) return text.wrong
  return plan.some(({ problem }) => problem === null) ? null : text.nothing
}

/** Allowed, since titles need not differ, but seldom meant. */
function SameTitles({ plan }: { plan: readonly Retitle[] }) {
  const bearers = new Map<string, Retitle[]>()
  for (const one of plan) bearers.set(one.newTitle, [...(bearers.get(one.newTitle) ?? []), one])
  const shared = [...bearers.values()].filter((same) => same.length > 1 && same.some(isChange))
  const count = shared.reduce((sum, same) => sum + same.length, 0)
  return count > 0 ? <p className={styles.warning}>{text.same(count)}</p> : null
}

const isChange = ({ problem }: Retitle) => problem === null

const Preview = memo(function Preview({ plan }: { plan: readonly Retitle[] }) {
  if (plan.length === 0) return null
  return (
    <div className={styles.preview} role="region" aria-label={text.preview} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.now}</th>
            <th scope="col">{text.then}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ session, newTitle, problem }) => (
            <tr key={session.id} data-problem={problem ?? undefined}>
              <td>
                <bdi>{session.title || commonText.untitled}</bdi>
              </td>
              <td>
                {problem === 'empty' ? null : <bdi>{newTitle}</bdi>}
                {problem ? <span className={styles.problem}>{text.problem[problem]}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})
