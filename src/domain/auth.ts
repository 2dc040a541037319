/** The signed-in account, as the token tells it: a first guess until the server has answered. */
export type User = {
  id: string
  email: string
  name: string
  role: Role | null
}

export type Role = 'admin' | 'sub_admin'

/** What the organisation's own record says of the account. `plan` is null without a paid plan. */
export type Membership = { role: Role | null; plan: string | null; organization: string; name: string }

export type SignInProblem =
  'wrong-credentials' | 'disabled' | 'too-many-tries' | 'no-network' | 'not-an-address' | 'unknown'

export class SignInError extends Error {
  readonly problem: SignInProblem
  constructor(problem: SignInProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'SignInError'
    this.problem = problem
  }
}

/** Who is signed in. One implementation: Firebase. */
export interface Auth {
  /**
   * Resolves once it is known whether somebody is signed in, or this browser's own record is good enough to go on
   * with; never rejects.
   */
  ready(): Promise<User | null>
  current(): User | null
  /** A token for one request, kept valid by the sign-in service. Null when signed out. */
  token(): Promise<string | null>
  /**
   * Another token instead of one that was refused; all who ask meanwhile share one renewal. Null when there is none,
   * rejects when the sign-in service could not be asked.
   */
  renewToken(refused: string): Promise<string | null>
  /** Rejects with `SignInError`. `stay` false keeps the sign-in to this tab. */
  signIn(email: string, password: string, stay: boolean): Promise<User>
  /** Rejects with `SignInError`; an unknown address is not told apart, so that nobody can probe for accounts. */
  sendPasswordReset(email: string): Promise<void>
  /** Signs out here and in the account's other tabs. `ended` when the server, and not the person, ended it. */
  signOut(ended?: boolean): Promise<void>
  /** Calls back when the account changes, here or in another tab; returns the unsubscribe function. */
  onChange(listener: (user: User | null, ended: boolean) => void): () => void
}
