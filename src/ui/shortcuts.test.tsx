import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useMemo, useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { namesOf, showShortcuts, useShortcuts } from './shortcuts.ts'
import { Shortcuts } from './Shortcuts.tsx'

const heard: string[] = []

function Group({ title, keys, within }: { title: string; keys: string[]; within?: string }) {
  const group = useMemo(
    () => ({
      title,
      shortcuts: keys.map((key) => ({
        keys: [key],
        label: `${title} ${key}`,
        run: (pressed: string) => void heard.push(`${title} ${pressed}`),
      })),
      ...(within ? { within: () => document.getElementById(within) } : {}),
    }),
    [title, keys, within],
  )
  useShortcuts(group)
  return null
}

const LIST = ['j', 'k', 'x', 'Shift+x', ' ']
const PLAYER = ['k', '.']

function Page() {
  const [player, setPlayer] = useState(true)
  return (
    <>
      <Shortcuts />
      <input aria-label="Title" />
      <input type="checkbox" aria-label="Select" />
      <button onClick={() => setPlayer(!player)}>Player on or off</button>
      <Group title="List" keys={LIST} />
      <div id="player">
        <button>Play</button>
        {player ? <Group title="Player" keys={PLAYER} within="player" /> : null}
      </div>
    </>
  )
}

function show() {
  render(<Page />)
  return userEvent.setup()
}

const sheet = () => screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
/** As its own button does; jsdom submits no form to a dialog. */
const closeSheet = () => act(() => screen.getByRole<HTMLDialogElement>('dialog').close())
const leaveFocus = () => (document.activeElement as HTMLElement).blur()

beforeEach(() => {
  heard.length = 0
  localStorage.clear()
  // jsdom has no modal dialogs; open and closed is all that is looked at here.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

describe('shortcuts', () => {
  it('act for what is on the screen, and no longer when it has gone', async () => {
    const user = show()
    await user.keyboard('jk')
    expect(heard).toEqual(['List j', 'Player k'])
    await user.click(screen.getByRole('button', { name: 'Player on or off' }))
    leaveFocus()
    await user.keyboard('k.')
    expect(heard.slice(2)).toEqual(['List k'])
  })

  it('give a key that two groups know to the one that has the focus', async () => {
    const user = show()
    screen.getByRole('button', { name: 'Play' }).focus()
    await user.keyboard('kj')
    screen.getByRole('button', { name: 'Player on or off' }).focus()
    await user.keyboard('k.')
    expect(heard).toEqual(['Player k', 'List j', 'List k'])
  })

  it('leave keys alone while somebody types, holds Control, or presses what has the focus', async () => {
    const user = show()
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'jxk?')
    leaveFocus()
    await user.keyboard('{Control>}j{/Control}{Alt>}j{/Alt}{Meta>}j{/Meta}')
    screen.getByRole('checkbox', { name: 'Select' }).focus()
    await user.keyboard(' ')
    expect(screen.getByRole('checkbox', { name: 'Select' })).toBeChecked()
    expect(heard).toEqual([])
    await user.keyboard('x')
    expect(heard, 'a box is not typed into').toEqual(['List x'])
  })

  it('tell a letter with Shift from one without where both are known', async () => {
    const user = show()
    await user.keyboard('x{Shift>}X{/Shift}{Shift>}J{/Shift}')
    expect(heard).toEqual(['List x', 'List Shift+x', 'List j'])
  })

  it('are all in the list that ? shows, and rest while it is open', async () => {
    const user = show()
    await user.keyboard('?')
    await sheet()
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'List',
      'Player',
      'Anywhere',
    ])
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      ...LIST.map((key) => `List ${key}`),
      ...PLAYER.map((key) => `Player ${key}`),
      'Keyboard shortcuts',
    ])
    leaveFocus()
    await user.keyboard('j')
    expect(heard).toEqual([])
    closeSheet()
    expect(screen.queryByRole('dialog')).toBeNull()
    leaveFocus()
    await user.keyboard('j')
    expect(heard).toEqual(['List j'])
  })

  it('can be switched off for good, and on again where they are listed', async () => {
    const user = show()
    await user.keyboard('?')
    await sheet()
    await user.click(screen.getByRole('checkbox', { name: 'Use keyboard shortcuts' }))
    closeSheet()
    leaveFocus()
    await user.keyboard('j?')
    expect(heard).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(localStorage).toHaveLength(1)

    act(showShortcuts)
    await sheet()
    expect(screen.getByRole('checkbox', { name: 'Use keyboard shortcuts' })).not.toBeChecked()
    await user.click(screen.getByRole('checkbox', { name: 'Use keyboard shortcuts' }))
    closeSheet()
    leaveFocus()
    await user.keyboard('j')
    expect(heard).toEqual(['List j'])
    expect(localStorage).toHaveLength(0)
  })
})

describe('the name of a key press', () => {
  const press = (key: string, code = '', shiftKey = false) => namesOf({ key, code, shiftKey })

  it('is the small letter or the key’s own name, the one with Shift first', () => {
    expect(press('k', 'KeyK')).toEqual(['k'])
    expect(press('K', 'KeyK', true)).toEqual(['Shift+k', 'k'])
    expect(press('?', 'Slash', true)).toEqual(['Shift+?', '?'])
    expect(press('ArrowRight')).toEqual(['ArrowRight'])
    expect(press('ArrowRight', 'ArrowRight', true)).toEqual(['Shift+ArrowRight'])
  })

  it('goes by the place of the key where the layout writes other letters', () => {
    expect(press('л', 'KeyK')).toEqual(['k'])
    expect(press('Ч', 'KeyX', true)).toEqual(['Shift+x', 'x'])
    expect(press('х', 'BracketLeft')).toEqual(['['])
    expect(press('é', 'Digit2')).toEqual(['é'])
  })
})
