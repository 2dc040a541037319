import { useCallback, useEffect, useRef, useState } from 'react'
import { undoText } from '../../messages/notes.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './UndoLine.module.css'

type Undoable = { text: string; undo: () => void }

/** What can be taken back on this page, the last thing first; `did` adds to it. */
export function useUndo() {
  const [done, setDone] = useState<readonly Undoable[]>([])
  const did = useCallback(
    (text: string, undo: () => void) => setDone((before) => [...before, { text, undo }]),
    [],
  )
  return {
    last: done.at(-1) ?? null,
    did,
    undo: () => {
      setDone((before) => before.slice(0, -1))
      // After that, as taking something back may do something that can be taken back.
      done.at(-1)?.undo()
    },
  }
}

/** Says what was deleted, and takes it back. It stays as long as the page: nobody has to be quick. */
export function UndoLine({ last, undo }: Pick<ReturnType<typeof useUndo>, 'last' | 'undo'>) {
  const button = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone with what it deleted.
  useEffect(() => {
    if (last && isNowhereElse()) button.current?.focus({ preventScroll: true })
  }, [last])
  return (
    <div role="status" className={styles.line}>
      {last ? (
        <>
          <span className={styles.text}>{last.text}</span>
          <Button ref={button} onClick={undo}>
            {undoText.undo}
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** Whether what had the focus is gone. */
export const isNowhereElse = () => document.activeElement === null || document.activeElement === document.body
