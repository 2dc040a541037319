import { athleteText as text, surveyText } from '../../messages/athletes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { NotConnected } from './SourceLine.tsx'
import styles from './SourceLine.module.css'
import { SourceMark } from './SourceMark.tsx'
import { partName } from './useAthlete.ts'
import type { PersonPart } from './useAthlete.ts'

/** How many of the athlete's sessions one source gave, or why it gave none. */
export function PartLine({ part, named }: { part: PersonPart; named: boolean }) {
  const { source, state, error, personError, read, reading, tryAgain, readOn } = part
  if (state === 'none' || (state === 'expired' && read === null))
    return <NotConnected source={source} said={surveyText.notConnected(source.label)} />
  if (state === 'expired') return <NotConnected source={source} said={surveyText.expired(source.label)} />
  const failed = error ?? personError
  return (
    <div className={styles.source}>
      {failed ? (
        <ErrorPanel
          error={failed}
          title={(error ? text.sessionsFailed : surveyText.athletesFailed)(source.label)}
          onReadAgain={tryAgain}
        />
      ) : null}
      {(read || reading) && (named || reading || read?.next !== null) ? (
        <p className={styles.line}>
          {named ? <SourceMark source={source.id} /> : null}
          {named ? <bdi>{partName(part)}</bdi> : null}
          <span role="status">{reading || !read ? text.reading : extentOf(part)}</span>
          {readOn ? (
            <Button onClick={readOn} aria-label={named ? text.readOnOf(source.label) : undefined}>
              {text.readOn}
            </Button>
          ) : null}
        </p>
      ) : null}
      {read && read.incompleteDays.length > 0 ? <p>{surveyText.missingDays(source.label)}</p> : null}
      {read && read.leftOut > 0 ? <p>{surveyText.leftOut(read.leftOut)}</p> : null}
    </div>
  )
}

function extentOf({ read }: PersonPart): string {
  if (!read) return ''
  const count = read.sessions.length
  return read.next === null ? text.sessionsRead(count) : text.sessionsSoFar(count, read.total)
}
