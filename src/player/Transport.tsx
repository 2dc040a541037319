import ArrowLeftToLine from 'lucide-react/icons/arrow-left-to-line'
import ArrowRightToLine from 'lucide-react/icons/arrow-right-to-line'
import Keyboard from 'lucide-react/icons/keyboard'
import Maximize from 'lucide-react/icons/maximize'
import Pause from 'lucide-react/icons/pause'
import PictureInPicture from 'lucide-react/icons/picture-in-picture-2'
import Play from 'lucide-react/icons/play'
import StepBack from 'lucide-react/icons/step-back'
import StepForward from 'lucide-react/icons/step-forward'
import Volume from 'lucide-react/icons/volume-2'
import VolumeOff from 'lucide-react/icons/volume-x'
import X from 'lucide-react/icons/x'
import { playerText } from '../messages/player.ts'
import { IconButton } from '../ui/Button.tsx'
import { SelectField } from '../ui/fields.tsx'
import { showShortcuts } from '../ui/shortcuts.ts'
import type { TimeScale } from './clock.ts'
import { NO_LOOP } from './loop.ts'
import type { Playback } from './playback.ts'
import type { PlayerCommands } from './shortcuts.ts'
import { SPEEDS } from './speeds.ts'
import { TimeReadout } from './TimeReadout.tsx'
import { formatRate } from './timing.ts'
import styles from './Transport.module.css'
import { usePlayback } from './usePlayback.ts'

/** The controls under the picture. `film`: what is heard and can fill the screen; null where there is none. */
export function Transport({
  commands,
  scale,
  film = commands.playback,
}: {
  commands: PlayerCommands
  scale: TimeScale
  film?: Playback | null
}) {
  const { playback, toggleFullScreen, togglePictureInPicture } = commands
  return (
    <div className={styles.bar}>
      <div className={`${styles.group} ${styles.moves}`}>
        <IconButton label={playerText.toStart} icon={<ArrowLeftToLine />} onClick={() => playback.seek(0)} />
        <IconButton label={playerText.previousFrame} icon={<StepBack />} onClick={() => playback.step(-1)} />
        <PlayButton playback={playback} />
        <IconButton label={playerText.nextFrame} icon={<StepForward />} onClick={() => playback.step(1)} />
        <IconButton
          label={playerText.toEnd}
          icon={<ArrowRightToLine />}
          onClick={() => playback.seek(playback.duration)}
        />
      </div>
      <TimeReadout playback={playback} scale={scale} />
      <LoopButtons playback={playback} />
      <Speed playback={playback} />
      {film ? (
        <div className={`${styles.group} ${styles.screen}`}>
          <MuteButton playback={film} />
          {togglePictureInPicture ? (
            <IconButton
              label={playerText.pictureInPicture}
              icon={<PictureInPicture />}
              onClick={togglePictureInPicture}
            />
          ) : null}
          <IconButton
            label={playerText.fullScreen}
            icon={<Maximize />}
            disabledReason={toggleFullScreen ? null : playerText.noFullScreen}
            onClick={toggleFullScreen ?? undefined}
          />
        </div>
      ) : null}
      <IconButton
        label={playerText.shortcuts}
        icon={<Keyboard />}
        aria-haspopup="dialog"
        onClick={showShortcuts}
      />
    </div>
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

function MuteButton({ playback }: { playback: Playback }) {
  const muted = usePlayback(playback, ({ muted }) => muted)
  const isSilent = usePlayback(playback, ({ hasSound }) => hasSound === false)
  if (isSilent) return null
  return (
    <IconButton
      label={muted ? playerText.unmute : playerText.mute}
      icon={muted ? <VolumeOff /> : <Volume />}
      onClick={() => playback.setMuted(!muted)}
    />
  )
}

function Speed({ playback }: { playback: Playback }) {
  const rate = usePlayback(playback, ({ rate }) => rate)
  // An address may bring a speed that is not offered.
  const speeds = [...new Set([...SPEEDS, rate])].sort((a, b) => a - b)
  return (
    <div className={styles.speed}>
      <SelectField
        label={playerText.speed}
        hideLabel
        options={speeds.map((speed) => ({ value: String(speed), label: playerText.rate(formatRate(speed)) }))}
        value={String(rate)}
        onChange={(event) => playback.setRate(Number(event.currentTarget.value))}
      />
    </div>
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
        onClick={() => playback.setLoop(NO_LOOP)}
      />
    </div>
  )
}
