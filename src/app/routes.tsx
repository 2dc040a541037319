import { redirect } from 'react-router'
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { requireUser } from '../auth/guard.ts'
import { layoutStore } from '../features/sessions/listLayout.ts'
import { startView } from '../features/sessions/savedViews.ts'
import { SessionsLayout } from '../features/sessions/SessionsLayout.tsx'
import { todayHere } from '../domain/calendarDays.ts'
import { paths } from '../paths.ts'
import { findSource, servicesContext } from '../services.ts'
import { AppLayout } from './AppLayout.tsx'
import { STARTED_AT } from './firstRead.ts'
import { RouteError } from './RouteError.tsx'

/** The site map. The list is part of the first load; everything else is fetched when idle or when asked for. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      { path: '/sign-in', lazy: () => import('../auth/SignInPage.tsx') },
      {
        Component: AppLayout,
        loader: requireUser,
        shouldRevalidate: () => false,
        ErrorBoundary: RouteError,
        children: [
          {
            ErrorBoundary: RouteError,
            children: [
              { index: true, loader: toFirstSource, Component: Nothing },
              {
                path: ':source',
                loader: knownSource,
                shouldRevalidate: ({ currentParams, nextParams }) =>
                  currentParams.source !== nextParams.source,
                children: [
                  {
                    path: 'sessions',
                    Component: SessionsLayout,
                    children: [
                      {
                        path: ':id',
                        lazy: () => import('../features/sessions/SessionPage.tsx'),
                        children: [
                          { path: 'edit', lazy: () => import('../features/sessions/EditSessionDialog.tsx') },
                          {
                            path: 'delete',
                            lazy: () => import('../features/sessions/DeleteSessionDialog.tsx'),
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
              { path: '*', loader: notFound, Component: Nothing },
            ],
          },
        ],
      },
    ],
  },
]

/** The view the account starts with; its columns come along. */
async function toFirstSource({ context }: LoaderFunctionArgs) {
  const { auth, sources } = context.get(servicesContext)
  const first = sources[0] ?? notFound()
  const account = (await auth.ready())?.id
  if (!account) return null // the guard leads to sign-in
  // The address bar still says where the reader comes from: the console has only just been started here.
  const moment = location.pathname === paths.home() ? STARTED_AT : undefined
  const { search, columns } = startView(account, first, todayHere(), moment)
  if (columns) layoutStore.change({ account }, (layout) => ({ ...layout, columns }))
  return redirect(paths.sessions(first.id, search))
}

function knownSource({ context, params }: LoaderFunctionArgs) {
  return findSource(context.get(servicesContext), params.source) ? null : notFound()
}

/** For addresses whose loader always leads elsewhere. */
function Nothing() {
  return null
}

function notFound(): never {
  throw new Response(null, { status: 404 })
}
