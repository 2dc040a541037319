import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { compareDialogText as text } from '../../../messages/compareDialog.ts'
import { sessionsQuery } from '../../../queries/sessions.ts'
import { Button } from '../../../ui/Button.tsx'
import { CandidateRow } from './CandidateRow.tsx'
import type { Candidates } from './candidates.ts'
import styles from './CompareDialog.module.css'
import { ReadFailure } from './ReadFailure.tsx'

/** The sessions that are offered, newest first, each a link to the comparison with it. */
export function CandidateList({
  source,
  session,
  candidates: { query, why },
  without,
  search,
  onPicked,
}: {
  source: SessionSource
  session: Session
  candidates: Candidates
  without: readonly Pick<Session, 'source' | 'id'>[]
  search: string
  onPicked: () => void
}) {
  const list = useInfiniteQuery(sessionsQuery(source, query))
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = list
  const found = (data?.pages ?? []).flatMap(({ items }) => items)
  const rows = found.filter(
    ({ source, id }) => !without.some((one) => one.source === source && one.id === id),
  )
  const { box, focusNext } = useRowFocus(rows.length)
  const heading = why === 'all' ? text.all(source.label) : text[why]
  const isFirst = data === undefined && error === null
  const none =
    why === 'same' || why === 'sameAthlete' ? text.noneSame : why === 'found' ? text.noneFound : text.none
  return (
    <section ref={box} aria-label={heading} className={styles.results}>
      <h3 className={styles.heading}>{heading}</h3>
      {rows.length > 0 ? (
        <ul aria-label={text.list} className={styles.list}>
          {rows.map((row) => (
            <CandidateRow key={row.id} first={session} second={row} search={search} onPicked={onPicked} />
          ))}
        </ul>
      ) : null}
      <p role="status" className={styles.note}>
        {isFirst ? text.reading : rows.length > 0 || error ? null : hasNextPage ? text.noneYet : none}
      </p>
      {error && !isFetching ? (
        <ReadFailure
          error={toAppError(error)}
          title={text.failed}
          source={source}
          onTryAgain={() => void (data === undefined ? refetch() : fetchNextPage())}
        />
      ) : null}
      {hasNextPage && !error ? (
        <div>
          <Button
            busy={isFetching}
            onClick={() => {
              focusNext()
              void fetchNextPage()
            }}
          >
            {text.more}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** Whoever asks for more goes on reading with the first row that comes. */
function useRowFocus(count: number) {
  const box = useRef<HTMLElement>(null)
  const waiting = useRef<number | null>(null)
  useEffect(() => {
    if (waiting.current === null || count <= waiting.current) return
    box.current?.querySelectorAll('a')[waiting.current]?.focus()
    waiting.current = null
  }, [count])
  return {
    box,
    focusNext: () => {
      waiting.current = count
    },
  }
}
