import type { Lane } from '../../domain/lanes.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/fields.tsx'
import { PanelPopup } from '../../ui/PanelPopup.tsx'
import styles from './LaneChoice.module.css'

/** Which lanes are shown, and how that changes. */
export type LaneChoices = {
  lanes: readonly Pick<Lane, 'id' | 'label'>[]
  /** Ids of the lanes that are shown. */
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
  /** Back to what is shown until somebody chooses. */
  onUsual: () => void
  /** Said where the choice lasts only as long as the page. */
  kept: boolean
}

export type ChoiceProps = LaneChoices & { id: string; anchor: HTMLElement; onClose: () => void }

/** The open choice of lanes; in a chunk of its own, since it floats by MUI. What is chosen is shown at once. */
export function LaneChoice({ id, anchor, lanes, chosen, onChosen, onUsual, kept, onClose }: ChoiceProps) {
  return (
    <PanelPopup id={id} anchor={anchor} title={text.choose} className={styles.panel} onClose={onClose}>
      <ul className={styles.list}>
        {lanes.map(({ id: lane, label }) => (
          <li key={lane}>
            <CheckboxField
              label={label || text.unnamed}
              checked={chosen.includes(lane)}
              onChange={({ target }) =>
                onChosen(
                  // In the order of the lanes, whatever order they were chosen in.
                  lanes
                    .map((each) => each.id)
                    .filter((each) => (each === lane ? target.checked : chosen.includes(each))),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onClick={onUsual}>{text.usual}</Button>
        {kept ? null : <p className={styles.notKept}>{text.notKept}</p>}
      </div>
    </PanelPopup>
  )
}
