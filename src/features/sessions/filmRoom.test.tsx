import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it } from 'vitest'
import type { Auth } from '../../domain/auth.ts'
import { ServicesContext } from '../../services.ts'
import { makeSession } from '../../testing/session.ts'
import { useFilmRoom } from './filmRoom.ts'

const auth = { current: () => ({ id: 'anna' }) } as Partial<Auth> as Auth

afterEach(() => history.replaceState(null, '', '/'))

const open = (at = location.pathname) =>
  renderHook(() => useFilmRoom(makeSession()), {
    wrapper: ({ children }) => (
      <ServicesContext value={{ auth, sources: [], queryClient: new QueryClient() }}>
        <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>
      </ServicesContext>
    ),
  }).result

it('what is opened from a film that plays begins at the picture on the screen, which the address is behind', () => {
  history.replaceState(null, '', '/memory/sessions/s1?t=1&rate=0.5')
  const { playback, searchNow, from } = open().current
  expect(searchNow()).toBe('?t=1&rate=0.5')
  act(() => playback.keepTime([0, 1, 2, 3, 4], from))
  act(() => playback.play())
  act(() => playback.seek(3.5))
  expect(searchNow()).toBe('?t=3&rate=0.5')
  expect(playback.playing).toBe(false)
  expect(location.search).toBe('?t=3&rate=0.5')
})

it('a film begins where the address bar says, also while the router is still on its way back from a dialog', () => {
  history.replaceState(null, '', '/memory/sessions/s1?t=1.85&rate=0.25')
  const result = open('/memory/sessions/s1/edit')
  expect(result.current.from).toEqual({ time: 1.85, rate: 0.25 })
  history.replaceState(null, '', '/memory/sessions/s1/edit?t=1.85')
  expect(result.current.from).toEqual({})
})
