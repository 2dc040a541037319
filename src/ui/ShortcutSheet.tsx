import X from 'lucide-react/icons/x'
import { useEffect, useId, useRef, useState } from 'react'
import { commonText } from '../messages/common.ts'
import { shortcutsText as text } from '../messages/shortcuts.ts'
import { IconButton } from './Button.tsx'
import { CheckboxField } from './fields.tsx'
import { boundGroups, shortcutsWanted, wantShortcuts } from './shortcuts.ts'
import type { ShortcutGroup } from './shortcuts.ts'
import styles from './ShortcutSheet.module.css'

/** The shortcuts of what is on the screen, made of the registry that binds them, and the switch for all of them. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [groups] = useState(boundGroups)
  const [wanted, setWanted] = useState(shortcutsWanted)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={styles.body}>
        <header className={styles.header}>
          <h2 id={titleId}>{text.title}</h2>
          <form method="dialog">
            <IconButton type="submit" label={commonText.close} icon={<X />} />
          </form>
        </header>
        <div className={styles.groups} data-off={!wanted || undefined}>
          {groups.map((group) => (
            <Group key={group.title} group={group} />
          ))}
        </div>
        <CheckboxField
          label={text.use}
          hint={text.hint}
          checked={wanted}
          onChange={({ currentTarget: { checked } }) => {
            wantShortcuts(checked)
            setWanted(checked)
          }}
        />
      </div>
    </dialog>
  )
}

function Group({ group: { title, shortcuts } }: { group: ShortcutGroup }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {text.key(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
