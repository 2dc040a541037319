import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { toAppError } from '../../../domain/errors.ts'
import { formatRecordedAt } from '../../../domain/recordedAt.ts'
import type { Session } from '../../../domain/session.ts'
import type { Assessments } from '../../../domain/source.ts'
import { commonText } from '../../../messages/common.ts'
import { assessmentText as text } from '../../../messages/series.ts'
import { paths } from '../../../paths.ts'
import { assessmentQuery } from '../../../queries/assessments.ts'
import { useSource } from '../../../services.ts'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import styles from './AssessmentPanel.module.css'

/** The recordings that were made together with this one. Nothing where recordings stand alone. */
export function AssessmentPanel({ session }: { session: Session }) {
  const { assessments } = useSource()
  if (!assessments || session.assessment === null) return null
  return <Siblings session={session} assessments={assessments} />
}

function Siblings({ session, assessments }: { session: Session; assessments: Assessments }) {
  const query = useQuery(assessmentQuery(assessments, session))
  const { data } = query
  return (
    <section aria-label={text.title} className={styles.panel}>
      <h2>{text.title}</h2>
      {data ? (
        <>
          {data.sessions.length > 1 ? (
            <ol className={styles.list}>
              {data.sessions.map((sibling) => (
                <Sibling key={sibling.id} sibling={sibling} isHere={sibling.id === session.id} />
              ))}
            </ol>
          ) : (
            <p className={styles.faint}>{text.alone}</p>
          )}
          {data.complete ? null : <p className={styles.faint}>{text.partly(data.lookedAt)}</p>}
        </>
      ) : query.error && !query.isFetching ? (
        <ErrorPanel
          error={toAppError(query.error)}
          title={text.failed}
          onReadAgain={() => void query.refetch()}
        />
      ) : (
        <p role="status" className={styles.faint}>
          {text.reading}
        </p>
      )}
    </section>
  )
}

function Sibling({ sibling, isHere }: { sibling: Session; isHere: boolean }) {
  const { source, id, title, recordedAt } = sibling
  const name = <bdi>{title || commonText.untitled}</bdi>
  return (
    <li className={styles.row}>
      {isHere ? (
        <span aria-current="page" className={styles.here}>
          {name} <span className={styles.faint}>{text.here}</span>
        </span>
      ) : (
        <Link to={paths.session(source, id)}>{name}</Link>
      )}
      <span className={styles.faint}>
        {recordedAt ? formatRecordedAt(recordedAt) : commonText.unknownTime}
      </span>
    </li>
  )
}
