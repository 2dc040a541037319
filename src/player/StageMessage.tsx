import CircleAlert from 'lucide-react/icons/circle-alert'
import { toAppError } from '../domain/errors.ts'
import { commonText } from '../messages/common.ts'
import { playerText } from '../messages/player.ts'
import { Button } from '../ui/Button.tsx'
import { describeError } from '../ui/ErrorPanel.tsx'
import type { PlayerState } from './playerState.ts'
import styles from './Player.module.css'

const WORKING: Partial<Record<PlayerState['kind'], string>> = {
  loading: playerText.loading,
  waiting: playerText.waiting,
  renewing: playerText.renewing,
}

/** What stands over the picture: what is waited for, or what is wrong and what can be done. */
export function StageMessage({
  state,
  title,
  onTryAgain,
}: {
  state: PlayerState
  /** What stands above the reason where it cannot be played. */
  title: string
  onTryAgain: () => void
}) {
  if (state.kind !== 'failed') {
    return (
      <p role="status" className={styles.working}>
        {WORKING[state.kind] ?? ''}
      </p>
    )
  }
  return (
    <div role="alert" className={styles.failed}>
      <CircleAlert aria-hidden />
      <p className={styles.failedTitle}>{title}</p>
      <p>
        {state.cause === null ? playerText.failure[state.failure] : describeError(toAppError(state.cause))}
      </p>
      {state.failure === 'codec' ? null : (
        <Button className={styles.onStage} onClick={onTryAgain}>
          {commonText.tryAgain}
        </Button>
      )}
    </div>
  )
}
