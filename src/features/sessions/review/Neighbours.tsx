import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import { commonText } from '../../../messages/common.ts'
import { reviewText } from '../../../messages/review.ts'
import { sessionPageText as text } from '../../../messages/sessionPage.ts'
import { sessionsText } from '../../../messages/sessions.ts'
import { paths } from '../../../paths.ts'
import { useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { describeError } from '../../../ui/ErrorPanel.tsx'
import { isNowhere } from '../../../ui/shortcuts.ts'
import { useHistoryState } from '../listPlace.ts'
import type { HistoryState, Way } from '../listPlace.ts'
import type { Neighbour } from './neighbours.ts'
import { useRun } from './ReviewRun.tsx'
import type { Run } from './ReviewRun.tsx'

/** The ways to the sessions before and after this one, in the list that it was opened from. */
export function Neighbours({ className }: { className: string | undefined }) {
  const run = useRun()
  return <div className={className}>{run ? <Ways run={run} /> : null}</div>
}

function Ways({ run: { previous, next, more, failure, reading, go, goOn } }: { run: Run }) {
  return (
    <>
      {previous ? <WayLink way="previous" to={previous} onGo={go} /> : null}
      {next ? <WayLink way="next" to={next} onGo={go} /> : null}
      {more?.sieved ? (
        <Button busy={reading} onClick={more.read}>
          {reading ? sessionsText.lookingFurther : sessionsText.lookFurther}
        </Button>
      ) : more ? (
        <Button busy={reading} aria-label={text.nextSession} onClick={() => goOn('next')}>
          {text.next}
        </Button>
      ) : null}
      {failure ? (
        <>
          <span role="alert">{reviewText.failed(describeError(failure.error))}</span>
          <Button busy={reading} onClick={failure.tryAgain}>
            {commonText.tryAgain}
          </Button>
        </>
      ) : null}
    </>
  )
}

const NAMES = { previous: text.previousSession, next: text.nextSession }

function WayLink({
  way,
  to: { session, place },
  onGo,
}: {
  way: Way
  to: Neighbour
  onGo: (neighbour: Neighbour, way: Way) => void
}) {
  const source = useSource()
  const { way: taken } = useHistoryState()
  return (
    <Link
      ref={taken === way ? focusFromNowhere : undefined}
      to={paths.session(source.id, session.id)}
      replace
      state={{ list: place } satisfies HistoryState}
      aria-label={NAMES[way]}
      title={session.title}
      onClick={(event: MouseEvent) => {
        // By keyboard: whoever goes on goes on from here. A click by hand has no place to keep.
        if (event.detail !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onGo({ session, place }, way)
      }}
    >
      {way === 'previous' ? <ChevronLeft aria-hidden /> : null}
      {text[way]}
      {way === 'next' ? <ChevronRight aria-hidden /> : null}
    </Link>
  )
}

function focusFromNowhere(link: HTMLAnchorElement | null) {
  if (isNowhere(document.activeElement)) link?.focus({ preventScroll: true })
}
