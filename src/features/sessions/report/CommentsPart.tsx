import type { ReportComment } from '../../../domain/session.ts'
import { commentText, languageTag } from '../comments/commentLanguages.ts'
import { topicOf } from '../comments/commentTopics.ts'
import styles from './Sheet.module.css'

/** The report's comments in one language, or in whichever each of them has. */
export function CommentsPart({
  comments,
  language,
}: {
  comments: readonly ReportComment[]
  language: string
}) {
  return (
    <dl className={styles.comments}>
      {comments.map((comment, index) => {
        const { code, words } = commentText(comment, language)
        return (
          <div key={index}>
            <dt>
              <bdi>{topicOf(comment.key)}</bdi>
            </dt>
            <dd dir="auto" lang={languageTag(code)}>
              {words}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
