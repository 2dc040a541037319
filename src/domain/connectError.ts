/** Why a source's own sign-in did not let somebody in. `unfinished`: the account must first be finished elsewhere. */
export type ConnectProblem = 'wrong-credentials' | 'unfinished' | 'too-many-tries' | 'no-network' | 'unknown'

export class ConnectError extends Error {
  readonly problem: ConnectProblem
  constructor(problem: ConnectProblem, cause?: unknown) {
    super(problem, { cause })
    this.name = 'ConnectError'
    this.problem = problem
  }
}
