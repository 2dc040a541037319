import PencilLine from 'lucide-react/icons/pencil-line'
import { lazy, Suspense, useState } from 'react'
import { canComment } from '../../../domain/reportComments.ts'
import type { Session } from '../../../domain/session.ts'
import { commentRefusalText, commentsText as text } from '../../../messages/comments.ts'
import { useCaller } from '../../../queries/useCaller.ts'
import { useSource } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { commentLanguages, commentText, languageName, languageTag } from './commentLanguages.ts'
import styles from './CommentsPanel.module.css'
import { topicOf } from './commentTopics.ts'

const loadDialog = () => import('./CommentsDialog.tsx')
const CommentsDialog = lazy(() => loadDialog().then((module) => ({ default: module.CommentsDialog })))
const preloadDialog = () => void loadDialog().catch(() => undefined)

/** The report's comments as plain text, each under what it is about, in one language where there are several. */
export function CommentsPanel({ session }: { session: Session }) {
  const { comments } = session
  const languages = commentLanguages(comments)
  const [chosen, setChosen] = useState<string | null>(null)
  const language = chosen !== null && languages.includes(chosen) ? chosen : (languages[0] ?? '')
  return (
    <section aria-label={text.title} className={styles.panel}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        <div className={styles.tools}>
          {languages.length > 1 ? (
            <SelectField
              label={text.language}
              hideLabel
              value={language}
              options={languages.map((code) => ({
                value: code,
                label: languageName(code) ?? text.noLanguage,
              }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          ) : null}
          <WriteButton session={session} />
        </div>
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

/** Absent where the source takes no comments; disabled with the reason where this account, or this session, may not. */
function WriteButton({ session }: { session: Session }) {
  const source = useSource()
  const caller = useCaller(source)
  const [open, setOpen] = useState(false)
  if (!source.comments) return null
  const verdict = caller ? canComment(caller, source, session) : true
  return (
    <>
      <Button
        icon={<PencilLine aria-hidden />}
        aria-haspopup="dialog"
        disabledReason={verdict === true ? null : commentRefusalText[verdict]}
        onPointerEnter={preloadDialog}
        onClick={() => setOpen(true)}
      >
        {text.write}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <CommentsDialog session={session} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
