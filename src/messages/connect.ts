import type { ConnectProblem } from '../domain/connectError.ts'

/** Words of a source that has a sign-in of its own, and of the choice of sources. */
export const connectText = {
  title: (source: string) => `Connect to ${source}`,
  again: (source: string) => `The connection to ${source} has ended`,
  lead: (source: string) =>
    `${source} has a sign-in of its own. It is kept in this tab’s memory only and ends when the page is closed or loaded again.`,
  againLead: 'What was read is still here. Connect again to read on.',
  account: 'User name',
  password: 'Password',
  submit: 'Connect',
  submitting: 'Connecting…',
  accountMissing: 'Enter the user name.',
  passwordMissing: 'Enter the password.',
  connected: (source: string) => `Connected to ${source}.`,
  as: (account: string) => `Connected as ${account}`,
  until: (time: string) => `Sign-in valid until ${time}, renewed by itself`,
  disconnect: 'Disconnect',
  disconnected: (source: string) => `Disconnected from ${source}.`,
  notConnected: 'Not connected',
  ended: 'The connection has ended',
  noSignIn: 'Uses the console’s own sign-in',
  sources: 'Sources',
  sourcesLead: 'Systems that this console reads sessions from. The choice is this device’s.',
  show: (source: string) => `Show ${source}`,
  showHint: 'Switched off, nothing of it is shown or asked for.',
  switched:
    'The console loads again to put this into effect, in every open tab. What you have not saved is lost.',
  apply: 'Apply and load again',
  notKept: 'This browser keeps nothing on this device, so the choice cannot be kept.',
} as const

export const connectProblemText: Record<ConnectProblem, string> = {
  'wrong-credentials': 'User name or password is wrong.',
  unfinished:
    'This account is not ready: it needs a new password or a confirmation first. Finish that where the account was made, then come back.',
  'too-many-tries': 'Too many tries. Wait a few minutes.',
  'no-network': 'The sign-in service did not answer. Check the connection and try again.',
  unknown: 'Connecting failed. Try again.',
}
