import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, Link, RouterProvider } from 'react-router'
import type { Auth, Membership } from '../../../domain/auth.ts'
import type { ReportComment, Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { membershipQuery } from '../../../queries/membership.ts'
import { sessionQuery } from '../../../queries/sessions.ts'
import { ServicesContext } from '../../../services.ts'
import { createMemorySource } from '../../../testing/memorySource.ts'
import { makeSession } from '../../../testing/session.ts'
import { NoticesProvider } from '../../../ui/Notices.tsx'
import { CommentsPanel } from './CommentsPanel.tsx'

const auth = {
  current: () => ({ id: 'u1', email: 'anna@example.com', name: '', role: null }),
} as Partial<Auth> as Auth

// This environment draws nothing and so cannot scroll.
Element.prototype.scrollIntoView = () => undefined

export const comment = (key: string, text: Record<string, string>): ReportComment => ({ key, text })

type Shown = {
  comments: ReportComment[]
  session?: Partial<Session>
  membership?: Partial<Membership>
  source?: Partial<SessionSource>
}

/** The comments of a session as its page shows them, over a source in memory. */
export function showComments({ comments, session = {}, membership = {}, source: differently = {} }: Shown) {
  const shown = makeSession({ ...session, comments })
  const memory = createMemorySource([shown])
  const source: SessionSource = { ...memory.source, ...differently }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const client = sessionQuery(queryClient, source, shown.id)
  queryClient.setQueryData(client.queryKey, shown)
  queryClient.setQueryData(membershipQuery(source).queryKey, {
    role: 'admin',
    plan: 'Pro',
    organization: 'Club',
    name: 'Anna',
    ...membership,
  })
  function Page() {
    const { data } = useQuery({ ...client, staleTime: Infinity })
    return data ? <CommentsPanel session={data} /> : null
  }
  const page = (
    <>
      <Page />
      <Link to="/elsewhere">Elsewhere</Link>
    </>
  )
  const router = createMemoryRouter(
    [
      { path: '/:source/sessions/:id', element: page },
      { path: '/elsewhere', element: <p>Somewhere else</p> },
    ],
    { initialEntries: ['/memory/sessions/s1'] },
  )
  render(
    <ServicesContext value={{ auth, sources: [source], queryClient }}>
      <QueryClientProvider client={queryClient}>
        <NoticesProvider>
          <RouterProvider router={router} />
        </NoticesProvider>
      </QueryClientProvider>
    </ServicesContext>,
  )
  return {
    ...memory,
    router,
    /** Somebody else writes comments. */
    theyWrite: (theirs: ReportComment[]) => memory.stored.set(shown.id, { ...shown, comments: theirs }),
    nowStored: () => memory.stored.get(shown.id)?.comments,
  }
}

export const panel = () => within(screen.getByRole('region', { name: 'Report comments', hidden: true }))

export const writeButton = () => panel().getByRole('button', { name: 'Write comments' })

/** Opens the dialog and waits until it has read what there is. */
export async function write() {
  await userEvent.click(writeButton())
  await screen.findByRole('button', { name: 'Save' })
  return within(screen.getByRole('dialog', { name: 'Write comments' }))
}
