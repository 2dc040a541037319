import { redirect } from 'react-router'
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { requireUser } from '../auth/guard.ts'
import { adoptLayout, layoutStore } from '../features/sessions/listLayout.ts'
import { startView } from '../features/sessions/savedViews.ts'
import { SessionsLayout } from '../features/sessions/SessionsLayout.tsx'
import { todayHere } from '../domain/calendarDays.ts'
import { paths } from '../paths.ts'
import { findSource, homeSource, servicesContext } from '../services.ts'
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
                        path: ':id/compare/:otherSource/:otherId',
                        lazy: () => import('../features/sessions/compare/ComparePage.tsx'),
                      },
                      {
                        path: ':id/report',
                        lazy: () => import('../features/sessions/report/ReportPage.tsx'),
                      },
                      {
                        path: ':id/compare/:otherSource/:otherId/report',
                        lazy: () => import('../features/sessions/report/CompareReportPage.tsx'),
                      },
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
              { path: 'athletes', lazy: () => import('../features/athletes/AthletesPage.tsx') },
              { path: 'athletes/:source/:id', lazy: () => import('../features/athletes/AthletePage.tsx') },
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
  const services = context.get(servicesContext)
  const first = homeSource(services) ?? notFound()
  const account = (await services.auth.ready())?.id
  if (!account) return null // the guard leads to sign-in
  // The address bar still says where the reader comes from: the console has only just been started here.
  const moment = location.pathname === paths.home() ? STARTED_AT : undefined
  const { search, columns } = startView(account, first, todayHere(), moment)
  adoptLayout(account, first.id)
  if (columns) layoutStore.change({ account, source: first.id }, (layout) => ({ ...layout, columns }))
  return redirect(paths.sessions(first.id, search))
}

async function knownSource({ context, params }: LoaderFunctionArgs) {
  const services = context.get(servicesContext)
  const source = findSource(services, params.source) ?? notFound()
  const account = (await services.auth.ready())?.id
  if (account && source === homeSource(services)) adoptLayout(account, source.id)
  return null
}

/** For addresses whose loader always leads elsewhere. */
function Nothing() {
  return null
}

function notFound(): never {
  throw new Response(null, { status: 404 })
}
