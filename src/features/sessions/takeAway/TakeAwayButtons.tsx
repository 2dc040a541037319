import { useQuery } from '@tanstack/react-query'
import Camera from 'lucide-react/icons/camera'
import Scissors from 'lucide-react/icons/scissors'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { takeAwayText as text } from '../../../messages/takeAway.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { usePlayback } from '../../../player/usePlayback.ts'
import { analysisQuery } from '../../../queries/sessions.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { leaveFullScreen } from '../leaveFullScreen.ts'
import { usePixelRefusal } from './usePixels.ts'
import { useSaveStill } from './useSaveStill.ts'

const ClipDialog = lazy(() => import('./ClipDialog.tsx').then(({ ClipDialog }) => ({ default: ClipDialog })))

/** Takes the picture on the screen, or the range of the loop. Stands at the end of the player's controls. */
export function TakeAwayButtons({
  source,
  session,
  film,
  onRenew,
}: {
  source: SessionSource
  session: Session
  film: FilmRoom
  /** Gets a new address for a film whose one has expired. */
  onRenew: (kind: FilmKind) => Promise<string>
}) {
  const { playback } = film
  const analysis = useQuery(analysisQuery(source, session)).data ?? null
  const refusal = usePixelRefusal(playback)
  const hasLoop = usePlayback(playback, ({ loop }) => loop.start !== null && loop.end !== null)
  const { save, busy } = useSaveStill(session, film, analysis)
  const [isMaking, setMaking] = useState(false)
  const stillButton = useRef<HTMLButtonElement>(null)
  const clipButton = useRef<HTMLButtonElement>(null)
  const clipRefusal = refusal ?? (hasLoop ? null : text.noLoop)

  const openDialog = useCallback(() => {
    leaveFullScreen()
    playback.pause()
    setMaking(true)
  }, [playback])
  useShortcuts(
    useMemo(
      () => ({
        title: text.shortcutGroup,
        shortcuts: [
          {
            keys: ['t'],
            label: text.stillKey,
            // The button says why not.
            run: () => (refusal === null ? void save() : stillButton.current?.focus()),
          },
          {
            keys: ['Shift+t'],
            label: text.clipKey,
            run: () => (clipRefusal === null ? openDialog() : clipButton.current?.focus()),
          },
        ],
      }),
      [refusal, clipRefusal, save, openDialog],
    ),
  )
  return (
    <>
      <Button
        ref={stillButton}
        icon={<Camera />}
        aria-label={text.saveStill}
        busy={busy}
        disabledReason={refusal}
        onClick={() => void save()}
      >
        {text.stillShort}
      </Button>
      <Button
        ref={clipButton}
        icon={<Scissors />}
        aria-label={text.makeClip}
        disabledReason={clipRefusal}
        onClick={openDialog}
      >
        {text.clipShort}
      </Button>
      {isMaking ? (
        <Suspense fallback={null}>
          <ClipDialog session={session} film={film} onRenew={onRenew} onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
