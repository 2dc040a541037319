/** What the API does not document: our own assumptions, all in one place. */
export const assumptions = {
  /** Rows a request asks for where the console itself looks through the list. */
  lookLimit: 100,
  /** Requests of one look through the list: up to 5,000 recordings. */
  mostLooks: 50,
  /** Empty pages in a row after which a list is taken to have no end. */
  mostEmptyPages: 20,
  /** The exercise name of a recording that is part of no assessment; documented. */
  standsAlone: 'singleExercise',
  /** A list does not wait longer than this for its athletes' names. */
  namesPatienceMs: 6_000,
  /** Names that could not be had, or were not among those, are asked for again after this. */
  namesAgainMs: 60_000,
} as const
