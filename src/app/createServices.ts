import { QueryClient } from '@tanstack/react-query'
import { createAikynetixSource } from '../api/aikynetix/source.ts'
import { createValorSource } from '../api/valor/source.ts'
import { createFirebaseAuth } from '../auth/firebaseAuth.ts'
import { isHidden, onSwitched } from '../lib/hiddenSources.ts'
import type { Services } from '../services.ts'
import { disconnectWithAccount } from './disconnectWithAccount.ts'
import type { Env } from './env.ts'

/** The only place that names concrete adapters. */
export function createServices(env: Env): Services {
  const auth = createFirebaseAuth(env.firebase)
  const queryClient = new QueryClient({
    defaultOptions: {
      // Reads heal in `api/http.ts`, which knows what may be asked again; here nothing is repeated on top.
      queries: { retry: false, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  const aikynetix = createAikynetixSource({
    apiUrl: env.apiUrl,
    tokens: auth,
    onSignedOut: () => void auth.signOut(true),
  })
  const { valor } = env
  if (!valor) return { auth, sources: [aikynetix], queryClient }
  const loadSignIn = async () =>
    (await import('../auth/valorSignIn.ts')).createValorSignIn({
      url: valor.authUrl,
      clientId: valor.clientId,
    })
  const second = createValorSource({ url: valor.url, loadSignIn })
  disconnectWithAccount(auth, second)
  // Here too nothing of it may be left; what is not saved asks before it goes.
  onSwitched(second.id, () => location.reload())
  return isHidden(second.id)
    ? { auth, sources: [aikynetix], hidden: [second], queryClient }
    : { auth, sources: [aikynetix, second], queryClient }
}
