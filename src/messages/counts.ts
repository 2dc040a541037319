const NUMBER = new Intl.NumberFormat('en')

/** A whole number as people read it: `1,250`. */
export const formatCount = (count: number): string => NUMBER.format(count)

export const countSessions = (count: number): string =>
  count === 1 ? '1 session' : `${formatCount(count)} sessions`
