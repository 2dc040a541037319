import { initializeApp } from 'firebase/app'
import {
  browserLocalPersistence,
  browserSessionPersistence,
  connectAuthEmulator,
  inMemoryPersistence,
  initializeAuth,
  onIdTokenChanged,
  sendPasswordResetEmail,
  setPersistence,
  signInWithEmailAndPassword,
  signOut,
} from 'firebase/auth'
import type { Persistence, User as FirebaseUser } from 'firebase/auth'
import { SignInError } from '../domain/auth.ts'
import type { Auth, SignInProblem, User } from '../domain/auth.ts'
import { readRole, readStoredAccount } from './storedAccount.ts'

export type FirebaseSettings = {
  apiKey: string
  projectId: string
  authDomain: string | null
  /** The sandbox's Auth emulator; null for a real project. */
  emulatorUrl: string | null
}

/** Tells the account's other tabs that it signed out; a tab-only sign-in has no other way to hear of it. */
const SIGN_OUT_CHANNEL = 'motion-console:signed-out'

/** Firebase Auth behind the console's own port. Local storage first: it is read at once and heard by other tabs. */
export function createFirebaseAuth(settings: FirebaseSettings): Auth {
  const app = initializeApp({
    apiKey: settings.apiKey,
    projectId: settings.projectId,
    ...(settings.authDomain ? { authDomain: settings.authDomain } : {}),
  })
  const auth = initializeAuth(app, { persistence: [browserLocalPersistence, browserSessionPersistence] })
  if (settings.emulatorUrl) connectAuthEmulator(auth, settings.emulatorUrl, { disableWarnings: true })

  const listeners = new Set<(user: User | null, ended: boolean) => void>()
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(SIGN_OUT_CHANNEL) : null
  const stored = readStoredAccount(settings.apiKey, app.name)
  let user: User | null = stored?.user ?? null
  let isKnown = false
  let renewal: Promise<string | null> | null = null
  let ending = false

  async function asEnded<T>(act: () => Promise<T>): Promise<T> {
    ending = true
    try {
      return await act()
    } finally {
      ending = false
    }
  }

  async function take(account: FirebaseUser | null): Promise<User | null> {
    const next = account && (await readUser(account))
    // Reading takes a while, and somebody may have signed out meanwhile, in another tab for example.
    if (auth.currentUser?.uid !== account?.uid) return user
    const changed = next?.id !== user?.id || next?.role !== user?.role
    user = next
    if (changed) listeners.forEach((listener) => listener(next, ending))
    return next
  }

  // An account that turns out to be gone was ended by the service, and not by the person.
  const known = auth.authStateReady().then(
    () => asEnded(() => take(auth.currentUser)),
    () => null,
  )
  void known.then(() => {
    isKnown = true
    onIdTokenChanged(auth, (account) => void take(account))
  })
  channel?.addEventListener('message', (message: MessageEvent<string>) => {
    if (auth.currentUser?.uid === message.data) void signOut(auth)
  })

  return {
    ready: () => (stored ? Promise.resolve(user) : known.then(() => user)),
    current: () => user,

    async token() {
      if (stored && !isKnown) return stored.token
      await known
      return (await auth.currentUser?.getIdToken()) ?? null
    },

    async renewToken(refused) {
      await known
      const account = auth.currentUser
      if (!account) return null
      const present = await account.getIdToken().catch(nullIfRefused)
      if (present !== refused) return present
      renewal ??= account
        .getIdToken(true)
        .catch(nullIfRefused)
        .finally(() => {
          renewal = null
        })
      return renewal
    },

    async signIn(email, password, stay) {
      try {
        await setPersistence(auth, persistenceFor(stay))
        const { user: account } = await signInWithEmailAndPassword(auth, email, password)
        const signedIn = await take(account)
        if (!signedIn) throw new SignInError('unknown')
        return signedIn
      } catch (error) {
        throw asSignInError(error)
      }
    },

    async sendPasswordReset(email) {
      try {
        await sendPasswordResetEmail(auth, email)
      } catch (error) {
        const problem = asSignInError(error)
        // Whether an address has an account is nobody's business.
        if (problem.problem !== 'wrong-credentials') throw problem
      }
    },

    async signOut(ended = false) {
      await known
      const id = auth.currentUser?.uid
      const end = async () => {
        await signOut(auth)
        await take(null)
      }
      await (ended ? asEnded(end) : end())
      if (id) channel?.postMessage(id)
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Where a browser keeps nothing, or has no room, the sign-in lasts as long as the page. */
function persistenceFor(stay: boolean): Persistence {
  if (stay && keeps(() => localStorage)) return browserLocalPersistence
  return keeps(() => sessionStorage) ? browserSessionPersistence : inMemoryPersistence
}

function keeps(storage: () => Storage): boolean {
  const key = 'motion-console:keeps'
  try {
    storage().setItem(key, key)
    storage().removeItem(key)
    return true
  } catch {
    return false
  }
}

async function readUser(account: FirebaseUser): Promise<User> {
  // Without a connection the claims cannot be renewed; the server decides in the end anyway.
  const claims = await account.getIdTokenResult().then(
    (result) => result.claims,
    () => ({ role: undefined }),
  )
  return {
    id: account.uid,
    email: account.email ?? '',
    name: account.displayName ?? account.email ?? '',
    role: readRole(claims.role),
  }
}

const PROBLEMS: Record<string, SignInProblem> = {
  'auth/invalid-credential': 'wrong-credentials',
  'auth/invalid-login-credentials': 'wrong-credentials',
  'auth/wrong-password': 'wrong-credentials',
  'auth/user-not-found': 'wrong-credentials',
  'auth/missing-password': 'wrong-credentials',
  'auth/invalid-email': 'not-an-address',
  'auth/user-disabled': 'disabled',
  'auth/too-many-requests': 'too-many-tries',
  'auth/network-request-failed': 'no-network',
  'auth/timeout': 'no-network',
}

const PASSING = new Set<unknown>([
  'auth/network-request-failed',
  'auth/timeout',
  'auth/internal-error',
  'auth/too-many-requests',
])

/** A renewal that failed on its way says nothing about the account: only a refusal ends the sign-in. */
function nullIfRefused(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error && !PASSING.has(error.code)) return null
  throw error
}

function asSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return new SignInError((typeof code === 'string' && PROBLEMS[code]) || 'unknown', error)
}
