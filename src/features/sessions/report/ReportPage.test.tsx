// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Auth } from '../../../domain/auth.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { ServicesContext } from '../../../services.ts'
import { makeSession } from '../../../testing/session.ts'
import { chooseLanes, laneStore } from '../film/laneStore.ts'
import { filmStore } from '../filmStore.ts'
import { noteStore } from '../notes/noteStore.ts'
import { listedSource, NO_SERIES, perPart } from '../numbers/testPanel.tsx'
import { tray } from '../takeAway/tray.ts'
import { Component as CompareReportPage } from './CompareReportPage.tsx'
import { Component as ReportPage } from './ReportPage.tsx'

const SERIES: Analysis = {
  ...NO_SERIES,
  timestamps: [0, 0.5, 1],
  angles: [
    { name: 'lkne_angle', values: [100, 120, 110] },
    { name: 'rkne_angle', values: [90, null, 130] },
  ],
}

const RUN = makeSession({
  title: 'Tempo run',
  metrics: [perPart('speed', 3, 4, null), { name: 'footstrike', value: { kind: 'text', text: 'heel' } }],
  comments: [{ key: 'text_summary', text: { en: 'Even.', ru: 'Ровно.' } }],
})

const owner = { account: 'anna', source: 'memory', session: 's1' }

function showReport(
  sessions: readonly Session[],
  {
    address = '/memory/sessions/s1/report',
    analysis = () => Promise.resolve(SERIES),
  }: { address?: string; analysis?: (session?: Pick<Session, 'id'>) => Promise<Analysis> } = {},
) {
  const listed = listedSource(sessions).source
  const source: SessionSource = {
    ...listed,
    facts: new Set(['metrics'] as const),
    analysis,
    get: (ids) =>
      Promise.resolve(new Map(sessions.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one]))),
  }
  const auth: Partial<Auth> = {
    current: () => ({ id: 'anna' }) as ReturnType<Auth['current']>,
    onChange: () => () => undefined,
  }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const router = createMemoryRouter(
    [
      { path: '/:source/sessions/:id/report', Component: ReportPage },
      { path: '/:source/sessions/:id/compare/:otherSource/:otherId/report', Component: CompareReportPage },
    ],
    { initialEntries: [address] },
  )
  render(
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={{ auth: auth as Auth, sources: [source], queryClient }}>
        <RouterProvider router={router} />
      </ServicesContext>
    </QueryClientProvider>,
  )
}

const paper = () => screen.findByRole('article', { name: 'Preview' })
const part = async (name: string) => within(await paper()).findByRole('region', { name })

// Looking by role through a whole report takes a while on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

afterEach(() => localStorage.clear())

