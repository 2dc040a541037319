import { createContext, use, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { sessionPageText as text } from '../../../messages/sessionPage.ts'
import { paths } from '../../../paths.ts'
import { useSource } from '../../../services.ts'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { ShortcutGroup } from '../../../ui/shortcuts.ts'
import { useHistoryState } from '../listPlace.ts'
import type { HistoryState, ListPlace, Way } from '../listPlace.ts'
import type { Neighbour, Standing } from './neighbours.ts'
import { useNeighbours } from './useNeighbours.ts'

export type Run = ReturnType<typeof useNeighbours> & {
  /** Shows a neighbour; `way` where its link keeps the focus. */
  go: (to: Neighbour, way?: Way) => void
  /** Goes on in the list, as soon as it is read that far. False where it does not go on. */
  goOn: (way: Way) => boolean
}

const RunContext = createContext<Run | null>(null)

/** The run that the session on the screen is part of; null when it was not opened from a list. */
export const useRun = () => use(RunContext)

/**
 * The run from session to session through the list that one was opened from. It lasts while the pages below it come
 * and go, so that it is there for every one of them, for one that is gone too.
 */
export function ReviewRun({ id, children }: { id: string; children: ReactNode }) {
  const { list } = useHistoryState()
  return list ? (
    <ListRun id={id} place={list}>
      {children}
    </ListRun>
  ) : (
    children
  )
}

function ListRun({ id, place, children }: { id: string; place: ListPlace; children: ReactNode }) {
  const source = useSource()
  const navigate = useNavigate()
  const neighbours = useNeighbours({ id, place })
  const latest = useRef({ neighbours, standing: { id, place } })
  /** Where somebody has gone whose page is not drawn yet: the next step begins at the last of them. */
  const onTheWay = useRef<Standing[]>([])
  /** A step into what is not read yet. */
  const waiting = useRef<Way | null>(null)

  /** They take this session's place in history, so that Back leads to the list. */
  const go = useCallback(
    ({ session, place }: Neighbour, way?: Way) => {
      waiting.current = null
      onTheWay.current.push({ id: session.id, place })
      const state: HistoryState = { list: place, ...(way ? { way } : {}) }
      void navigate(paths.session(source.id, session.id), { replace: true, state })
    },
    [navigate, source.id],
  )
  const goOn = useCallback(
    (way: Way): boolean => {
      const { neighbours, standing } = latest.current
      const to = neighbours.find(onTheWay.current.at(-1) ?? standing)[way]
      if (to) {
        go(to)
        return true
      }
      const { goesOn, pending, failure, more } = neighbours
      if (goesOn[way] && (pending || failure || onTheWay.current.length > 0)) {
        waiting.current = way
        failure?.tryAgain()
        return true
      }
      if (way === 'next') more?.read()
      return way === 'next' && more !== null
    },
    [go],
  )

  useEffect(() => {
    latest.current = { neighbours, standing: { id, place } }
  })
  useEffect(() => {
    const drawn = onTheWay.current.findLastIndex((standing) => standing.id === id)
    onTheWay.current = drawn < 0 ? [] : onTheWay.current.slice(drawn + 1)
  }, [id])
  const { pending, find } = neighbours
  useEffect(() => {
    const way = waiting.current
    if (!way) return
    const to = find(onTheWay.current.at(-1) ?? { id, place })[way]
    if (to) go(to)
    else if (!pending && onTheWay.current.length === 0) waiting.current = null
  })

  const group = useMemo((): ShortcutGroup => {
    const back = () => {
      const { search, row } = (onTheWay.current.at(-1) ?? latest.current.standing).place
      void navigate(paths.sessions(source.id, search), { state: { row } })
    }
    return {
      title: text.shortcutGroup,
      shortcuts: [
        { keys: ['n'], label: text.nextSession, run: () => goOn('next') },
        { keys: ['p'], label: text.previousSession, run: () => goOn('previous') },
        { keys: ['u'], label: text.backToList, run: back },
      ],
    }
  }, [source.id, navigate, goOn])

  return (
    <RunContext value={{ ...neighbours, go, goOn }}>
      <Bound group={group} />
      {children}
    </RunContext>
  )
}

/** Stands before the page, so that its group is bound, and listed, before those of the page's parts. */
function Bound({ group }: { group: ShortcutGroup }) {
  useShortcuts(group)
  return null
}
