import Flag from 'lucide-react/icons/flag'
import { Suspense, useMemo, useState } from 'react'
import { isActivity } from '../../../domain/session.ts'
import type { SessionEvent } from '../../../domain/sessionEvent.ts'
import { EVENT_NAMES, eventsText as text } from '../../../messages/events.ts'
import type { Playback } from '../../../player/playback.ts'
import { MenuPopup, preloadMenu } from '../../../ui/ActionMenu.tsx'
import type { MenuEntry } from '../../../ui/ActionMenu.tsx'
import { Button } from '../../../ui/Button.tsx'
import type { Shortcut } from '../../../ui/shortcuts.ts'
import { leaveFullScreen } from '../leaveFullScreen.ts'
import { pictureMoment } from '../pictureMoment.ts'

type MarkMenu = {
  button: HTMLButtonElement | null
  setButton: (button: HTMLButtonElement | null) => void
  /** The moment (s) that is about to be marked, while the menu is open. */
  at: number | null
  open: () => void
  close: () => void
  refusal: string | null
  shortcut: Shortcut
}

/** The menu of what can be marked; opening it stops the film, so that the moment is the one that was seen. */
export function useMarkMenu({ playback, refusal }: { playback: Playback; refusal: string | null }): MarkMenu {
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [at, setAt] = useState<number | null>(null)
  return useMemo(() => {
    const open = () => {
      leaveFullScreen()
      playback.pause()
      setAt(pictureMoment(playback))
    }
    const run = () => {
      if (refusal === null) open()
      else button?.focus() // which says why not
    }
    return {
      button,
      setButton,
      at,
      open,
      close: () => setAt(null),
      refusal,
      shortcut: { keys: ['m'], label: text.markKey, run },
    }
  }, [playback, refusal, at, button])
}

/** Marks the moment on the screen: as what is usual in such a recording, as before, or in own words. */
export function MarkButton({
  menu: { button, setButton, at, open, close, refusal },
  activity,
  events,
  shown,
  onMark,
  onOwnWords,
}: {
  menu: MarkMenu
  activity: string
  events: readonly SessionEvent[]
  shown: (time: number) => string
  onMark: (name: string, time: number) => void
  onOwnWords: (time: number) => void
}) {
  const usual = isActivity(activity) ? EVENT_NAMES[activity] : []
  const own = [...new Set(events.map(({ name }) => name))].filter((name) => !usual.includes(name))
  const entries = (time: number): MenuEntry[] => [
    ...[...usual, ...own].map((name) => ({
      kind: 'action' as const,
      label: name,
      onSelect: () => onMark(name, time),
    })),
    { kind: 'divider', key: 'own' },
    { kind: 'action', label: text.ownWords, onSelect: () => onOwnWords(time) },
  ]
  return (
    <>
      <Button
        ref={setButton}
        icon={<Flag />}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        disabledReason={refusal}
        onPointerEnter={preloadMenu}
        onClick={open}
      >
        {text.mark}
      </Button>
      {at !== null && button ? (
        <Suspense fallback={null}>
          <MenuPopup
            anchor={button}
            label={text.mark}
            header={text.markAt(shown(at))}
            entries={entries(at)}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  )
}
