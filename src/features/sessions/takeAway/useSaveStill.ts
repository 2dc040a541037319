import { useCallback, useEffect, useRef, useState } from 'react'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Session } from '../../../domain/session.ts'
import { formatSeconds } from '../../../lib/formatNumber.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { stillText, takeAwayText as text } from '../../../messages/takeAway.ts'
import { shownTime } from '../../../player/clock.ts'
import { standingPicture } from '../../../player/still/standingPicture.ts'
import { takeStill } from '../../../player/still/stillPicture.ts'
import { useServices } from '../../../services.ts'
import { useNotices } from '../../../ui/Notices.tsx'
import { chosenLanes } from '../chosenLanes.ts'
import { useSessionOwner } from '../filmRoom.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { newId } from '../newId.ts'
import { pictureMoment } from '../pictureMoment.ts'
import { sessionFileName } from '../videoFileName.ts'
import { stillWords } from './stillWords.ts'
import { useOwnTray } from './tray.ts'

/** Takes the picture on the screen: a download at once, and kept in the tray. Leaving the page leaves nothing. */
export function useSaveStill(session: Session, film: FilmRoom, analysis: Analysis | null) {
  const owner = useSessionOwner(session)
  const account = useServices().auth.current()?.id ?? null
  const tray = useOwnTray()
  const mounted = useMounted()
  const { say, warn } = useNotices()
  const [busy, setBusy] = useState(false)
  const { playback, scale, settings } = film
  const { events } = settings

  const save = useCallback(async () => {
    const { signal } = mounted.current
    if (busy || signal.aborted) return
    setBusy(true)
    try {
      const video = await standingPicture(playback, signal)
      const chosen = chosenLanes(account, session.activity)
      const words = stillWords({ session, moment: playback, scale, analysis, chosen })
      const { pictureTime, frame, frames, media } = playback
      const still = await takeStill(video, words, signal)
      const shown = formatSeconds(shownTime(scale, pictureTime))
      const event = events.find(({ time }) => frames.frameAt(time) === frame)
      const caption = stillText.caption(event?.name ?? '', shown)
      const fileName = sessionFileName(session, 'png', stillText.what(shown))
      tray.add(owner, {
        ...still,
        id: newId(),
        kind: 'still',
        time: pictureMoment({ pictureTime }),
        fileName,
        caption: media?.film === 'original' ? stillText.original(caption) : caption,
      })
      saveFile(still.file, fileName)
      say(text.saved(fileName))
    } catch {
      if (!signal.aborted) warn(text.notSaved)
    } finally {
      setBusy(false)
    }
  }, [busy, playback, scale, events, session, analysis, account, owner, tray, mounted, say, warn])
  return { save, busy }
}

/** Aborted while what uses it is not on the page. */
function useMounted() {
  const mounted = useRef(new AbortController())
  useEffect(() => {
    mounted.current = new AbortController()
    return () => mounted.current.abort()
  }, [])
  return mounted
}
