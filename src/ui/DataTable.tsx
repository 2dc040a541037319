import { memo } from 'react'
import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

export type Column<Row> = {
  id: string
  header: string
  /** The header is for screen readers only, as over a column of menus. */
  hideHeader?: boolean
  /** `auto` shares what is left; other widths are CSS lengths. */
  width: string
  numeric?: boolean
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
  return (
    <table role="table" aria-label={label} aria-busy={placeholders > 0} className={styles.table}>
      <colgroup>
        {columns.map(({ id, width }) => (
          <col key={id} style={width === 'auto' ? {} : { width }} />
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
              <tr key={index} role="row" aria-hidden className={styles.placeholder}>
                {columns.map(({ id }) => (
                  <td key={id} role="cell" data-column={id}>
                    <span className={styles.bone} />
                  </td>
                ))}
              </tr>
            ))
          : rows.map((row) => <TableRow key={row.id} row={row} columns={columns} mark={rowMark?.(row)} />)}
      </tbody>
    </table>
  )
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
      {columns.map(({ id, numeric, cell }) => (
        <td key={id} role="cell" data-column={id} data-numeric={numeric}>
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
