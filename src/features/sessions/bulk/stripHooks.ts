import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { SessionSource } from '../../../domain/source.ts'
import type { BulkState } from '../../../queries/bulkQueue.ts'
import { useServices } from '../../../services.ts'
import { forgetOwnWork } from '../ownWork.ts'

/** What is kept on this device about sessions goes with them. */
export function useForgottenMarks(source: SessionSource, { job, phase }: BulkState) {
  const { auth } = useServices()
  useEffect(() => {
    if (phase !== 'finished' || job?.action !== 'delete') return
    const gone = job.items.filter(({ outcome }) => outcome === 'done' || outcome === 'gone')
    forgetOwnWork(
      auth,
      source,
      gone.map(({ id }) => id),
    )
  }, [auth, source, job, phase])
}

/** The browser asks before the page is left in the middle of it. */
export function useLeaveWarning(wanted: boolean) {
  useEffect(() => {
    if (!wanted) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [wanted])
}

/** Tells the page how high the strip is, for what else stands at the foot: `--dock`, on the document. */
export function useRoomBelow() {
  return useCallback((line: HTMLElement | null) => {
    if (!line) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--dock', `${line.offsetHeight + 1}px`))
    observer.observe(line)
    return () => {
      observer.disconnect()
      style.removeProperty('--dock')
    }
  }, [])
}

/** A button that goes while it has the focus leaves it to the strip. */
export function useKeptFocus() {
  const strip = useRef<HTMLElement>(null)
  const had = useRef(false)
  useEffect(() => {
    // A click on an empty place of the page moves the focus without a word of it.
    const note = ({ target }: Event) => (had.current = strip.current?.contains(target as Node) ?? false)
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', note)
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', note)
    }
  }, [])
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) strip.current?.focus({ preventScroll: true })
  })
  return strip
}
