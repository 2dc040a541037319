import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import type { SessionSource } from '../../domain/source.ts'
import { surveyText as text } from '../../messages/athletes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SourceMark } from './SourceMark.tsx'
import styles from './SourceLine.module.css'
import type { SurveyedSource } from './useSurvey.ts'

const ConnectPanel = lazy(() =>
  import('../../auth/ConnectPanel.tsx').then(({ ConnectPanel }) => ({ default: ConnectPanel })),
)

/** How far one source was counted, or why it is missing and what can be done about it. */
export function SourceLine({ surveyed, named }: { surveyed: SurveyedSource; named: boolean }) {
  const { source, state, athletesError, surveyError, survey, tryAgain } = surveyed
  const error = athletesError ?? surveyError
  if (state === 'none' || (state === 'expired' && survey === null))
    return <NotConnected source={source} said={text.notConnected(source.label)} />
  if (state === 'expired') return <NotConnected source={source} said={text.expired(source.label)} />
  return (
    <div className={styles.source}>
      {error ? (
        <ErrorPanel
          error={error}
          title={(athletesError ? text.athletesFailed : text.sessionsFailed)(source.label)}
          onReadAgain={tryAgain}
        />
      ) : null}
      <Counted surveyed={surveyed} named={named} />
      {survey && survey.incompleteDays.length > 0 ? <p>{text.missingDays(source.label)}</p> : null}
      {survey && survey.leftOut > 0 ? <p>{text.leftOut(survey.leftOut)}</p> : null}
    </div>
  )
}

function Counted({ surveyed, named }: { surveyed: SurveyedSource; named: boolean }) {
  const { source, survey, counting, countOn } = surveyed
  if (!survey && !counting) return null
  return (
    <p className={styles.line}>
      {named ? <SourceMark source={source.id} /> : null}
      <span>{counting || !survey ? text.counting : extentOf(surveyed)}</span>
      {countOn ? (
        <Button onClick={countOn} aria-label={named ? text.countOnOf(source.label) : undefined}>
          {text.countOn}
        </Button>
      ) : null}
    </p>
  )
}

function extentOf({ survey }: SurveyedSource): ReactNode {
  if (!survey) return null
  const { sessions, next, total } = survey
  if (next === null) return text.whole(sessions.length)
  return total === null ? text.soFar(sessions.length) : text.newest(sessions.length, total)
}

/** Where its sign-in is missing, this is the place to sign in. */
export function NotConnected({ source, said }: { source: SessionSource; said: string }) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.source}>
      <p className={styles.line}>
        <SourceMark source={source.id} />
        <span>{said}</span>
        {open ? null : <Button onClick={() => setOpen(true)}>{text.connect(source.label)}</Button>}
      </p>
      {open ? (
        <Suspense fallback={null}>
          <ConnectPanel source={source} />
        </Suspense>
      ) : null}
    </div>
  )
}
