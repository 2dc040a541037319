// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import type { FilterName } from '../../domain/source.ts'
import { readListAddress } from './listAddress.ts'
import type { ColumnId } from './listLayout.ts'
import {
  ALL_FILTERS,
  builtInViews,
  currentView,
  NO_VIEWS,
  readView,
  startView,
  updateView,
  viewAddress,
  viewsStore,
} from './savedViews.ts'
import type { SavedViews, View } from './savedViews.ts'
import {
  addView,
  freeName,
  MOST_VIEWS,
  nameProblem,
  presentContent,
  removeView,
  renameView,
  setStart,
} from './viewChanges.ts'

const TODAY = '2026-11-21'
const COLUMNS: ColumnId[] = ['recorded', 'title']
const query = (search: string) => readListAddress(new URLSearchParams(search), ALL_FILTERS)
const content = (search: string, move = false) => presentContent(query(search), COLUMNS, move, TODAY)
const withViews = (...views: [name: string, search: string][]): SavedViews =>
  views.reduce((saved, [name, search]) => addView(saved, name, content(search), false), NO_VIEWS)
const names = ({ views }: SavedViews) => views.map(({ name }) => name)

describe('the built-in views', () => {
  const addresses = (offered: ReadonlySet<FilterName>) =>
    Object.fromEntries(builtInViews('u1', offered).map((view) => [view.name, viewAddress(view, TODAY)]))

  it('lead to the addresses their names promise', () => {
    expect(addresses(ALL_FILTERS)).toEqual({
      'All sessions': '',
      'Needs attention': '?attention=1',
      'Being processed': '?status=processing%2Cqueued',
      Mine: '?uploader=u1',
      'Last 7 days': '?from=2026-11-15',
    })
  })

  it('leave out those whose filter the source does not offer', () => {
    expect(Object.keys(addresses(new Set(['athlete'])))).toEqual(['All sessions'])
  })

  it('leave the page size as it is', () => {
    const [all] = builtInViews('u1', ALL_FILTERS) as [View]
    expect(viewAddress(all, TODAY, 50)).toBe('?size=50')
    expect(currentView([all], query('?size=50'), COLUMNS, TODAY)).toBe(all)
  })
})

describe('a saved view', () => {
  it('brings back filters, page size and columns', () => {
    const search = '?title=a%26b&activity=Running&status=failed&size=50'
    const [view] = withViews(['Runs', search]).views
    expect(view && viewAddress(view, '2027-03-01')).toBe(search)
    expect(view?.columns).toEqual(COLUMNS)
  })

  it('keeps its days, or moves them with today', () => {
    const search = '?from=2026-11-15&to=2026-11-21'
    const fixed = addView(NO_VIEWS, 'Fixed', content(search), false).views[0]
    const moving = addView(NO_VIEWS, 'Moving', content(search, true), false).views[0]
    expect(fixed && viewAddress(fixed, '2026-12-01')).toBe(search)
    expect(moving && viewAddress(moving, '2026-12-01')).toBe('?from=2026-11-25&to=2026-12-01')
  })

  it('that hides what was seen hides what was seen until it is picked', () => {
    const [view] = withViews(['Review', '?activity=Running&unseen=2026-11-15T10%3A00%3A00']).views
    const picked = view ? viewAddress(view, TODAY, 25, '2026-12-01T09:00:00') : ''
    expect(picked).toBe('?activity=Running&unseen=2026-12-01T09%3A00%3A00')
    expect(view && currentView([view], query(picked), COLUMNS, TODAY)).toBe(view)
    expect(view && currentView([view], query('?activity=Running'), COLUMNS, TODAY)).toBeNull()
  })

  it('is the current one while filters, size and columns are its own', () => {
    const saved = withViews(['Runs', '?activity=Running'], ['Many', '?size=100'])
    const all = [...builtInViews('u1', ALL_FILTERS), ...saved.views]
    const current = (search: string, columns = COLUMNS) =>
      currentView(all, query(search), columns, TODAY)?.name ?? null
    expect(current('?activity=Running')).toBe('Runs')
    expect(current('?activity=Running', ['title'])).toBe('Runs')
    expect(current('?activity=Running&size=50')).toBeNull()
    expect(current('?size=100')).toBe('Many')
    expect(current('?size=100', ['title'])).toBe('All sessions')
    expect(current('?title=x')).toBeNull()
  })

  it('can be renamed, changed, made the start and removed, and the others stay as they are', () => {
    let saved = withViews(['One', '?title=1'], ['Two', '?title=2'])
    const [one, two] = saved.views.map(({ id }) => id) as [string, string]
    saved = setStart(renameView(saved, two, ' Second  view '), two)
    saved = updateView(saved, two, content('?title=3'))
    expect(saved.views[1]).toMatchObject({ id: two, name: 'Second view', search: '?title=3' })
    expect(saved.startId).toBe(two)
    expect(saved.views[0]).toEqual(withViews(['One', '?title=1']).views[0])
    expect(removeView(saved, one).startId).toBe(two)
    expect(removeView(saved, two)).toEqual(withViews(['One', '?title=1']))
  })
})

