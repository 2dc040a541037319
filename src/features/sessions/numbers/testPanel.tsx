import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Metric } from '../../../domain/metrics.ts'
import type { Session } from '../../../domain/session.ts'
import { FILTER_NAMES } from '../../../domain/source.ts'
import type { Cursor, FilterName, SessionQuery, SessionSource } from '../../../domain/source.ts'
import { Playback } from '../../../player/playback.ts'
import { createTestVideo } from '../../../player/testVideo.ts'
import { ServicesContext } from '../../../services.ts'
import { MetricsPanel } from './MetricsPanel.tsx'

export const NO_SERIES: Analysis = {
  ...{ timestamps: [], angles: [], report: [], sided: [], segments: null, endFrames: [], unreadable: [] },
}

export const perPart = (name: string, ...values: (number | null)[]): Metric => ({
  name,
  value: { kind: 'perSegment', values },
})

/** Sessions in memory that are listed as a source lists them: newest first, filtered, page by page. */
export function listedSource(
  sessions: readonly Session[],
  {
    analysis = NO_SERIES,
    filters = FILTER_NAMES,
  }: { analysis?: Analysis; filters?: readonly FilterName[] } = {},
) {
  const asked: SessionQuery[] = []
  let failures = 0
  const newestFirst = sessions.toSorted((a, b) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? 1 : -1))
  const source: Partial<SessionSource> = {
    id: 'memory',
    filters: new Set(filters),
    analysis: () => Promise.resolve(analysis),
    list: (query, cursor) => {
      asked.push(query)
      if (failures > 0) {
        failures -= 1
        return Promise.reject(new AppError('unavailable'))
      }
      const matches = newestFirst.filter(
        ({ athlete, activity, recordedAt }) =>
          athlete.id === query.athlete &&
          activity === query.activity &&
          (recordedAt ?? '').slice(0, 10) <= (query.to ?? '9'),
      )
      const from = Number(cursor ?? 0)
      const next = from + query.size < matches.length ? (String(from + query.size) as Cursor) : null
      return Promise.resolve({
        ...{ items: matches.slice(from, from + query.size), next, total: matches.length },
        ...{ leftOut: 0, incompleteDays: [] },
      })
    },
  }
  return { source: source as SessionSource, asked, failNext: () => (failures += 1) }
}

/** The panel on a page of its own, over a video of so many seconds whose clock the test moves. */
export function showPanel(session: Session, { source } = listedSource([]), account = 'anna') {
  const auth = { current: () => ({ id: account }) } as Partial<Auth> as Auth
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const playback = new Playback()
  const video = createTestVideo()
  playback.attach(video.element)
  playback.open({
    address: 'https://example.com/film.mp4',
    renew: () => Promise.reject(new AppError('offline')),
  })
  const router = createMemoryRouter(
    [{ path: '/:source/sessions/:id', element: <MetricsPanel session={session} film={{ playback }} /> }],
    { initialEntries: [`/memory/sessions/${session.id}`] },
  )
  const { container, unmount } = render(
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={{ auth, sources: [source], queryClient }}>
        <RouterProvider router={router} />
      </ServicesContext>
    </QueryClientProvider>,
  )
  return { container, unmount, playback, video }
}

/** The rows of one metric. */
export function rowsOf(name: string): HTMLElement {
  const group = screen.getByRole('rowheader', { name }).closest('tbody')
  if (!group) throw new Error(`no rows for ${name}`)
  return group
}
