import { playerText } from '../messages/player.ts'
import { Button } from '../ui/Button.tsx'
import type { FilmKind } from './filmKinds.ts'
import styles from './Transport.module.css'

type View = FilmKind | 'both'

const VIEWS: readonly { view: View; label: string }[] = [
  { view: 'analyzed', label: playerText.films.analyzed },
  { view: 'original', label: playerText.films.original },
  { view: 'both', label: playerText.sideBySide },
]

const KINDS = VIEWS.filter((one): one is { view: FilmKind; label: string } => one.view !== 'both')

/** Which of the two films is shown, or both beside each other. */
export function FilmSwitch({ shown, onChoose }: { shown: View; onChoose: (view: View) => void }) {
  return <Switch views={VIEWS} shown={shown} onChoose={onChoose} />
}

/** Which of the two films is shown. */
export function KindSwitch({ shown, onChoose }: { shown: FilmKind; onChoose: (kind: FilmKind) => void }) {
  return <Switch views={KINDS} shown={shown} onChoose={onChoose} />
}

function Switch<V extends View>({
  views,
  shown,
  onChoose,
}: {
  views: readonly { view: V; label: string }[]
  shown: V
  onChoose: (view: V) => void
}) {
  return (
    <div role="group" aria-label={playerText.film} className={styles.segments}>
      {views.map(({ view, label }) => (
        <Button key={view} aria-pressed={view === shown} onClick={() => onChoose(view)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
