import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { paths } from '../paths.ts'
import { ServicesContext, servicesContext } from '../services.ts'
import type { Services } from '../services.ts'
import { NoticesProvider } from '../ui/Notices.tsx'
import { routes } from './routes.tsx'

/** Puts the console on the page. The static shell of index.html stays until the first address is ready. */
export async function startConsole(services: Services): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id "root"')

  const router = createBrowserRouter(routes, {
    future: { v8_middleware: true },
    getContext: () => new RouterContextProvider(new Map([[servicesContext, services]])),
  })
  leaveWhenSignedOut(services, router)

  await new Promise<void>((resolve) => {
    if (router.state.initialized) return resolve()
    const unsubscribe = router.subscribe(({ initialized }) => {
      if (!initialized) return
      unsubscribe()
      resolve()
    })
  })
  createRoot(root).render(
    <StrictMode>
      <ServicesContext value={services}>
        <QueryClientProvider client={services.queryClient}>
          <NoticesProvider>
            {/* A click is answered in one go: as a transition it would give way every few milliseconds. */}
            <RouterProvider router={router} useTransitions={false} />
          </NoticesProvider>
        </QueryClientProvider>
      </ServicesContext>
    </StrictMode>,
  )
}

/** Whatever was read belongs to the account that read it: when that ends, here or in another tab, it goes. */
function leaveWhenSignedOut(
  { auth, queryClient }: Services,
  router: ReturnType<typeof createBrowserRouter>,
): void {
  let account: string | null = null
  void auth.ready().then((user) => {
    account = user?.id ?? null
  })
  auth.onChange((user, ended) => {
    const left = account !== null && user?.id !== account
    account = user?.id ?? null
    if (!left) return
    queryClient.clear()
    const { pathname, search } = router.state.location
    const to = user ? paths.home() : paths.signIn(ended ? pathname + search : undefined)
    void router.navigate(to, { replace: true, state: ended ? 'ended' : null })
  })
}
