import { useState } from 'react'
import type { ReportComment } from '../../../domain/session.ts'
import { commentsText as text } from '../../../messages/sessionPage.ts'
import { SelectField } from '../../../ui/fields.tsx'
import { commentLanguages, commentText, languageName, languageTag } from './commentLanguages.ts'
import { readableName } from '../displayValue.ts'
import styles from './CommentsPanel.module.css'

/** The report's comments as plain text, each under what it is about, in one language where there are several. */
export function CommentsPanel({ comments }: { comments: ReportComment[] }) {
  const languages = commentLanguages(comments)
  const [chosen, setChosen] = useState<string | null>(null)
  const language = chosen !== null && languages.includes(chosen) ? chosen : (languages[0] ?? '')
  return (
    <section aria-label={text.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        {languages.length > 1 ? (
          <SelectField
            label={text.language}
            hideLabel
            value={language}
            options={languages.map((code) => ({ value: code, label: languageName(code) ?? text.noLanguage }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : null}
      </div>
      {comments.length === 0 ? (
        <p className={styles.none}>{text.none}</p>
      ) : (
        <dl className={styles.list}>
          {comments.map((comment, index) => {
            const { code, words } = commentText(comment, language)
            return (
              <div key={index} className={styles.comment}>
                <dt>{topicOf(comment.key)}</dt>
                <dd dir="auto" lang={languageTag(code)}>
                  {words}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}

const topicOf = (key: string) =>
  (Object.hasOwn(text.topics, key) ? text.topics[key] : null) ??
  (readableName(key.replace(/^text_/, '')) || text.general)
