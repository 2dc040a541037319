import { useMemo } from 'react'
import type { Session } from '../../../domain/session.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { trayText as text } from '../../../messages/takeAway.ts'
import type { FilmRoom } from '../filmRoom.ts'
import { useSessionOwner } from '../filmRoom.ts'
import { UndoLine, useUndo } from '../UndoLine.tsx'
import { takenName } from './takenName.ts'
import { tray, useTray } from './tray.ts'
import styles from './TrayPanel.module.css'
import { TrayRow } from './TrayRow.tsx'
import type { TrayActions } from './TrayRow.tsx'

/** What was taken of a session's film. */
export function TrayPanel({ session, film }: { session: Session; film: FilmRoom }) {
  const owner = useSessionOwner(session)
  const taken = useTray(owner)
  const { playback, scale } = film
  const { last, did, undo } = useUndo()
  const actions = useMemo(
    (): TrayActions => ({
      goTo: ({ time }) => {
        playback.pause()
        playback.seekPicture(time)
      },
      rename: (each, caption) => tray.add(owner, { ...each, caption }),
      save: ({ id, file, fileName }) => {
        saveFile(file, fileName)
        tray.markSaved(owner, [id])
      },
      remove: (each) => {
        tray.remove(owner, each.id)
        did(text.removed(takenName(each, scale)), () => tray.add(owner, each))
      },
    }),
    [playback, scale, owner, did],
  )
  // What was taken outlasts a film that has gone meanwhile.
  if (taken.length === 0 && last === null && (session.analyzedVideoUrl ?? session.videoUrl) === null)
    return null
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2 className={styles.head}>{text.title}</h2>
      {taken.length === 0 ? (
        <p className={styles.none}>{text.none}</p>
      ) : (
        <>
          <p className={styles.where}>{text.where}</p>
          <ul aria-label={text.list} className={styles.list}>
            {taken.map((each) => (
              <TrayRow key={each.id} taken={each} scale={scale} actions={actions} />
            ))}
          </ul>
        </>
      )}
      <UndoLine last={last} undo={undo} />
    </section>
  )
}
