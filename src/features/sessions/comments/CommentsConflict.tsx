import { changedComments } from '../../../domain/reportComments.ts'
import type { ReportComment } from '../../../domain/session.ts'
import { commentsText as text } from '../../../messages/comments.ts'
import { Button } from '../../../ui/Button.tsx'
import { languageName, languageTag } from './commentLanguages.ts'
import styles from './CommentsForm.module.css'
import { topicOf } from './commentTopics.ts'
import { Problem } from './Problem.tsx'

/** Shows somebody else's changes beside one's own words before anything is written over them. */
export function CommentsConflict({
  before,
  latest,
  mine,
  onLoadLatest,
  onKeepMine,
}: {
  before: readonly ReportComment[]
  latest: readonly ReportComment[]
  mine: readonly ReportComment[]
  onLoadLatest: () => void
  onKeepMine: () => void
}) {
  return (
    <Problem>
      <p className={styles.strong}>{text.conflictTitle}</p>
      <p>{text.conflict}</p>
      {changedComments(before, latest).map((key) => (
        <div key={key} className={styles.versions}>
          <p className={styles.strong}>{topicOf(key)}</p>
          <Version label={text.theirs} comment={find(latest, key)} />
          <Version label={text.mine} comment={find(mine, key)} />
        </div>
      ))}
      <div className={styles.choices}>
        <Button onClick={onLoadLatest}>{text.loadLatest}</Button>
        <Button onClick={onKeepMine}>{text.keepMine}</Button>
      </div>
      <p className={styles.hint}>{text.keepMineHint}</p>
    </Problem>
  )
}

/** What somebody had written before they took the latest instead, to be read and copied. */
export function MineBefore({
  mine,
  latest,
}: {
  mine: readonly ReportComment[]
  latest: readonly ReportComment[]
}) {
  const changed = changedComments(latest, mine).filter((key) => find(mine, key))
  if (changed.length === 0) return null
  return (
    <section aria-label={text.mineBefore} className={styles.mineBefore}>
      <h3>{text.mineBefore}</h3>
      {changed.map((key) => (
        <Version key={key} label={topicOf(key)} comment={find(mine, key)} />
      ))}
    </section>
  )
}

const find = (comments: readonly ReportComment[], key: string) =>
  comments.find((comment) => comment.key === key)

function Version({ label, comment }: { label: string; comment: ReportComment | undefined }) {
  return (
    <div className={styles.version}>
      <p className={styles.hint}>{label}</p>
      {Object.entries(comment?.text ?? {}).map(([language, words]) => (
        <p key={language} className={styles.words}>
          {language === '' ? null : <span className={styles.hint}>{languageName(language)} </span>}
          <span dir="auto" lang={languageTag(language)}>
            {words}
          </span>
        </p>
      ))}
      {comment ? null : <p className={styles.words}>{text.noWords}</p>}
    </div>
  )
}
