import { createOwnStore } from '../../../lib/ownStore.ts'

export const PAPERS = ['A4', 'Letter'] as const
export type Paper = (typeof PAPERS)[number]

/** In the order in which they stand on paper. */
export const REPORT_PARTS = ['metrics', 'sided', 'lanes', 'stills', 'comments', 'notes'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export type ReportChoice = { readonly paper: Paper; readonly leftOut: readonly ReportPart[] }

const isPaper = (value: unknown): value is Paper => (PAPERS as readonly unknown[]).includes(value)
const isPart = (value: unknown): value is ReportPart => (REPORT_PARTS as readonly unknown[]).includes(value)

/** How each account's reports look; kept on this device. */
export const reportStore = createOwnStore<ReportChoice>({
  name: 'report',
  version: 1,
  empty: { paper: 'A4', leftOut: [] },
  read: (json) => {
    if (typeof json !== 'object' || json === null) return null
    const { paper, leftOut } = json as Record<string, unknown>
    return {
      paper: isPaper(paper) ? paper : 'A4',
      leftOut: Array.isArray(leftOut) ? leftOut.filter(isPart) : [],
    }
  },
})

/** With a part in the report, or without it. */
export const withPart = (choice: ReportChoice, part: ReportPart, isIn: boolean): ReportChoice => ({
  ...choice,
  leftOut: REPORT_PARTS.filter((each) => (each === part ? !isIn : choice.leftOut.includes(each))),
})
