import X from 'lucide-react/icons/x'
import { useId } from 'react'
import type { Ref } from 'react'
import { playerText } from '../messages/player.ts'
import { IconButton } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/fields.tsx'
import { SHORTCUTS } from './shortcuts.ts'
import styles from './ShortcutSheet.module.css'

/** The list of shortcuts, made of the registry that binds them. Opened by its owner with `showModal`. */
export function ShortcutSheet({
  ref,
  wanted,
  onWantedChange,
}: {
  ref: Ref<HTMLDialogElement>
  wanted: boolean
  onWantedChange: (wanted: boolean) => void
}) {
  const titleId = useId()
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby={titleId}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={styles.body}>
        <header className={styles.header}>
          <h2 id={titleId}>{playerText.shortcuts}</h2>
          <form method="dialog">
            <IconButton type="submit" label={playerText.close} icon={<X />} />
          </form>
        </header>
        <dl className={styles.list} data-off={!wanted || undefined}>
          {SHORTCUTS.map(({ keys, label }) => (
            <div key={label} className={styles.row}>
              <dt>{label}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key} className={styles.key}>
                    {playerText.keyNames[key] ?? key.toUpperCase()}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <CheckboxField
          label={playerText.shortcutsSwitch}
          hint={playerText.shortcutsHint}
          checked={wanted}
          onChange={(event) => onWantedChange(event.currentTarget.checked)}
        />
      </div>
    </dialog>
  )
}
