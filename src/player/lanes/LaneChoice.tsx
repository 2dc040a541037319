import Popover from '@mui/material/Popover'
import X from 'lucide-react/icons/x'
import { useId } from 'react'
import type { Lane } from '../../domain/lanes.ts'
import { commonText } from '../../messages/common.ts'
import { lanesText as text } from '../../messages/lanes.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/fields.tsx'
import { Themed } from '../../ui/Themed.tsx'
import styles from './LaneChoice.module.css'

export type ChoiceProps = {
  id: string
  anchor: HTMLElement
  lanes: readonly Lane[]
  /** Ids of the lanes that are shown. */
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
  /** Back to what is shown until somebody chooses. */
  onUsual: () => void
  /** Said where the choice lasts only as long as the page. */
  kept: boolean
  onClose: () => void
}

/** The open choice of lanes; in a chunk of its own, since it floats by MUI. What is chosen is shown at once. */
export function LaneChoice({ id, anchor, lanes, chosen, onChosen, onUsual, kept, onClose }: ChoiceProps) {
  const titleId = useId()
  return (
    <Themed>
      <Popover
        open
        anchorEl={anchor}
        onClose={onClose}
        transitionDuration={0}
        disableScrollLock
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            id,
            role: 'dialog',
            'aria-labelledby': titleId,
            tabIndex: -1,
            className: styles.panel ?? '',
          },
        }}
      >
        <header className={styles.header}>
          <h2 id={titleId}>{text.choose}</h2>
          <IconButton label={commonText.close} icon={<X />} onClick={onClose} />
        </header>
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
      </Popover>
    </Themed>
  )
}
