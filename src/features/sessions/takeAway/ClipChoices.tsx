import { playerText } from '../../../messages/player.ts'
import { clipText as text } from '../../../messages/takeAway.ts'
import type { FilmKind } from '../../../player/filmKinds.ts'
import { CheckboxField } from '../../../ui/fields.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import styles from './ClipDialog.module.css'
import { memoryWords } from './clipOffer.ts'
import type { ClipForm, ClipOffer } from './clipOffer.ts'

const FILMS: readonly FilmKind[] = ['analyzed', 'original']
const FORMS: readonly ClipForm[] = ['quick', 'exact']

export function FilmChoice({ value, onChange }: { value: FilmKind; onChange: (kind: FilmKind) => void }) {
  return (
    <RadioGroup
      legend={text.film}
      inline
      options={FILMS.map((value) => ({ value, label: playerText.films[value] }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** How the clip is made, what that makes of it, and why it may not be possible. */
export function FormChoice({
  offers,
  value,
  onChange,
  opus,
  onOpus,
}: {
  offers: Record<ClipForm, ClipOffer>
  value: ClipForm
  onChange: (form: ClipForm) => void
  /** Whether sound is written as Opus; null: that is not the question. */
  opus: boolean | null
  onOpus: (isWanted: boolean) => void
}) {
  const { refusal, bytes } = offers[value]
  return (
    <>
      <RadioGroup
        legend={text.form}
        options={FORMS.map((form) => ({ value: form, label: text[form], hint: offers[form].hint }))}
        value={value}
        onChange={onChange}
      />
      {opus === null ? null : (
        <CheckboxField
          label={text.opus}
          hint={text.opusHint}
          checked={opus}
          onChange={(event) => onOpus(event.currentTarget.checked)}
        />
      )}
      <p className={refusal ? styles.refusal : styles.quiet}>{refusal ?? memoryWords(bytes)}</p>
    </>
  )
}
