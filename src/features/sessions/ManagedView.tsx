import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { commonText } from '../../messages/common.ts'
import { manageViewsText as text, nameProblemText } from '../../messages/viewDialogs.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields.tsx'
import styles from './ManageViewsDialog.module.css'
import { cleanName } from './savedViews.ts'
import type { SavedView, SavedViews, View } from './savedViews.ts'
import { nameProblem } from './viewChanges.ts'

type Doing = 'rename' | 'remove'

/** One view in the list of all: start with it; rename or delete it, asked in its place, where it is a saved one. */
export function ManagedView({
  view,
  saved,
  isStart,
  onStart,
  onRename,
  onRemove,
}: {
  view: View
  saved: SavedViews
  isStart: boolean
  onStart: () => void
  onRename: (view: SavedView, name: string) => void
  onRemove: (view: SavedView) => void
}) {
  const [doing, setDoing] = useState<Doing | null>(null)
  /** The button that gets the focus back once it is there again. */
  const [left, setLeft] = useState<Doing | null>(null)
  const own = saved.views.find(({ id }) => id === view.id)
  const leave = () => {
    setLeft(doing)
    setDoing(null)
  }

  if (own && doing === 'rename') {
    return (
      <li className={styles.asking}>
        <RenameForm
          view={own}
          saved={saved}
          onCancel={leave}
          onRename={(name) => {
            onRename(own, name)
            leave()
          }}
        />
      </li>
    )
  }
  if (own && doing === 'remove') {
    return (
      <li className={styles.asking}>
        <div
          role="group"
          aria-label={text.removeSure(own.name)}
          className={styles.question}
          onKeyDown={onEscape(leave)}
        >
          <span>{text.removeSure(own.name)}</span>
          <Button autoFocus onClick={leave}>
            {commonText.cancel}
          </Button>
          <Button variant="danger" onClick={() => onRemove(own)}>
            {text.removeShort}
          </Button>
        </div>
      </li>
    )
  }
  return (
    <li className={styles.view}>
      <label className={styles.start}>
        <input
          type="radio"
          name="start-view"
          checked={isStart}
          aria-label={text.startWith(view.name)}
          onChange={onStart}
        />
        <bdi>{view.name}</bdi>
      </label>
      {own ? (
        <>
          <IconButton
            label={text.rename(own.name)}
            icon={<Pencil />}
            autoFocus={left === 'rename'}
            onClick={() => setDoing('rename')}
          />
          <IconButton
            label={text.remove(own.name)}
            icon={<Trash />}
            autoFocus={left === 'remove'}
            onClick={() => setDoing('remove')}
          />
        </>
      ) : null}
    </li>
  )
}

function RenameForm({
  view,
  saved,
  onRename,
  onCancel,
}: {
  view: SavedView
  saved: SavedViews
  onRename: (name: string) => void
  onCancel: () => void
}) {
  const [name, setName] = useState(view.name)
  const [asked, setAsked] = useState(false)
  const problem = asked ? nameProblem(saved, name, view.id) : null
  return (
    <form
      noValidate
      className={styles.question}
      onKeyDown={onEscape(onCancel)}
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (nameProblem(saved, name, view.id) === null) onRename(cleanName(name))
      }}
    >
      <TextField
        label={text.newName}
        autoFocus
        autoComplete="off"
        value={name}
        error={problem && nameProblemText[problem]}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setName(event.target.value)
          setAsked(false)
        }}
      />
      <Button onClick={onCancel}>{commonText.cancel}</Button>
      <Button type="submit" variant="primary">
        {text.renameShort}
      </Button>
    </form>
  )
}

/** Escape leaves the question and not the dialog around it. */
const onEscape = (leave: () => void) => (event: { key: string; stopPropagation: () => void }) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  leave()
}
