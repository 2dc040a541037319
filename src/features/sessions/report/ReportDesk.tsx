import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useOwn } from '../../../lib/ownStore.ts'
import { commonText } from '../../../messages/common.ts'
import { reportText as text } from '../../../messages/report.ts'
import { useServices } from '../../../services.ts'
import { commentLanguages } from '../comments/commentLanguages.ts'
import { chosenFor, laneStore } from '../film/laneStore.ts'
import { useUnits } from '../../../lib/unitStore.ts'
import type { ReportComparison } from './comparisonOf.ts'
import styles from './ReportDesk.module.css'
import { ReportOptions } from './ReportOptions.tsx'
import { reportStore } from './reportStore.ts'
import { Sheet } from './Sheet.tsx'
import { useFit } from './useFit.ts'
import { isReading } from './useReported.ts'
import type { Reported } from './useReported.ts'

/** A report on the screen: what it is to hold, and how it looks on paper. `children`: the way back. */
export function ReportDesk({
  reports,
  comparison,
  children,
}: {
  reports: readonly Reported[]
  comparison: ReportComparison | null
  children: ReactNode
}) {
  const { auth, sources } = useServices()
  const owner = { account: auth.current()?.id ?? null }
  const { value: choice, kept } = useOwn(reportStore, owner)
  const { value: lanes } = useOwn(laneStore, owner)
  const [system, setSystem] = useUnits()
  const languages = commentLanguages(reports.flatMap(({ session }) => session.comments))
  const [chosenLanguage, setLanguage] = useState<string | null>(null)
  const language =
    chosenLanguage !== null && languages.includes(chosenLanguage) ? chosenLanguage : (languages[0] ?? '')

  const [withoutStills, setWithoutStills] = useState<ReadonlySet<string>>(new Set())
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set())
  const onDrawn = useCallback(
    (id: string, isThere: boolean) =>
      setDrawn((before) => new Set([...before].filter((each) => each !== id).concat(isThere ? id : []))),
    [],
  )
  const isIn = (part: (typeof choice.leftOut)[number]) => !choice.leftOut.includes(part)
  const waitsForStills =
    isIn('stills') &&
    reports.some(({ stills }) => stills.some(({ id }) => !withoutStills.has(id) && !drawn.has(id)))
  const printing = usePrinting(!reports.some(isReading) && !waitsForStills)

  const desk = useRef<HTMLDivElement>(null)
  useFit(desk)
  const titles = reports.map(({ session }) => session.title || commonText.untitled)
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(text.windowTitle(titles))}</title>
      <header className={styles.head}>
        {children}
        <h1>{text.title}</h1>
      </header>
      <ReportOptions
        reports={reports}
        choice={choice}
        kept={kept}
        onChoice={(change) => void reportStore.change(owner, change)}
        system={system}
        onSystem={setSystem}
        language={language}
        languages={languages}
        onLanguage={setLanguage}
        withoutStills={withoutStills}
        onWithoutStills={setWithoutStills}
        printing={printing}
      />
      <section className={styles.preview} aria-label={text.preview}>
        <p className={styles.hint}>{text.previewHint}</p>
        <div ref={desk} className={styles.desk}>
          <Sheet
            reports={reports}
            comparison={comparison}
            paper={choice.paper}
            system={system}
            language={language}
            chosenLanes={chosenFor(lanes, reports[0]?.session.activity ?? '')}
            isIn={isIn}
            isStillIn={(id) => !withoutStills.has(id)}
            onDrawn={onDrawn}
            namesSource={sources.length > 1}
          />
        </div>
      </section>
    </div>
  )
}

/** `waits`: asked to print, which is done as soon as all of the report is there, unless it is called off. */
export type Printing = { readonly waits: boolean; readonly print: () => void; readonly callOff: () => void }

function usePrinting(isReady: boolean): Printing {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!asked || !isReady) return
    // Once what has just come is on the page: the dialog stops it as it is.
    const timer = setTimeout(() => {
      window.print()
      setAsked(false)
    })
    return () => clearTimeout(timer)
  }, [asked, isReady])
  return { waits: asked && !isReady, print: () => setAsked(true), callOff: () => setAsked(false) }
}
