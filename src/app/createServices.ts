import { QueryClient } from '@tanstack/react-query'
import { createAikynetixSource } from '../api/aikynetix/source.ts'
import { createFirebaseAuth } from '../auth/firebaseAuth.ts'
import type { Services } from '../services.ts'
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
  return { auth, sources: [aikynetix], queryClient }
}
