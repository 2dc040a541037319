import Printer from 'lucide-react/icons/printer'
import { isUnitSystem, UNIT_SYSTEMS } from '../../../domain/units.ts'
import type { UnitSystem } from '../../../domain/units.ts'
import { commentsText } from '../../../messages/comments.ts'
import { metricsText } from '../../../messages/metrics.ts'
import { reportText as text } from '../../../messages/report.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorPanel } from '../../../ui/ErrorPanel.tsx'
import { CheckboxField, SelectField } from '../../../ui/fields.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { languageName } from '../comments/commentLanguages.ts'
import type { Printing } from './ReportDesk.tsx'
import styles from './ReportDesk.module.css'
import { PAPERS, REPORT_PARTS, withPart } from './reportStore.ts'
import type { ReportChoice, ReportPart } from './reportStore.ts'
import { captionOf } from './StillsPart.tsx'
import type { Reported } from './useReported.ts'

type Props = {
  reports: readonly Reported[]
  choice: ReportChoice
  /** False: this device does not keep the choice. */
  kept: boolean
  onChoice: (change: (present: ReportChoice) => ReportChoice) => void
  system: UnitSystem
  onSystem: (system: UnitSystem) => void
  language: string
  languages: readonly string[]
  onLanguage: (language: string) => void
  withoutStills: ReadonlySet<string>
  onWithoutStills: (ids: ReadonlySet<string>) => void
  printing: Printing
}

/** What the report holds and how it is printed; nothing of it is on paper. */
export function ReportOptions(props: Props) {
  const { reports, choice, kept, onChoice, printing } = props
  return (
    <section aria-label={text.options} className={styles.options}>
      <div className={styles.print}>
        <Button
          variant="primary"
          icon={<Printer aria-hidden />}
          onClick={printing.waits ? printing.callOff : printing.print}
        >
          {printing.waits ? text.stopPrinting : text.print}
        </Button>
        <p role="status" className={styles.hint}>
          {printing.waits ? text.waiting : text.printHint}
        </p>
      </div>
      <Failures reports={reports} />
      <div className={styles.choices}>
        <RadioGroup
          legend={text.paper}
          inline
          value={choice.paper}
          onChange={(paper) => onChoice((present) => ({ ...present, paper }))}
          options={PAPERS.map((value) => ({ value, label: text.papers[value] }))}
        />
        <Wording {...props} />
        <fieldset className={styles.group}>
          <legend>{text.parts}</legend>
          {REPORT_PARTS.filter((part) => isOffered(part, reports)).map((part) => (
            <CheckboxField
              key={part}
              label={text.partNames[part]}
              checked={!choice.leftOut.includes(part)}
              onChange={({ currentTarget: { checked } }) =>
                onChoice((present) => withPart(present, part, checked))
              }
            />
          ))}
        </fieldset>
        {isOffered('stills', reports) && !choice.leftOut.includes('stills') ? (
          <StillChoice {...props} />
        ) : null}
        {kept ? null : <p className={styles.hint}>{text.notKept}</p>}
      </div>
    </section>
  )
}

/** Some sources alone measure metrics, or left and right apart; stills are taken where there is a film. */
function isOffered(part: ReportPart, reports: readonly Reported[]): boolean {
  if (part === 'metrics') return reports.some(({ source }) => source.facts.has('metrics'))
  if (part === 'sided')
    return reports.some(({ series }) => series.kind === 'read' && series.analysis.sided.length > 0)
  if (part === 'stills')
    return reports.some(
      ({ session: { analyzedVideoUrl, videoUrl }, stills }) =>
        (analyzedVideoUrl ?? videoUrl) !== null || stills.length > 0,
    )
  return true
}

function Wording({ reports, system, onSystem, language, languages, onLanguage }: Props) {
  return (
    <>
      {reports.some(({ session }) => session.metrics.length > 0) ? (
        <SelectField
          label={metricsText.units}
          value={system}
          options={UNIT_SYSTEMS.map((value) => ({ value, label: metricsText.systems[value] }))}
          onChange={({ currentTarget: { value } }) => {
            if (isUnitSystem(value)) onSystem(value)
          }}
        />
      ) : null}
      {languages.length > 1 ? (
        <SelectField
          label={commentsText.language}
          value={language}
          options={languages.map((code) => ({
            value: code,
            label: languageName(code) ?? commentsText.noLanguage,
          }))}
          onChange={({ currentTarget: { value } }) => onLanguage(value)}
        />
      ) : null}
    </>
  )
}

function StillChoice({ reports, withoutStills, onWithoutStills }: Props) {
  const stills = reports.flatMap(({ stills, scale }) =>
    stills.map((still) => ({ id: still.id, caption: captionOf(still, scale) })),
  )
  const choose = (id: string, isIn: boolean) => {
    const next = new Set(withoutStills)
    if (isIn) next.delete(id)
    else next.add(id)
    onWithoutStills(next)
  }
  return (
    <fieldset className={styles.group}>
      <legend>{text.whichStills}</legend>
      {stills.length === 0 ? <p className={styles.hint}>{text.noStills}</p> : null}
      {stills.map(({ id, caption }) => (
        <CheckboxField
          key={id}
          label={caption}
          checked={!withoutStills.has(id)}
          onChange={({ currentTarget: { checked } }) => choose(id, checked)}
        />
      ))}
    </fieldset>
  )
}

function Failures({ reports }: { reports: readonly Reported[] }) {
  const failed = reports
    .flatMap(({ series, earlier }) => [series, earlier])
    .filter(({ kind }) => kind === 'failed')
  return failed.map((part, index) =>
    part.kind === 'failed' ? (
      <ErrorPanel key={index} error={part.error} title={text.failed} onTryAgain={part.tryAgain}>
        <p>{text.failedHint}</p>
      </ErrorPanel>
    ) : null,
  )
}
