import { useMemo } from 'react'
import type { RefObject } from 'react'
import { toRecording } from '../../../domain/recording.ts'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import type { ComparedFilm } from '../../../player/comparedFilms.ts'
import { ComparePlayer } from '../../../player/ComparePlayer.tsx'
import type { Which } from '../../../player/comparedFilms.ts'
import { withParts } from '../film/partMarks.ts'
import { useRenewal } from '../film/useRenewal.ts'
import type { Compared } from './compared.ts'
import { withEvents } from './eventMarks.ts'
import type { CompareRoom } from './useCompareRoom.ts'

/** Both films on one set of controls. */
export function CompareFilms({
  room: { first, second, alignment, linked, steered },
  onChoose,
  keysWithin,
}: {
  room: CompareRoom
  onChoose: (which: Which) => void
  keysWithin: RefObject<Element | null>
}) {
  const films = { first: useComparedFilm(first), second: useComparedFilm(second) }
  const renewals = {
    first: useRenewal(first.source, first.session),
    second: useRenewal(second.source, second.session),
  }
  return (
    <section aria-label={text.films}>
      <ComparePlayer
        {...films}
        alignment={alignment}
        linked={linked}
        steered={steered}
        onSteer={onChoose}
        onRenew={(which, kind) => renewals[which](kind)}
        keysWithin={keysWithin}
      />
    </section>
  )
}

/** What the player needs of one recording. Its marks are on its own clock; those of the comparison go by their names. */
function useComparedFilm({ session, film, analysis, events }: Compared): ComparedFilm {
  const { playback, settings, scale, changeSettings } = film
  const recording = useMemo(() => toRecording(session, analysis), [session, analysis])
  const marks = useMemo(
    () => withEvents(withParts(film.marks, analysis, session.activity), events),
    [film.marks, analysis, session.activity, events],
  )
  const title = session.title || commonText.untitled
  return {
    playback,
    recording,
    settings,
    onSettings: (change) => changeSettings((present) => ({ ...present, ...change })),
    scale,
    title,
    marks,
    from: film.from,
  }
}
