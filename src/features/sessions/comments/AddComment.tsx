import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { Ref } from 'react'
import { commentsText as text } from '../../../messages/comments.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import styles from './CommentsForm.module.css'
import { keyOfTopic, RUNNING_TOPICS, topicOf } from './commentTopics.ts'

const OTHER = ''

/** Chooses what a further comment is about: what the API knows and has no comment yet, or words of one's own. */
export function AddComment({
  taken,
  saving,
  ref,
  onAdd,
}: {
  taken: readonly string[]
  saving: boolean
  ref: Ref<HTMLDivElement>
  onAdd: (key: string) => void
}) {
  const free = RUNNING_TOPICS.filter((key) => !taken.includes(key))
  const [chosen, setChosen] = useState<string | null>(null)
  const [own, setOwn] = useState('')
  const [tried, setTried] = useState(false)
  const topic = chosen !== null && free.some((key) => key === chosen) ? chosen : (free[0] ?? OTHER)
  const value = chosen === OTHER ? OTHER : topic
  const ownKey = keyOfTopic(own)
  const problem = ownKey === null ? text.ownTopicMissing : taken.includes(ownKey) ? text.topicTaken : null

  const add = () => {
    if (saving) return
    if (value !== OTHER) return onAdd(value)
    setTried(true)
    if (ownKey === null || problem !== null) return
    onAdd(ownKey)
    setOwn('')
    setTried(false)
    setChosen(null)
  }
  return (
    <div ref={ref} className={styles.add}>
      <SelectField
        label={text.topic}
        value={value}
        options={[
          ...free.map((key) => ({ value: key, label: topicOf(key) })),
          { value: OTHER, label: text.otherTopic },
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {value === OTHER ? (
        <TextField
          label={text.ownTopic}
          autoComplete="off"
          maxLength={60}
          readOnly={saving}
          value={own}
          error={tried ? problem : null}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter would save the form that it stands in.
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
      ) : null}
      <Button icon={<Plus aria-hidden />} busy={saving} onClick={add}>
        {text.add}
      </Button>
    </div>
  )
}