describe('a session’s report', () => {
  it('says whose session it is, what was measured, and what people say of it', async () => {
    filmStore.change(owner, (film) => ({
      ...film,
      captureFactor: 2,
      events: [{ id: 'e', name: 'Toe-off', time: 0.5 }],
      zeroAt: 'e',
    }))
    noteStore.change(owner, () => [
      { id: 'n', time: 1, end: null, text: 'late', writtenAt: '2026-11-20T10:00:00.000Z' },
    ])
    showReport([RUN])
    const sheet = within(await paper())
    expect(sheet.getByRole('heading', { level: 2 }).textContent).toBe('Tempo run')
    expect(sheet.getByText('15 Nov 2026, 4:39 PM')).toBeTruthy()
    expect(sheet.getByRole('row', { name: 'Speed 3.50 m/s 3.00 4.00' })).toBeTruthy()
    expect(sheet.getByText(/^Each segment/).textContent).toBe('Each segment: 3.00 · 4.00 · –')
    expect(sheet.getByRole('row', { name: 'Foot strike heel' })).toBeTruthy()
    expect((await part('Over time')).textContent).toContain('L 100.0 to 120.0°R 90.0 to 130.0°')
    expect(
      within(await part('Notes and events'))
        .getAllByRole('columnheader')
        .map((header) => header.getAttribute('aria-label') ?? header.textContent),
    ).toEqual(['Time (s)', 'Kind', 'What'])
    expect(
      within(await part('Notes and events'))
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['0.000EventToe-off', '0.250Notelate'])
    expect(sheet.getByText('Times count from “Toe-off”.')).toBeTruthy()
  })

  it('speaks the language and the units that are chosen, and leaves out what is not wanted', async () => {
    showReport([RUN])
    const options = within(await screen.findByRole('region', { name: 'Options' }))
    await userEvent.selectOptions(options.getByRole('combobox', { name: 'Language' }), 'Russian')
    await userEvent.selectOptions(options.getByRole('combobox', { name: 'Units' }), 'Imperial')
    await userEvent.click(options.getByRole('checkbox', { name: 'Over time' }))
    expect((await part('Report comments')).textContent).toContain('Ровно.')
    expect((await part('Metrics')).textContent).toContain('mph')
    expect(within(await paper()).queryByRole('region', { name: 'Over time' })).toBeNull()
  })

  it('is printed once all of it is there', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    let arrive: (analysis: Analysis) => void = () => undefined
    showReport([RUN], { analysis: () => new Promise<Analysis>((resolve) => (arrive = resolve)) })
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }))
    expect(screen.getByText('Reading the rest first…')).toBeTruthy()
    expect(print).not.toHaveBeenCalled()
    arrive(SERIES)
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce(), { timeout: 4_000 })
    print.mockRestore()
  })

  it('is not printed when that was called off while it was being read', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    let arrive: (analysis: Analysis) => void = () => undefined
    showReport([RUN], { analysis: () => new Promise<Analysis>((resolve) => (arrive = resolve)) })
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }))
    await userEvent.click(screen.getByRole('button', { name: 'Do not print' }))
    arrive(SERIES)
    expect(await screen.findByRole('img', { name: 'Knee (°)' })).toBeTruthy()
    await new Promise((resolve) => setTimeout(resolve))
    expect(print).not.toHaveBeenCalled()
    print.mockRestore()
  })

  it('waits anew for a still that was left out and is back', async () => {
    const draw: (() => void)[] = []
    const picture = { width: 2, height: 2, close: () => undefined }
    vi.stubGlobal('createImageBitmap', () => new Promise((resolve) => draw.push(() => resolve(picture))))
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    tray.belongTo('anna')
    tray.add(owner, {
      ...{ id: 'a', kind: 'still', time: 1, width: 2, height: 2 },
      ...{ fileName: 'a.png', caption: '', file: new Blob(['x']) },
    })
    showReport([RUN])
    expect(within(await part('Stills')).getByRole('img', { name: '1.000 s' })).toBeTruthy()
    draw.shift()?.()
    await userEvent.click(screen.getByRole('checkbox', { name: '1.000 s' }))
    await userEvent.click(screen.getByRole('checkbox', { name: '1.000 s' }))
    await userEvent.click(screen.getByRole('button', { name: 'Print' }))
    expect(screen.getByText('Reading the rest first…')).toBeTruthy()
    draw.shift()?.()
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce(), { timeout: 4_000 })
    print.mockRestore()
    tray.belongTo(null)
    vi.unstubAllGlobals()
  })

  it('says that nothing was chosen where there is something to draw', async () => {
    laneStore.change({ account: 'anna' }, (chosen) => chooseLanes(chosen, RUN.activity, []))
    showReport([RUN])
    expect((await part('Over time')).textContent).toBe('Over timeNothing was chosen to be drawn here.')
  })

  it('says what could not be read, on paper too, and can be tried again', async () => {
    let fails = true
    showReport([RUN], {
      analysis: () => (fails ? Promise.reject(new AppError('unavailable')) : Promise.resolve(SERIES)),
    })
    expect((await part('Over time')).textContent).toContain('The frame-by-frame data could not be read.')
    fails = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('img', { name: 'Knee (°)' })).toBeTruthy()
  })

  it('offers stills only where there is a film to take them of', async () => {
    showReport([{ ...RUN, videoUrl: null, analyzedVideoUrl: null }])
    const options = within(await screen.findByRole('region', { name: 'Options' }))
    expect(options.getByRole('checkbox', { name: 'Metrics' })).toBeTruthy()
    expect(options.queryByRole('checkbox', { name: 'Stills' })).toBeNull()
    expect(options.queryByText(/None taken/)).toBeNull()
  })

  it('of a session that is not there says so', async () => {
    showReport([])
    expect(await screen.findByRole('heading', { name: 'This session is not there' })).toBeTruthy()
  })
})

describe('the report of two sessions', () => {
  it('sets their metrics and their curves side by side', async () => {
    const other = { ...RUN, id: 's2', title: 'Easy run', metrics: [perPart('speed', 4, 3.2)] }
    showReport([RUN, other], {
      address: '/memory/sessions/s1/compare/memory/s2/report?e1=0&e2=0.5&o1=0&o2=1',
    })
    const sheet = within(await paper())
    expect(sheet.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      ...['1Tempo run', '2Easy run'],
    ])
    expect(sheet.getByText(/plays at 2×/)).toBeTruthy()
    expect(sheet.getByRole('row', { name: 'Speed 3.50 3.60 m/s +0.10 +2.9 %' })).toBeTruthy()
    expect(sheet.getByRole('row', { name: 'Foot strike heel –' })).toBeTruthy()
    expect(await screen.findByRole('img', { name: 'Knee, right (°)' })).toBeTruthy()
  })

  const address = '/memory/sessions/s1/compare/memory/s2/report?e1=0&e2=0.5&o1=0&o2=1'

  it('draws the second where the first has no series, and says of each what is missing', async () => {
    const hip = { ...SERIES, angles: [{ name: 'lhip_angle', values: [1, 2, 3] }], unreadable: ['rkne_angle'] }
    showReport([RUN, { ...RUN, id: 's2' }], {
      address,
      analysis: ({ id } = RUN) =>
        id === 's1' ? Promise.reject(new AppError('not-found')) : Promise.resolve(hip),
    })
    expect(await screen.findByRole('img', { name: 'Hip, left (°)' })).toBeTruthy()
    const words = (await part('Over time')).textContent
    expect(words).toContain('1: There are no frame-by-frame data.')
    expect(words).toContain('2: Could not be read: rkne_angle.')
  })

  it('takes the usual lanes of both', async () => {
    const own = { ...SERIES, angles: [{ name: 'lkne_angle', values: [1, 2, 3] }] }
    const other = { ...SERIES, angles: [{ name: 'lhip_angle', values: [1, 2, 3] }] }
    showReport([RUN, { ...RUN, id: 's2' }], {
      address,
      analysis: ({ id } = RUN) => Promise.resolve(id === 's1' ? own : other),
    })
    expect(await screen.findByRole('img', { name: 'Knee, left (°)' })).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Hip, left (°)' })).toBeTruthy()
  })
})
