import Download from 'lucide-react/icons/download'
import Upload from 'lucide-react/icons/upload'
import { useRef, useState } from 'react'
import type { ChangeEvent } from 'react'
import { saveFile } from '../../lib/saveFile.ts'
import { manageViewsText as text } from '../../messages/viewDialogs.ts'
import { viewsText } from '../../messages/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ManageViewsDialog.module.css'
import { ManagedView } from './ManagedView.tsx'
import type { SavedView, View } from './savedViews.ts'
import { useSavedViews } from './useSavedViews.ts'
import { MOST_VIEWS, removeView, renameView, setStart } from './viewChanges.ts'
import { importViews, readViewsFile, VIEWS_FILE_NAME, writeViewsFile } from './viewsFile.ts'

/** Every view: which one opens at the start, other names, and views to and from a file. Changes count at once. */
export function ManageViewsDialog({ onClose }: { onClose: () => void }) {
  const { saved, kept, source, builtIn, change } = useSavedViews()
  const [said, setSaid] = useState<{ text: string; problem?: boolean }>({ text: '' })
  const report = useRef<HTMLParagraphElement>(null)
  const all: View[] = [...builtIn, ...saved.views]
  const start = all.find(({ id }) => id === saved.startId) ?? all[0]

  const rename = (view: SavedView, name: string) => {
    change((present) => renameView(present, view.id, name))
    setSaid({ text: text.renamed(name) })
  }
  const remove = (view: SavedView) => {
    change((present) => removeView(present, view.id))
    setSaid({ text: text.removed(view.name, saved.startId === view.id) })
    // The button that was pressed is gone with its view.
    report.current?.focus()
  }
  const takeIn = async (file: File) => {
    const filed = await readViewsFile(file, source)
    if (typeof filed === 'string') {
      return setSaid({ text: text.notImported(text.fileProblem[filed]), problem: true })
    }
    let counted = { added: 0, same: 0, beyond: 0 }
    change((present) => {
      const result = importViews(present, filed.views)
      counted = result
      return result.saved
    })
    setSaid({
      text: text.imported(counted.added, counted.same, filed.skipped, counted.beyond, MOST_VIEWS),
    })
  }

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      actions={
        <>
          <ImportField onFile={(file) => void takeIn(file)} />
          <Button
            icon={<Download />}
            disabledReason={saved.views.length === 0 ? text.nothingToExport : null}
            onClick={() =>
              saveFile(
                new Blob([writeViewsFile(saved.views, source)], { type: 'application/json' }),
                VIEWS_FILE_NAME,
              )
            }
          >
            {text.exportViews}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>
        {text.where} {text.start}
      </p>
      {kept ? null : <p className={styles.warning}>{viewsText.notKept}</p>}
      <ul className={styles.list}>
        {all.map((view) => (
          <ManagedView
            key={view.id}
            view={view}
            saved={saved}
            isStart={view === start}
            onStart={() => change((present) => setStart(present, view.id))}
            onRename={rename}
            onRemove={remove}
          />
        ))}
      </ul>
      {saved.views.length === 0 ? <p className={styles.hint}>{text.none}</p> : null}
      <p ref={report} role="status" tabIndex={-1} className={styles.said} data-problem={said.problem}>
        {said.text}
      </p>
    </Dialog>
  )
}

/** The browser's own file field, drawn as a button. */
function ImportField({ onFile }: { onFile: (file: File) => void }) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file may be chosen again, once it has been corrected.
    event.target.value = ''
    if (file) onFile(file)
  }
  return (
    <label className={styles.file}>
      <Upload aria-hidden />
      {text.importViews}
      <input
        type="file"
        accept="application/json,.json"
        aria-label={text.importViews}
        className="visually-hidden"
        onChange={take}
      />
    </label>
  )
}
