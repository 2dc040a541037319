import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { canTryAgain } from '../domain/errors.ts'
import type { AppError } from '../domain/errors.ts'
import { commonText, errorText } from '../messages/common.ts'
import { Button } from './Button.tsx'
import styles from './ErrorPanel.module.css'

/** What failed, why, and what can be done. An alert, so that it is heard when it appears. */
export function ErrorPanel({
  error,
  title,
  onTryAgain,
  onReadAgain,
  children,
}: {
  error: AppError
  title?: string
  /** Offered where asking again, unchanged, can help. */
  onTryAgain?: (() => void) | undefined
  /** Offered whatever it was: for what is only read and may be begun anew. */
  onReadAgain?: (() => void) | undefined
  children?: ReactNode
}) {
  const canHelp = canTryAgain(error.kind)
  return (
    <div role="alert" className={styles.panel}>
      <CircleAlert aria-hidden />
      <div className={styles.text}>
        {title ? <p className={styles.title}>{title}</p> : null}
        <p>{describeError(error)}</p>
        {children}
      </div>
      {canHelp && (onTryAgain ?? onReadAgain) ? (
        <Button onClick={onTryAgain ?? onReadAgain}>{commonText.tryAgain}</Button>
      ) : onReadAgain ? (
        <Button onClick={onReadAgain}>{commonText.readAgain}</Button>
      ) : null}
    </div>
  )
}

/** The words for an error; the server's own sentence where ours would say less. */
export function describeError(error: AppError): string {
  const ours = errorText[error.kind]
  return error.kind === 'invalid' && error.serverText ? error.serverText : ours
}
