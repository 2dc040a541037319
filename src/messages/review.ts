/** What the keyboard does in the list. */
export const listShortcutsText = {
  group: 'List',
  nextRow: 'Next row',
  previousRow: 'Previous row',
  open: 'Open the session',
  select: 'Select the row',
  selectRange: 'Select up to this row',
  clearSelection: 'Clear the selection',
  search: 'Search titles',
} as const

/** The run from session to session. */
export const reviewText = {
  failed: (reason: string) => `The list could not be read on. ${reason}`,
} as const
