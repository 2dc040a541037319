/** An id for something of a person's own. Those of two tabs, or two devices, do not meet. */
export const newId = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10).padEnd(8, '0')}`
