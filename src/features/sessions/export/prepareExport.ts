import type { QueryClient } from '@tanstack/react-query'
import { nowHere } from '../../../domain/calendarDays.ts'
import { AppError } from '../../../domain/errors.ts'
import type { Session } from '../../../domain/session.ts'
import type { SessionSource } from '../../../domain/source.ts'
import { walkAllSessions } from '../../../queries/allSessions.ts'
import type { Collector, WalkEnd, WalkProgress } from '../../../queries/allSessions.ts'
import { uploadersQuery } from '../../../queries/people.ts'
import { describeFilters, nameOf } from '../filterWords.ts'
import type { FilterNames } from '../filterWords.ts'
import { describeExport, exportFileName, filtersLine } from './exportFile.ts'
import type { ExportChoice } from './exportFile.ts'
import type { ExportOffer } from './exportOffer.ts'
import type { ExportColumns, ExportContext } from './exportValues.ts'
import { createRecords } from './records.ts'
import { createSheet } from './sheet.ts'

export type Exported = { file: Blob; name: string } & Omit<WalkEnd<unknown>, 'collected'>

/** Does the work. Rejects with an `AppError`; called again, it goes on where it stopped. */
export type RunExport = (
  signal: AbortSignal,
  onProgress: (progress: WalkProgress) => void,
) => Promise<Exported>

type Settings = {
  offer: ExportOffer
  choice: ExportChoice
  source: SessionSource
  queryClient: QueryClient
  /** The signed-in account's address. */
  account: string | null
  names: FilterNames
  /** Sessions that the list leaves out because they were seen. */
  hide: (session: Session) => boolean
}

type ExportFile = Collector & { toFile: (end: WalkEnd<unknown>) => Blob }

/** An export as it was chosen: nothing that happens on the page later changes it. */
export function prepareExport(settings: Settings): RunExport {
  const { offer, source, choice } = settings
  const { rows } = choice
  const columns = choice.columns === 'all' ? 'all' : offer.layout.columns
  const read = async (): Promise<ReturnType<typeof walkAllSessions<ExportFile>>> => {
    const uploaders = await uploaderNames(settings, columns)
    const open = () => openFile(settings, columns, { uploaders, now: nowHere(), facts: source.facts })
    return rows === 'all'
      ? walkAllSessions(source, offer.query, open, settings.hide)
      : () => Promise.resolve(take(offer[rows], open()))
  }

  let reading: ReturnType<typeof read> | null = null
  return async (signal, onProgress) => {
    reading ??= read()
    const readToEnd = await orAborted(reading, signal)
    const { collected, ...end } = await readToEnd(signal, onProgress)
    if (signal.aborted) throw new AppError('aborted')
    return {
      ...end,
      file: collected.toFile({ ...end, collected }),
      name: exportFileName(choice, offer.query),
    }
  }
}

/** Names are read for others as well, so that the read itself goes on. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new AppError('aborted'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject)
  })
}

function take(sessions: ExportOffer['loaded'], collected: ExportFile): WalkEnd<ExportFile> {
  const count = sessions.length
  collected.add(sessions)
  return { collected, found: count, lookedAt: count, total: count, leftOut: 0, incompleteDays: [] }
}

function openFile(settings: Settings, columns: ExportColumns, context: ExportContext): ExportFile {
  const { offer, choice, source, account, names } = settings
  const { athlete, uploader } = offer.query
  const words = describeFilters(offer.query, {
    athlete: names.athlete ?? athlete ?? null,
    uploader: (uploader && context.uploaders.get(uploader)) ?? names.uploader ?? uploader ?? null,
  })
  if (choice.format === 'csv') {
    const sheet = createSheet(columns, context)
    const toFile = ({ incompleteDays }: WalkEnd<unknown>) =>
      sheet.toFile(filtersLine(words, offer, choice, incompleteDays))
    return { add: sheet.add, toFile }
  }
  const records = createRecords(columns, context)
  const about = { at: new Date().toISOString(), account, source: source.id }
  return {
    add: records.add,
    toFile: (end) => records.toFile({ ...about, ...describeExport(words, offer, choice, end) }),
  }
}

/** Names are asked for where the file says them; it has the ids alone where they cannot be read. */
async function uploaderNames(
  { offer, source, queryClient }: Settings,
  columns: ExportColumns,
): Promise<ReadonlyMap<string, string>> {
  if (columns !== 'all' && !columns.includes('uploader') && !offer.query.uploader) return new Map()
  const uploaders = await queryClient.query(uploadersQuery(source)).catch(() => [])
  return new Map(uploaders.map((uploader) => [uploader.id, nameOf(uploader)]))
}
