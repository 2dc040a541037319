import Keyboard from 'lucide-react/icons/keyboard'
import Maximize from 'lucide-react/icons/maximize'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import StepBack from 'lucide-react/icons/step-back'
import StepForward from 'lucide-react/icons/step-forward'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { playerText } from '../messages/player.ts'
import { IconButton } from '../ui/Button.tsx'
import { SelectField } from '../ui/fields.tsx'
import { showShortcuts } from '../ui/shortcuts.ts'
import { canFillScreen } from './fullScreen.ts'
import type { Playback } from './playback.ts'
import styles from './Transport.module.css'
import type { PlayerCommands } from './shortcuts.ts'
import { FrameReadout, TimeReadout } from './TimeReadout.tsx'
import { usePlayback } from './usePlayback.ts'

const SPEEDS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2].map((rate) => ({
  value: String(rate),
  label: playerText.rate(rate),
}))

/** The controls under the picture. */
export function Transport({ commands, children }: { commands: PlayerCommands; children?: ReactNode }) {
  const { playback } = commands
  const rate = usePlayback(playback, ({ rate }) => rate)
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.group}>
          <IconButton
            label={playerText.previousFrame}
            icon={<StepBack />}
            onClick={() => playback.step(-1)}
          />
          <PlayButton playback={playback} />
          <IconButton label={playerText.nextFrame} icon={<StepForward />} onClick={() => playback.step(1)} />
        </div>
        <TimeReadout playback={playback} />
        <LoopButtons playback={playback} />
        <div className={styles.speed}>
          <SelectField
            label={playerText.speed}
            hideLabel
            options={SPEEDS}
            value={String(rate)}
            onChange={(event) => playback.setRate(Number(event.currentTarget.value))}
          />
        </div>
        <div className={styles.group}>
          <IconButton
            label={playerText.fullScreen}
            icon={<Maximize />}
            disabledReason={canFillScreen() ? null : playerText.noFullScreen}
            onClick={commands.toggleFullScreen}
          />
          <IconButton
            label={playerText.shortcuts}
            icon={<Keyboard />}
            aria-haspopup="dialog"
            onClick={showShortcuts}
          />
        </div>
      </div>
      <div className={styles.foot}>
        <FrameReadout playback={playback} />
        {children}
      </div>
    </>
  )
}

function PlayButton({ playback }: { playback: Playback }) {
  const playing = usePlayback(playback, ({ playing }) => playing)
  return (
    <IconButton
      variant="primary"
      label={playing ? playerText.pause : playerText.play}
      icon={playing ? <Pause /> : <Play />}
      onClick={() => playback.toggle()}
    />
  )
}

function LoopButtons({ playback }: { playback: Playback }) {
  const { start, end } = usePlayback(playback, ({ loop }) => loop)
  const none = start === null && end === null
  return (
    <div className={styles.loop}>
      <IconButton
        label={playerText.loopStart}
        icon={<span aria-hidden>A</span>}
        data-set={start !== null || undefined}
        onClick={() => playback.startLoop()}
      />
      <IconButton
        label={playerText.loopEnd}
        icon={<span aria-hidden>B</span>}
        data-set={end !== null || undefined}
        onClick={() => playback.endLoop()}
      />
      <IconButton
        label={playerText.clearLoop}
        icon={<X />}
        disabledReason={none ? playerText.nothingToClear : null}
        onClick={() => playback.clearLoop()}
      />
    </div>
  )
}
