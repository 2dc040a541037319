import { useLocation, useParams } from 'react-router'
import { reportText as text } from '../../../messages/report.ts'
import { paths } from '../../../paths.ts'
import type { SessionAddress } from '../../../paths.ts'
import { comparisonOf } from './comparisonOf.ts'
import { ReadSessions, WayBack } from './ReadSessions.tsx'
import type { ReadSession } from './ReadSessions.tsx'
import { ReportDesk } from './ReportDesk.tsx'
import { useReported } from './useReported.ts'

/** The report of two sessions beside each other. */
export function Component() {
  const { source = '', id = '', otherSource = '', otherId = '' } = useParams()
  const addresses = [
    { source, id },
    { source: otherSource, id: otherId },
  ]
  return (
    <ReadSessions addresses={addresses}>
      {([first, second]) =>
        first && second ? (
          <Report key={JSON.stringify(addresses)} first={first} second={second} addresses={addresses} />
        ) : null
      }
    </ReadSessions>
  )
}

function Report({
  first,
  second,
  addresses: [one, other],
}: {
  first: ReadSession
  second: ReadSession
  addresses: SessionAddress[]
}) {
  const { search } = useLocation()
  const reports = [
    useReported(first.source, first.session),
    useReported(second.source, second.session),
  ] as const
  return (
    <ReportDesk reports={reports} comparison={comparisonOf(search, ...reports)}>
      {one && other ? (
        <WayBack to={paths.compare(one, other, search)}>{text.backToComparison}</WayBack>
      ) : null}
    </ReportDesk>
  )
}
