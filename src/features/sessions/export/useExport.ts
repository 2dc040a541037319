import { useEffect, useRef, useState } from 'react'
import { toAppError } from '../../../domain/errors.ts'
import type { AppError } from '../../../domain/errors.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import type { WalkProgress } from '../../../queries/allSessions.ts'
import type { Exported, RunExport } from './prepareExport.ts'

export type ExportState =
  | { kind: 'choosing' }
  | { kind: 'running'; progress: WalkProgress | null }
  | { kind: 'stopped' }
  | { kind: 'empty' }
  | { kind: 'failed'; error: AppError; goOn: () => void }

/** Runs one export at a time and hands its file to the browser. Leaving the page stops it. */
export function useExport(onDone: (exported: Exported) => void) {
  const [state, setState] = useState<ExportState>({ kind: 'choosing' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (run: RunExport) => {
    if (running.current) return
    const abort = new AbortController()
    running.current = abort
    setState({ kind: 'running', progress: null })
    try {
      const exported = await run(abort.signal, (progress) => setState({ kind: 'running', progress }))
      if (exported.found === 0) return setState({ kind: 'empty' })
      saveFile(exported.file, exported.name)
      onDone(exported)
    } catch (cause) {
      if (abort.signal.aborted) setState({ kind: 'stopped' })
      else setState({ kind: 'failed', error: toAppError(cause), goOn: () => void start(run) })
    } finally {
      running.current = null
    }
  }
  return { state, start: (run: RunExport) => void start(run), stop: () => running.current?.abort() }
}
