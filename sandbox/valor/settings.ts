/** How `body` stands in an envelope: as JSON text (the vendor's samples) or as the value itself (its reference). */
export const BODY_FORMS = ['string', 'array'] as const
export type BodyForm = (typeof BODY_FORMS)[number]

/** What `X-Continuation-Token` is on the last page: null, the text `null`, the empty text, or no key at all. */
export const END_FORMS = ['null', 'text', 'empty', 'missing'] as const
export type EndForm = (typeof END_FORMS)[number]

/** What goes wrong with the list of sessions. */
export const LIST_FAULTS = [
  'unavailable',
  'throttled',
  'status',
  'repeated-token',
  'endless-empty',
  'wrong-shape',
  'missing-ids',
] as const

/** What goes wrong with any other read. */
export const READ_FAULTS = ['unavailable', 'throttled', 'status', 'wrong-shape', 'broken'] as const
export type ReadFault = (typeof READ_FAULTS)[number]

/** What goes wrong with signing in and with renewing. */
export const AUTH_FAULTS = ['unavailable', 'throttled', 'challenge', 'unconfirmed'] as const

/** Failures of one account's answers; what is not named works. */
export type Faults = {
  sessions?: (typeof LIST_FAULTS)[number] | undefined
  /** The page of a walk (0 is the first) from which the fault of `sessions` shows; 0 when absent. */
  from?: number | undefined
  athletes?: ReadFault | undefined
  ikData?: ReadFault | undefined
  reportData?: ReadFault | undefined
  auth?: (typeof AUTH_FAULTS)[number] | undefined
}

/** How one account is answered. */
export type AccountSettings = {
  bodyForm: BodyForm
  endForm: EndForm
  /** Life of an ID token, in seconds. */
  tokenLife: number
  /** True leaves out the short and the empty pages. */
  evenPages: boolean
  faults: Faults
}

/** What the environment says about the sample account. */
export type ValorSettings = Pick<AccountSettings, 'bodyForm' | 'endForm' | 'tokenLife'> & {
  recordings: number
}

export const DEFAULT_ACCOUNT_SETTINGS: AccountSettings = {
  bodyForm: 'string',
  endForm: 'null',
  tokenLife: 3600,
  evenPages: false,
  faults: {},
}
