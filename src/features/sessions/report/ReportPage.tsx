import { useLocation, useParams } from 'react-router'
import { reportText as text } from '../../../messages/report.ts'
import { paths } from '../../../paths.ts'
import { ReadSessions, WayBack } from './ReadSessions.tsx'
import type { ReadSession } from './ReadSessions.tsx'
import { ReportDesk } from './ReportDesk.tsx'
import { useReported } from './useReported.ts'

/** The report of one session. */
export function Component() {
  const { source = '', id = '' } = useParams()
  return (
    <ReadSessions addresses={[{ source, id }]}>
      {([one]) => (one ? <Report key={`${source} ${id}`} {...one} /> : null)}
    </ReadSessions>
  )
}

function Report({ source, session }: ReadSession) {
  const { search } = useLocation()
  return (
    <ReportDesk reports={[useReported(source, session)]} comparison={null}>
      <WayBack to={paths.session(source.id, session.id, search)}>{text.back}</WayBack>
    </ReportDesk>
  )
}
