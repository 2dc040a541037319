import X from 'lucide-react/icons/x'
import { commentsText as text } from '../../../messages/comments.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { CommentDraft } from './commentDraft.ts'
import { isEmpty } from './commentDraft.ts'
import { languageName, languageTag } from './commentLanguages.ts'
import styles from './CommentsForm.module.css'
import { topicOf } from './commentTopics.ts'

/** One comment of the form: what it is about, and its words in each language. */
export function CommentFields({
  comment,
  focused,
  checked,
  saving,
  onChange,
  onByLanguage,
  onRemove,
}: {
  comment: CommentDraft
  /** It has just been added. */
  focused: boolean
  /** Somebody has tried to save. */
  checked: boolean
  /** Nothing can be changed: what is typed now would not be saved. */
  saving: boolean
  onChange: (comment: CommentDraft) => void
  onByLanguage: () => void
  onRemove: () => void
}) {
  const topic = topicOf(comment.key)
  const isPlain = comment.fields.every(({ language }) => language === '')
  const error = checked && isEmpty(comment) ? text.empty : null
  return (
    <li className={styles.comment} data-key={comment.key}>
      <div className={styles.topic}>
        <h3>{topic}</h3>
        {isPlain ? (
          <Button busy={saving} onClick={onByLanguage}>
            {text.intoLanguages}
          </Button>
        ) : null}
        <IconButton label={text.removeOne(topic)} icon={<X aria-hidden />} busy={saving} onClick={onRemove} />
      </div>
      <div className={styles.languages}>
        {comment.fields.map(({ language, words }, index) => {
          const label = languageName(language) ?? text.noLanguage
          return (
            <TextArea
              key={language}
              label={label}
              name={text.words(topic, label)}
              dir="auto"
              lang={languageTag(language)}
              readOnly={saving}
              autoFocus={focused && index === 0}
              value={words}
              error={index === 0 ? error : null}
              onChange={(event) =>
                onChange({
                  ...comment,
                  fields: comment.fields.with(index, { language, words: event.currentTarget.value }),
                })
              }
            />
          )
        })}
      </div>
    </li>
  )
}
