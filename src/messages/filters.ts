/** Words of the list's filters and of fields that are searched by typing. */
export const filtersText = {
  order: 'Newest first',
  ownOrder: 'In the order of the source',
  anyone: 'Anyone',
  anyStatus: 'Any status',
  statuses: (count: number) => `${count} statuses`,
  athletesFailed: 'The athletes could not be read.',
  uploadersFailed: 'The uploaders could not be read.',
  nobody: 'Nobody matches',
  noStatus: 'No status matches',
  you: (name: string) => `${name} (you)`,
  /** Stands for a name that is on its way. */
  nameComing: '…',
  filtersSet: 'Filters set',
  filterSet: (label: string) => `${label}: `,
  removeFilter: (filter: string) => `Remove filter ${filter}`,
  attentionOnly: 'Needs attention only',
  hideSeen: 'Hide seen',
} as const

export const comboboxText = {
  clear: (label: string) => `Clear ${label}`,
  loading: 'Loading…',
  moreOptions: (count: number) => `… and ${count} more: type to narrow`,
} as const
