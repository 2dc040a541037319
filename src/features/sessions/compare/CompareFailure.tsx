import { useState } from 'react'
import type { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { commonText } from '../../../messages/common.ts'
import { compareText as text } from '../../../messages/compare.ts'
import { formatCount } from '../../../messages/counts.ts'
import { sessionPageText } from '../../../messages/sessionPage.ts'
import { paths } from '../../../paths.ts'
import { useSource } from '../../../services.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { Which } from '../../../player/comparedFilms.ts'
import { BOTH } from './compared.ts'
import { CompareDialog } from './CompareDialog.tsx'
import styles from './ComparePage.module.css'
import { ReadFailure } from './ReadFailure.tsx'

/** One of two sessions as far as it has been read. `source` null: not known here. */
export type Side = {
  readonly source: SessionSource | null
  readonly id: string
  readonly session: Session | null
  readonly error: AppError | null
  readonly tryAgain?: () => void
}

/** Where one of the two, or both, cannot be read: which, why, and the ways on. */
export function CompareFailure(sides: Partial<Readonly<Record<Which, Side>>>) {
  const source = useSource()
  const [choosing, setChoosing] = useState(false)
  const failed = BOTH.flatMap((which) => {
    const side = sides[which]
    return side?.error ? [{ which, side, error: side.error }] : []
  })
  const missing = failed.filter(({ error }) => error.kind === 'not-found')
  const left = BOTH.map((which) => sides[which]?.session).find((session) => session)
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(text.compared)}</title>
      {failed
        .filter(({ error }) => error.kind !== 'not-found')
        .map(({ which, side, error }) => (
          <ReadFailure
            key={which}
            error={error}
            title={text.failed[which]}
            source={side.source}
            onTryAgain={side.tryAgain}
          />
        ))}
      <EmptyState
        level={1}
        title={missing.length > 0 ? text.notFoundTitle : text.failedTitle}
        action={
          <div className={styles.actions}>
            {left ? (
              <>
                <Button onClick={() => setChoosing(true)}>{text.replace}</Button>
                <ButtonLink to={paths.session(left.source, left.id)}>
                  {text.openAlone(left.title || commonText.untitled)}
                </ButtonLink>
              </>
            ) : null}
            <ButtonLink to={paths.sessions(source.id)}>{sessionPageText.toList}</ButtonLink>
          </div>
        }
      >
        {missing.map(({ which, side, error }) => (
          <p key={which}>
            {text.notFound[which]} {side.source === null ? text.noSource : null}{' '}
            {error.lookedAt === null ? null : text.lookedAt(formatCount(error.lookedAt))}
          </p>
        ))}
      </EmptyState>
      {choosing && left ? (
        <CompareDialog session={left} without={[left]} search="" onClose={() => setChoosing(false)} />
      ) : null}
    </div>
  )
}
