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
  cell: (row: Row) => ReactNode
}

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
}: {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Number of rows drawn while the rows are on their way; 0 when they are there. */
  placeholders: number
  /** Marks a row for styling, e.g. one that could not be read. */
  rowMark?: (row: Row) => string | undefined
}) {
  const slots = useSlots(rows)
  return (
    <table
      role="table"
      aria-label={label}
      aria-busy={placeholders > 0}
      className={styles.table}
      style={{ '--table-width': `${tableWidth(columns)}px` } as CSSProperties}
    >
      <colgroup>
        {columns.map(({ id, width, share }) => (
          <col
            key={id}
            style={{ '--width': `${width}px`, '--share': share ?? `${width}px` } as CSSProperties}
          />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
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
                <td role="cell" colSpan={columns.length} className={styles.placeholder} />
              </tr>
            ))
          : rows.map((row, index) => (
              <TableRow key={slots[index]} row={row} columns={columns} mark={rowMark?.(row)} />
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

/** A row is drawn again only when it or the columns have changed, not each time something around the table does. */
const TableRow = memo(function TableRow<Row extends { id: string }>({
  row,
  columns,
  mark,
}: {
  row: Row
  columns: readonly Column<Row>[]
  mark: string | undefined
}) {
  return (
    <tr role="row" className={styles.row} data-mark={mark}>
      {columns.map(({ id, header, numeric, namedOnCard, cell }) => (
        <td
          key={id}
          role="cell"
          data-column={id}
          data-numeric={numeric}
          data-name={namedOnCard ? header : undefined}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}) as <Row extends { id: string }>(props: {
  row: Row
  columns: readonly Column<Row>[]
  mark: string | undefined
}) => ReactNode
