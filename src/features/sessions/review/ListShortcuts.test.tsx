import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useMemo, useRef, useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { makeSession } from '../../../testing/session.ts'
import { hearShortcuts } from '../../../ui/shortcuts.ts'
import type { LastSeen } from '../listPlace.ts'
import { ListShortcuts } from './ListShortcuts.tsx'

const SIZE = 3
const ALL = Array.from({ length: 7 }, (_, index) => makeSession({ id: `s${index}`, title: `Run ${index}` }))

const heard: string[] = []
const turns: number[] = []
const seenOf = (id: string): LastSeen => ({ id, search: '', row: 0 })

function List({
  last = null,
  select = true,
  gone,
}: {
  last?: LastSeen | null
  select?: boolean
  gone?: string
}) {
  const root = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState(0)
  const [standing, setRows] = useState(ALL.slice(0, SIZE))
  const rows = useMemo(() => standing.filter(({ id }) => id !== gone), [standing, gone])
  useEffect(() => hearShortcuts(() => undefined), [])
  const stand = (row: number) => {
    turns.push(row)
    setFirst(row)
    setRows([]) // on their way
    setTimeout(() => setRows(ALL.slice(row, row + SIZE)))
  }
  return (
    <div ref={root}>
      <input type="search" aria-label="Title" />
      <table>
        <tbody>
          {rows.map(({ id, title }) => (
            <tr key={id}>
              <td>
                <input type="checkbox" aria-label={`Select ${title}`} />
              </td>
              <td>
                <a href={`#${id}`} onClick={() => heard.push(`open ${id}`)}>
                  {title}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button>Next page</button>
      <ListShortcuts
        root={root}
        rows={rows}
        last={last}
        onPrevious={first > 0 ? () => stand(first - SIZE) : null}
        onNext={first + SIZE < ALL.length ? () => stand(first + SIZE) : null}
        onToggle={select ? (id, range) => heard.push(`${range ? 'range to' : 'toggle'} ${id}`) : undefined}
        onClear={select ? () => heard.push('clear') : null}
      />
    </div>
  )
}

const focused = () => document.activeElement?.textContent
const row = (title: string) => screen.findByRole('link', { name: title })
const leaveFocus = () => (document.activeElement as HTMLElement).blur()

beforeEach(() => {
  heard.length = 0
  turns.length = 0
  localStorage.clear()
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined
})

it('j and k go from row to row and over the borders of pages, and stop at the ends', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('j')
  expect(focused()).toBe('Run 0')
  await user.keyboard('k')
  expect(focused()).toBe('Run 0')
  await user.keyboard('jjj')
  expect(await row('Run 3')).toHaveFocus()
  await user.keyboard('k')
  expect(await row('Run 2')).toHaveFocus()
  await user.keyboard('j')
  await row('Run 5')
  await user.keyboard('jjj')
  expect(await row('Run 6')).toHaveFocus()
  await user.keyboard('j')
  expect(await row('Run 6')).toHaveFocus()
})

it('they go on where they were when a click has taken the focus away', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('jj')
  leaveFocus()
  await user.keyboard('j')
  expect(focused()).toBe('Run 2')
})

it('a key that is held turns one page, and goes on when its rows are there', async () => {
  render(<List />)
  const user = userEvent.setup({ delay: null })
  await user.keyboard('jjj')
  await user.keyboard('{j>5/}')
  expect(turns).toEqual([3])
  expect(await row('Run 3')).toHaveFocus()
  await user.keyboard('jjj')
  expect(turns).toEqual([3, 6])
})

it('arrows go from row to row when the focus is in one, and scroll the page otherwise', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('{ArrowDown}')
  expect(document.body).toHaveFocus()
  screen.getByRole('checkbox', { name: 'Select Run 1' }).focus()
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('Run 2')
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(focused()).toBe('Run 0')
})

it('the row is opened and selected by key, a range with Shift', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('xo')
  expect(heard, 'no row yet').toEqual([])
  await user.keyboard('jxjj{Shift>}X{/Shift}o{Enter}{Escape}')
  expect(heard).toEqual(['toggle s0', 'range to s2', 'open s2', 'open s2', 'clear'])
})

it('what acts on a row acts on the one with the focus alone', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('j')
  screen.getByRole('button', { name: 'Next page' }).focus()
  await user.keyboard('xo{Shift>}X{/Shift}')
  leaveFocus()
  await user.keyboard('xo{Enter}')
  expect(heard).toEqual([])
})

it('where nothing can be selected, the keys are left alone', async () => {
  render(<List select={false} />)
  const user = userEvent.setup()
  await user.keyboard('jx{Escape}')
  expect(heard).toEqual([])
})

it('a slash goes to the search field, whose letters are its own', async () => {
  render(<List />)
  const user = userEvent.setup()
  await user.keyboard('/jog')
  expect(screen.getByRole('searchbox', { name: 'Title' })).toHaveValue('jog')
})

it('coming back from a session brings the focus to its row, once, and not away from where it is', async () => {
  const { rerender } = render(<List />)
  const user = userEvent.setup()
  const last = seenOf('s1')
  rerender(<List last={last} />)
  expect(focused()).toBe('Run 1')
  leaveFocus()
  rerender(<List last={last} select={false} />)
  expect(document.body).toHaveFocus()
  await user.keyboard('j')
  expect(focused(), 'goes on from there').toBe('Run 2')

  screen.getByRole('searchbox', { name: 'Title' }).focus()
  rerender(<List last={seenOf('s2')} />)
  expect(screen.getByRole('searchbox', { name: 'Title' })).toHaveFocus()
})

it('coming back from a session that is gone brings the focus to the row at its place', async () => {
  const last = { ...seenOf('s1'), nth: 1 }
  const { unmount } = render(<List last={last} gone="s1" />)
  expect(focused()).toBe('Run 2')
  const user = userEvent.setup()
  leaveFocus()
  await user.keyboard('k')
  expect(focused()).toBe('Run 0')
  unmount()

  render(<List last={{ ...seenOf('s2'), nth: 2 }} gone="s2" />)
  expect(focused(), 'the last one').toBe('Run 1')
})

it('so it does when the list learns only then that it is gone, unless the reader is elsewhere', () => {
  const last = { ...seenOf('s1'), nth: 1 }
  const { rerender, unmount } = render(<List last={last} />)
  expect(focused()).toBe('Run 1')
  rerender(<List last={last} gone="s1" />)
  expect(focused()).toBe('Run 2')
  unmount()

  const again = render(<List last={last} />)
  screen.getByRole('searchbox', { name: 'Title' }).focus()
  again.rerender(<List last={last} gone="s1" />)
  expect(screen.getByRole('searchbox', { name: 'Title' })).toHaveFocus()
})
