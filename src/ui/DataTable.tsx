import { memo, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import styles from './DataTable.module.css'

export type Column<Row> = {
  id: string
  header: string
  /** The header is for screen readers only, as over a column of menus. */
  hideHeader?: boolean
  /** Pixels; at least so many where `share` is given. */
  width: number
  /** What a column takes where there is room: a CSS width, `auto` for all the rest. */
  share?: string
  numeric?: boolean
  /** On a card the header is said with the value, which would not explain itself. */
  namedOnCard?: boolean
  /** `marks` are those of the row, see `rowMark`. */
  cell: (row: Row, marks: string | undefined) => ReactNode
}

/** Rows that can be selected, with a box for each and one for all that are shown. */
export type RowSelection<Row> = {
  selected: ReadonlySet<string>
  /** The name of a row's box. */
  label: (row: Row) => string
  pageLabel: string
  /** `range`: the shift key was held. Has to stay the same function, or every row is drawn again. */
  onToggle: (id: string, range: boolean) => void
  onTogglePage: () => void
}

/** The width of the boxes' column in pixels. */
export const SELECT_WIDTH = 44
const SELECT_COLUMN = { '--width': `${SELECT_WIDTH}px`, '--share': `${SELECT_WIDTH}px` } as CSSProperties

/**
 * A table of rows in the order they come. On a narrow screen the rows are drawn as cards; the roles are written out
 * because drawing a table as something else takes them away.
 */
export function DataTable<Row extends { id: string }>({
  label,
  columns,
  rows,
  placeholders,
  rowMark,
  selection,
}: {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Number of rows drawn while the rows are on their way; 0 when they are there. */
  placeholders: number
  /** Marks of a row, separated by spaces, for styling and for its cells, e.g. of one that could not be read. */
  rowMark?: (row: Row) => string | undefined
  selection?: RowSelection<Row>
}) {
  const slots = useSlots(rows)
  return (
    <table
      role="table"
      aria-label={label}
      aria-busy={placeholders > 0}
      className={styles.table}
      style={
        { '--table-width': `${tableWidth(columns) + (selection ? SELECT_WIDTH : 0)}px` } as CSSProperties
      }
    >
      <colgroup>
        {selection ? <col style={SELECT_COLUMN} /> : null}
        {columns.map(({ id, width, share }) => (
          <col
            key={id}
            style={{ '--width': `${width}px`, '--share': share ?? `${width}px` } as CSSProperties}
          />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {selection ? <PageBox selection={selection} rows={rows} /> : null}
          {columns.map(({ id, header, hideHeader, numeric }) => (
            <th key={id} role="columnheader" scope="col" data-numeric={numeric}>
              {hideHeader ? <span className="visually-hidden">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {placeholders > 0
          ? Array.from({ length: placeholders }, (_, index) => (
              <tr key={index} role="row" aria-hidden>
                <td
                  role="cell"
                  colSpan={columns.length + (selection ? 1 : 0)}
                  className={styles.placeholder}
                />
              </tr>
            ))
          : rows.map((row, index) => (
              <TableRow
                key={slots[index]}
                row={row}
                columns={columns}
                marks={rowMark?.(row)}
                selected={selection?.selected.has(row.id)}
                boxLabel={selection?.label}
                onToggle={selection?.onToggle}
              />
            ))}
      </tbody>
    </table>
  )
}

/** The least width, in pixels, at which no column is squeezed. */
export const tableWidth = (columns: readonly { width: number }[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0)

/**
 * A key for each row: a row keeps its own as long as it is shown, and a new row takes over one that has become free.
 * So the next page fills the elements of the last one, which is several times quicker than making them anew, and a
 * row that moves takes its focus along. Cells hold no state of their own.
 */
function useSlots(rows: readonly { id: string }[]): number[] {
  const [taken] = useState(() => new Map<string, number>())
  const shown = new Set(rows.map(({ id }) => id))
  for (const id of [...taken.keys()]) if (!shown.has(id)) taken.delete(id)
  const used = new Set(taken.values())
  let free = 0
  return rows.map(({ id }) => {
    const own = taken.get(id)
    if (own !== undefined) return own
    while (used.has(free)) free++
    used.add(free)
    taken.set(id, free)
    return free
  })
}

/** Selects what is shown, or takes it out of the selection when all of it is in. */
function PageBox<Row extends { id: string }>({
  selection,
  rows,
}: {
  selection: RowSelection<Row>
  rows: readonly Row[]
}) {
  const count = rows.filter(({ id }) => selection.selected.has(id)).length
  return (
    <th role="columnheader" scope="col" className={styles.select}>
      <label className={styles.box}>
        <input
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < rows.length
          }}
          type="checkbox"
          aria-label={selection.pageLabel}
          disabled={rows.length === 0}
          checked={count > 0 && count === rows.length}
          onChange={selection.onTogglePage}
        />
        {/* On a narrow screen the box stands in a line of its own. */}
        <span aria-hidden className={styles.pageWord}>
          {selection.pageLabel}
        </span>
      </label>
    </th>
  )
}

type TableRowProps<Row> = {
  row: Row
  columns: readonly Column<Row>[]
  marks: string | undefined
  selected: boolean | undefined
  boxLabel: RowSelection<Row>['label'] | undefined
  onToggle: RowSelection<Row>['onToggle'] | undefined
}

/** A row is drawn again only when it or the columns have changed, not each time something around the table does. */
const TableRow = memo(function TableRow<Row extends { id: string }>({
  row,
  columns,
  marks,
  selected,
  boxLabel,
  onToggle,
}: TableRowProps<Row>) {
  return (
    <tr role="row" className={styles.row} data-mark={marks} data-selected={selected || undefined}>
      {onToggle ? (
        <td role="cell" className={styles.select} data-column="select">
          <label className={styles.box}>
            <input
              type="checkbox"
              aria-label={boxLabel?.(row)}
              checked={selected ?? false}
              onChange={({ nativeEvent }) => onToggle(row.id, (nativeEvent as MouseEvent).shiftKey)}
            />
          </label>
        </td>
      ) : null}
      {columns.map(({ id, header, numeric, namedOnCard, cell }) => (
        <td
          key={id}
          role="cell"
          data-column={id}
          data-numeric={numeric}
          data-name={namedOnCard ? header : undefined}
        >
          {cell(row, marks)}
        </td>
      ))}
    </tr>
  )
}) as <Row extends { id: string }>(props: TableRowProps<Row>) => ReactNode