describe('a view’s name', () => {
  const saved = withViews(['Élan', ''], ['Élan (2)', ''])

  it.each([
    ['   ', 'missing'],
    ['x'.repeat(61), 'too-long'],
    [' éLAN ', 'taken'],
    ['mine', 'built-in'],
    ['🏃'.repeat(60), null],
    ['Elan', null],
  ])('%j is judged %s', (name, problem) => {
    expect(nameProblem(saved, name)).toBe(problem)
  })

  it('may stay the same, in other letters, when it is renamed', () => {
    const id = saved.views[0]?.id
    expect(nameProblem(saved, 'ÉLAN', id)).toBeNull()
    expect(names(renameView(saved, id ?? '', 'ÉLAN'))).toEqual(['ÉLAN', 'Élan (2)'])
  })

  it('gets the next free number where it is taken, within the length', () => {
    expect(freeName(saved, 'élan')).toBe('élan (3)')
    expect(freeName(saved, 'Mine')).toBe('Mine (2)')
    const long = withViews(['x'.repeat(60), ''])
    expect(freeName(long, 'x'.repeat(60))).toBe(`${'x'.repeat(56)} (2)`)
  })
})

it('no more views are kept than a menu can show', () => {
  let saved = NO_VIEWS
  for (let count = 0; count <= MOST_VIEWS; count++) saved = addView(saved, `View ${count}`, content(''), true)
  expect(saved.views).toHaveLength(MOST_VIEWS)
  expect(saved.startId).toBe(saved.views.at(-1)?.id)
  expect(new Set(saved.views.map(({ id }) => id)).size).toBe(MOST_VIEWS)
})

describe('what was kept', () => {
  const source = { id: 'lab', filters: ALL_FILTERS }
  const keep = (value: unknown) =>
    localStorage.setItem('motion-console:views:anna:lab', JSON.stringify({ version: 1, value }))
  const kept = () => viewsStore.get({ account: 'anna', source: 'lab' }).value
  afterEach(() => localStorage.clear())

  it('comes back as it was', () => {
    const saved = setStart(withViews(['Runs', '?activity=Running'], ['New', '?from=2026-11-01']), 'v2')
    keep(saved)
    expect(kept()).toEqual(saved)
  })

  it('loses what cannot be read, and no more than that', () => {
    const good = { id: 'v3', name: 'Good', search: '?activity=Running', days: null, columns: COLUMNS }
    keep({
      views: [null, 7, {}, { ...good, name: ' ' }, { ...good, id: 'all' }, good, { ...good, name: 'Again' }],
      startId: 'v9',
    })
    expect(kept()).toEqual({ views: [good], startId: null })
    keep({ views: 'none' })
    expect(kept()).toEqual(NO_VIEWS)
  })

  it('says where the list begins', () => {
    expect(startView('anna', source, TODAY)).toEqual({ search: '', columns: null })
    keep({ ...NO_VIEWS, startId: 'last7Days' })
    expect(startView('anna', source, TODAY)).toEqual({ search: '?from=2026-11-15', columns: null })
    expect(startView('ben', source, TODAY).search).toBe('')
    expect(startView('anna', { ...source, filters: new Set(['athlete']) }, TODAY).search).toBe('')
    keep(addView(NO_VIEWS, 'Runs', content('?activity=Running&size=10'), true))
    expect(startView('anna', source, TODAY)).toEqual({
      search: '?activity=Running&size=10',
      columns: COLUMNS,
    })
    keep(addView(NO_VIEWS, 'Review', content('?unseen=2026-11-15T10%3A00%3A00.250'), true))
    expect(startView('anna', source, TODAY, '2026-12-01T09:00:00.500').search).toBe(
      '?unseen=2026-12-01T09%3A00%3A00.500',
    )
  })

  it('reads hostile entries as text, and addresses as filters', () => {
    expect(
      readView({
        name: '<b>\u202Ebold\u0000\n</b>',
        search: '?title=%3Cscript%3E&to=javascript:alert(1)&size=1e9&token=secret&from=2026-02-30',
        days: { from: 1e99, to: '3' },
        columns: ['title', 'constructor'],
      }),
    ).toEqual({ name: '<b>bold </b>', search: '?title=%3Cscript%3E', days: null, columns: ['title'] })
  })
})
