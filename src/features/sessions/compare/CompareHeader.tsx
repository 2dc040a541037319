import ArrowLeftRight from 'lucide-react/icons/arrow-left-right'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import Link2 from 'lucide-react/icons/link-2'
import Link2Off from 'lucide-react/icons/link-2-off'
import Replace from 'lucide-react/icons/replace'
import type { MouseEvent, ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyLink } from '../film/CopyLink.tsx'
import type { LinkCopy } from '../film/CopyLink.tsx'
import { momentOf, writeMomentAddress } from '../film/moment.ts'
import { useHistoryState } from '../listPlace.ts'
import { SessionFactsLine } from '../SessionFactsLine.tsx'
import styles from './CompareHeader.module.css'
import { BOTH } from './compared.ts'
import type { Compared } from './compared.ts'
import type { CompareRoom } from './useCompareRoom.ts'

/** Which two sessions these are, the ways back to each, and what can be done with the pair. */
export function CompareHeader({
  room,
  link,
  onSwap,
  onReplace,
  onToggleLink,
  children,
}: {
  room: CompareRoom
  link: LinkCopy
  onSwap: () => void
  onReplace: () => void
  onToggleLink: () => void
  /** What can be taken away. */
  children?: ReactNode
}) {
  const { first, second, linked, keepNow } = room
  return (
    <header className={styles.header}>
      <div className={styles.ways}>
        <WayBack to={first} onGo={keepNow} className={styles.back}>
          <ChevronLeft aria-hidden />
          {text.close}
        </WayBack>
      </div>
      <h1 className={styles.title}>
        <SessionTitle of={first} onGo={keepNow} /> {text.and} <SessionTitle of={second} onGo={keepNow} />
      </h1>
      <div className={styles.line}>
        <ul className={styles.facts}>
          {BOTH.map((which) => (
            <li key={which}>
              <span className={styles.badge} aria-hidden>
                {text.badge[which]}
              </span>
              <span className="visually-hidden">{text.recording[which]}: </span>
              <span>
                <SessionFactsLine session={room[which].session} />
              </span>
            </li>
          ))}
        </ul>
        <div className={styles.actions}>
          <Button icon={linked ? <Link2Off /> : <Link2 />} onClick={onToggleLink}>
            {linked ? text.unlink : text.link}
          </Button>
          <Button icon={<ArrowLeftRight />} onClick={onSwap}>
            {text.swap}
          </Button>
          <Button icon={<Replace />} aria-haspopup="dialog" onClick={onReplace}>
            {text.replace}
          </Button>
          <CopyLink {...link} />
          {children}
        </div>
      </div>
    </header>
  )
}

function SessionTitle({ of, onGo }: { of: Compared; onGo: () => void }) {
  return (
    <WayBack to={of} onGo={onGo} className={styles.name}>
      <bdi>{of.session.title || commonText.untitled}</bdi>
    </WayBack>
  )
}

/** To a session's own page, at the moment that is on the screen here. */
function WayBack({
  to: { session, film },
  onGo,
  className,
  children,
}: {
  to: Compared
  /** Before it is left. */
  onGo: () => void
  className: string | undefined
  children: ReactNode
}) {
  const navigate = useNavigate()
  const { source } = useParams()
  const { list } = useHistoryState()
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onGo()
    const search = writeMomentAddress('', momentOf(film.playback))
    // The list that somebody came from is one of the first's source.
    const state = session.source === source ? { list } : {}
    void navigate(paths.session(session.source, session.id, search), { state })
  }
  return (
    <Link className={className} to={paths.session(session.source, session.id)} onClick={go}>
      {children}
    </Link>
  )
}
