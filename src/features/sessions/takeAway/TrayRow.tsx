import Download from 'lucide-react/icons/download'
import Play from 'lucide-react/icons/play'
import Trash from 'lucide-react/icons/trash-2'
import { memo } from 'react'
import { clipText, trayText as text } from '../../../messages/takeAway.ts'
import type { TimeScale } from '../../../player/clock.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { fileSize } from './fileSize.ts'
import { TakenFilm } from './TakenFilm.tsx'
import { takenName, takenWhen } from './takenName.ts'
import { TakenPicture } from './TakenPicture.tsx'
import type { Clip, Still } from './tray.ts'
import styles from './TrayPanel.module.css'

export type TrayActions = {
  goTo: (taken: Still | Clip) => void
  rename: (taken: Still | Clip, caption: string) => void
  save: (taken: Still | Clip) => void
  remove: (taken: Still | Clip) => void
}

/** Sharp on screens with two dots to a pixel. */
const DRAWN_WIDTH = 320
const LONGEST_CAPTION = 200

/** One still or clip: what it shows, what it is called, and what can be done with it. */
export const TrayRow = memo(function TrayRow({
  taken,
  scale,
  actions,
}: {
  taken: Still | Clip
  scale: TimeScale
  actions: TrayActions
}) {
  const { caption, file } = taken
  const [name, when] = [takenName(taken, scale), takenWhen(taken, scale)]
  const what =
    taken.kind === 'still'
      ? text.still(taken.width, taken.height, fileSize(file.size))
      : text.clip(taken.exact ? clipText.exact : clipText.quick, fileSize(file.size))
  return (
    <li className={styles.taken}>
      {taken.kind === 'still' ? (
        <TakenPicture file={file} name={name} width={DRAWN_WIDTH} className={styles.picture} />
      ) : (
        <button
          type="button"
          className={styles.play}
          aria-label={text.play(name)}
          onClick={(event) => void togglePlaying(event.currentTarget.querySelector('video'))}
        >
          <TakenFilm file={file} className={styles.picture} />
          <Play aria-hidden />
        </button>
      )}
      <div className={styles.words}>
        <TextField
          label={text.caption}
          hideLabel
          dir="auto"
          maxLength={LONGEST_CAPTION}
          value={caption}
          onChange={(event) => actions.rename(taken, event.currentTarget.value)}
        />
        <p className={styles.facts}>
          <button
            type="button"
            className={styles.when}
            aria-label={text.goTo(when)}
            onClick={() => actions.goTo(taken)}
          >
            {when}
          </button>
          <span className={styles.what}>{what}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <IconButton label={text.saveNamed(name)} icon={<Download />} onClick={() => actions.save(taken)} />
        <IconButton label={text.removeNamed(name)} icon={<Trash />} onClick={() => actions.remove(taken)} />
      </div>
    </li>
  )
})

async function togglePlaying(video: HTMLVideoElement | null): Promise<void> {
  if (video?.paused === false) video.pause()
  // Refused where the element is taken away meanwhile.
  else await video?.play().catch(() => undefined)
}
