import { comparePlayerText as text } from '../messages/comparePlayer.ts'
import { Button } from '../ui/Button.tsx'
import type { Which } from './comparedFilms.ts'
import styles from './Transport.module.css'

const BOTH: readonly Which[] = ['first', 'second']

/** Which of two films the controls are on. */
export function SteeredSwitch({ steered, onSteer }: { steered: Which; onSteer: (which: Which) => void }) {
  return (
    <div role="group" aria-label={text.steered} className={styles.segments}>
      {BOTH.map((which) => (
        <Button key={which} aria-pressed={which === steered} onClick={() => onSteer(which)}>
          {text.which[which]}
        </Button>
      ))}
    </div>
  )
}
