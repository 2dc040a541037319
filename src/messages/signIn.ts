import type { SignInProblem } from '../domain/auth.ts'

export const signInText = {
  title: 'Sign in',
  lead: 'Recorded movement sessions in one place.',
  email: 'Email',
  password: 'Password',
  stay: 'Stay signed in on this device',
  stayHint: 'Otherwise this tab only.',
  submit: 'Sign in',
  submitting: 'Signing in…',
  forgot: 'Forgot password?',
  ended: 'Your sign-in has ended. Sign in again to go on where you were.',
  emailMissing: 'Enter your email address.',
  emailMalformed: 'This is not an email address.',
  passwordMissing: 'Enter your password.',
  resetTitle: 'Reset password',
  resetLead: 'Enter your email address. If it has an account, a message with a link is on its way.',
  resetSubmit: 'Send link',
  resetSent: (email: string) => `If ${email} has an account, a message with a link is on its way.`,
  backToSignIn: 'Back to sign-in',
} as const

export const signInProblemText: Record<SignInProblem, string> = {
  'wrong-credentials': 'Email or password is wrong.',
  disabled: 'This account is disabled. Ask your organisation’s owner.',
  'too-many-tries': 'Too many tries. Wait a few minutes, or reset the password.',
  'no-network': 'The sign-in service did not answer. Check the connection and try again.',
  'not-an-address': 'This is not an email address.',
  unknown: 'Signing in failed. Try again.',
}
