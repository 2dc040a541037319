import { receiptRows } from '../../../domain/bulkWork.ts'
import type { BulkJob } from '../../../domain/bulkWork.ts'
import { writeCsv } from '../../../lib/csv.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { receiptWords } from '../../../messages/bulk.ts'

/** Hands the receipt over as a file; returns its name. */
export function saveReceipt(job: BulkJob): string {
  const [header = [], ...rows] = receiptRows(job, receiptWords)
  const name = `receipt ${job.startedAt.slice(0, 16).replace('T', ' ').replace(':', '.')} ${job.action}.csv`
  saveFile(writeCsv(header, rows), name)
  return name
}
