import { useState } from 'react'
import { formatDay } from '../../../domain/recordedAt.ts'
import { commonText } from '../../../messages/common.ts'
import { exportText as text } from '../../../messages/export.ts'
import { isSieved } from '../../../queries/sessions.ts'
import { useServices, useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { describeFilters, quoteFilters, useFilterNames } from '../filterWords.ts'
import { hideSeen } from '../seen.ts'
import styles from './ExportDialog.module.css'
import type { ExportChoice } from './exportFile.ts'
import type { ExportOffer } from './exportOffer.ts'
import { ExportProgress } from './ExportProgress.tsx'
import { prepareExport } from './prepareExport.ts'
import type { Exported } from './prepareExport.ts'
import { useExport } from './useExport.ts'

const COLUMNS = [
  { value: 'visible', label: text.visible },
  { value: 'all', label: text.everything, hint: text.everythingHint },
] as const

const FORMATS = (['csv', 'json'] as const).map((value) => ({
  value,
  label: text.formats[value],
  hint: text.formatHints[value],
}))

/** Asks which sessions, which columns and which format, and writes the file. Closing it stops the work. */
export function ExportDialog({ onClose, ...offer }: ExportOffer & { onClose: () => void }) {
  const source = useSource()
  const { auth, queryClient } = useServices()
  const { say, warn } = useNotices()
  const [chosen, setChoice] = useState<ExportChoice>({
    rows: offer.selected.length > 0 ? 'selected' : 'all',
    columns: 'visible',
    format: 'csv',
  })
  // The selection may be emptied behind the dialog, by a deletion that ends.
  const choice: ExportChoice =
    chosen.rows === 'selected' && offer.selected.length === 0 ? { ...chosen, rows: 'all' } : chosen
  const names = useFilterNames(offer.query, offer.loaded)
  const filters = quoteFilters(describeFilters(offer.query, names))
  const sieved = isSieved(offer.query)

  const done = ({ found, leftOut, incompleteDays }: Exported) => {
    say(text.done(found))
    if (leftOut > 0) warn(text.leftOut(leftOut))
    if (incompleteDays.length > 0) warn(text.incompleteDays(incompleteDays.map(formatDay)))
    onClose()
  }
  const { state, start, stop } = useExport(done)
  const running = state.kind === 'running'
  const account = auth.current()?.email ?? null

  const selected = { value: 'selected' as const, label: text.selected(offer.selected.length) }
  const rows = [
    ...(offer.selected.length > 0 ? [selected] : []),
    { value: 'loaded' as const, label: text.loaded(offer.loaded.length), hint: text.loadedHint },
    {
      value: 'all' as const,
      label: text.all(sieved ? null : offer.total),
      hint: filters || text.noFilters,
    },
  ]
  const summary = [
    rows.find(({ value }) => value === choice.rows),
    COLUMNS.find(({ value }) => value === choice.columns),
    FORMATS.find(({ value }) => value === choice.format),
  ]
    .map((one) => one?.label)
    .join(' · ')

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        const hide = hideSeen(auth, source, offer.query)
        start(prepareExport({ offer, choice, source, queryClient, account, names, hide }))
      }}
      actions={
        <>
          <Button onClick={running ? stop : onClose}>{commonText.cancel}</Button>
          <Button type="submit" variant="primary" busy={running}>
            {running ? text.running : text.start}
          </Button>
        </>
      }
    >
      {state.kind === 'failed' ? (
        <ErrorPanel error={state.error} title={text.failed} onTryAgain={state.goOn} />
      ) : null}
      <p role="status" className={styles.said}>
        {state.kind === 'stopped' ? text.stopped : state.kind === 'empty' ? text.nothing : ''}
      </p>
      <div className={styles.content}>
        <div className={styles.choices} data-hidden={running || undefined}>
          <RadioGroup
            legend={text.rows}
            value={choice.rows}
            onChange={(rows) => setChoice({ ...choice, rows })}
            options={rows}
          />
          <RadioGroup
            legend={text.columns}
            value={choice.columns}
            onChange={(columns) => setChoice({ ...choice, columns })}
            options={COLUMNS}
          />
          <RadioGroup
            legend={text.format}
            value={choice.format}
            onChange={(format) => setChoice({ ...choice, format })}
            options={FORMATS}
          />
        </div>
        {running ? (
          <ExportProgress progress={state.progress} sieved={sieved}>
            {summary}
          </ExportProgress>
        ) : null}
      </div>
    </Dialog>
  )
}
