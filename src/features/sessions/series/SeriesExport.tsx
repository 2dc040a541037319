import Download from 'lucide-react/icons/download'
import type { Analysis } from '../../../domain/analysis.ts'
import type { Session } from '../../../domain/session.ts'
import { saveFile } from '../../../lib/saveFile.ts'
import { seriesText as text } from '../../../messages/series.ts'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
import { sessionFileName } from '../videoFileName.ts'
import { writeSeriesCsv, writeSeriesJson } from './seriesFile.ts'

/** The frame-by-frame data of a session to a file, in two forms; nothing is asked of anybody for it. */
export function SeriesExport({ session, analysis }: { session: Session; analysis: Analysis }) {
  const save = (extension: 'csv' | 'json', content: Blob) =>
    saveFile(content, sessionFileName(session, extension, text.what))
  const json = () => new Blob([writeSeriesJson(session, analysis)], { type: 'application/json' })
  return (
    <ActionMenu
      label={text.export}
      icon={<Download />}
      entries={() => [
        {
          kind: 'action',
          label: text.csv,
          note: text.csvNote,
          onSelect: () => save('csv', writeSeriesCsv(analysis)),
        },
        { kind: 'action', label: text.json, note: text.jsonNote, onSelect: () => save('json', json()) },
      ]}
    />
  )
}
