import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useEffect, useRef, useState } from 'react'
import { columnText as text } from '../../messages/views.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/fields.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { PanelPopup } from '../../ui/PanelPopup.tsx'
import styles from './ColumnsPopup.module.css'
import {
  canHide,
  COLUMN_IDS,
  columnName,
  hideColumn,
  moveColumn,
  offeredColumns,
  resetColumns,
  showColumn,
} from './listLayout.ts'
import type { ColumnId, ListLayout } from './listLayout.ts'

type Move = { id: ColumnId; by: -1 | 1 }

const DENSITIES = (['comfortable', 'compact'] as const).map((value) => ({
  value,
  label: text.densities[value],
}))

/** The open panel of `ColumnsPanel`; in a chunk of its own, since what floats is no part of the first load. */
export function ColumnsPopup({
  id,
  anchor,
  layout,
  offered = COLUMN_IDS,
  onChange,
  onClose,
}: {
  id: string
  anchor: HTMLElement
  layout: ListLayout
  offered?: readonly ColumnId[]
  onChange: (layout: ListLayout) => void
  onClose: () => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const [moved, setMoved] = useState<Move | null>(null)
  // The pressed button moves with its row, and an element that is moved loses the focus.
  useEffect(() => {
    if (!moved) return
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.id} ${moved.by}"]`)?.focus()
  }, [moved])

  const { columns } = layout
  const move = (id: ColumnId, by: -1 | 1) => {
    onChange(moveColumn(layout, id, by))
    setMoved({ id, by })
  }
  return (
    <PanelPopup id={id} anchor={anchor} title={text.panel} className={styles.panel} onClose={onClose}>
      <ul ref={list} className={styles.list}>
        {offeredColumns(columns, offered).map((id) => (
          <ColumnRow
            key={id}
            id={id}
            place={columns.indexOf(id)}
            count={columns.length}
            onShow={(shown) => onChange(shown ? showColumn(layout, id) : hideColumn(layout, id))}
            onMove={(by) => move(id, by)}
          />
        ))}
      </ul>
      <p role="status" className="visually-hidden">
        {moved && columns.includes(moved.id)
          ? text.moved(columnName(moved.id), columns.indexOf(moved.id) + 1, columns.length)
          : ''}
      </p>
      <div className={styles.foot}>
        <RadioGroup
          inline
          legend={text.density}
          options={DENSITIES}
          value={layout.density}
          onChange={(density) => onChange({ ...layout, density })}
        />
        <p className={styles.order}>{text.order}</p>
        <Button onClick={() => onChange(resetColumns(layout))}>{text.reset}</Button>
      </div>
    </PanelPopup>
  )
}

/** `place` counts from 0 among the shown columns; -1: not shown. */
function ColumnRow({
  id,
  place,
  count,
  onShow,
  onMove,
}: {
  id: ColumnId
  place: number
  count: number
  onShow: (shown: boolean) => void
  onMove: (by: -1 | 1) => void
}) {
  const name = columnName(id)
  return (
    <li className={styles.row}>
      <CheckboxField
        label={name}
        checked={place >= 0}
        disabled={!canHide(id)}
        {...(canHide(id) ? {} : { hint: text.alwaysShown })}
        onChange={(event) => onShow(event.target.checked)}
      />
      {place >= 0 ? (
        <>
          <IconButton
            label={text.moveUp(name)}
            icon={<ArrowUp />}
            data-move={`${id} -1`}
            disabledReason={place === 0 ? text.first : null}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={text.moveDown(name)}
            icon={<ArrowDown />}
            data-move={`${id} 1`}
            disabledReason={place === count - 1 ? text.last : null}
            onClick={() => onMove(1)}
          />
        </>
      ) : null}
    </li>
  )
}
