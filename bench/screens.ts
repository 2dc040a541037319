import type { Expectation } from './probe.ts'

const TABLE = 'table[aria-label="Sessions"]'

/** A row of the table that holds a session; rows that only keep the place have no link. */
export const ROW_LINK = `${TABLE} tbody tr a`
export const STATUS_TEXT = '[role="status"]'

/** The table with rows and this text under it, such as `^Rows 1–25 of`. */
export const tableWith = (status: string): Expectation => ({
  shown: [{ selector: ROW_LINK }, { selector: STATUS_TEXT, text: status }],
})

/** A session's page with facts and metrics. */
export const sessionPage = (title: string): Expectation => ({
  shown: [
    { selector: 'h1', text: `^${literally(title)}$` },
    { selector: 'section[aria-label="Metrics"] tbody td' },
  ],
})

export const menu: Expectation = { shown: [{ selector: '[role="menuitem"]' }] }
export const editDialog: Expectation = { shown: [{ selector: '[role="dialog"] input' }] }

/** The table with a saved title, and no dialog over it. */
export const savedTitle = (title: string): Expectation => ({
  shown: [{ selector: ROW_LINK, text: `^${literally(title)}$` }],
  gone: ['[role="dialog"]'],
})

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
