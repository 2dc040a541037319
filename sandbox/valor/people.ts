import { PAID_ORGANIZATION } from '../accounts.ts'
import { madeAthletes } from '../seed/people.ts'
import { madeUpId, randomFor } from '../seed/random.ts'

export type ValorAthlete = { ValorID: string; FirstName: string; LastName: string }

/** The people of one account: who is listed, and who has recordings (not quite the same people). */
export type ValorPeople = { listed: ValorAthlete[]; recorded: string[] }

/** So many athletes of the first API were recorded by this system too, under the same names. */
const SHARED = 15

const OWN_NAMES: readonly (readonly [first: string, last: string])[] = [
  ['Helene', 'Bakken'],
  ['Jonas', 'Wikström'],
  ['Fatima', 'Zahra El Amrani'],
  ['Oisín', 'Byrne'],
  ['Giulia', 'D’Angelo'],
  ['Наталья', 'Соколова'],
  ['Kenji', 'Watanabe'],
  ['Aino', 'Mäkelä'],
  ['Pelé', 'N’Diaye'],
  // People who go by one name exist.
  ['Bruno', ''],
  ['Klara', 'Novotná'],
]

/**
 * The athletes of an account, the same under ids of its own: fifteen share their names with athletes of the first API.
 * The last one listed has no recording, and one who has recordings is listed no more.
 */
export function valorPeople(account: string): ValorPeople {
  const ids = randomFor(`valor athletes of ${account}`)
  const shared = madeAthletes(PAID_ORGANIZATION.id)
    .slice(0, SHARED)
    .map(({ displayName }) => {
      const space = displayName.indexOf(' ')
      return [displayName.slice(0, space), displayName.slice(space + 1)] as const
    })
  const listed = [...shared, ...OWN_NAMES].map(([FirstName, LastName]) => {
    return { ValorID: madeUpId(ids, 20), FirstName, LastName }
  })
  const gone = madeUpId(ids, 20)
  return { listed, recorded: [...listed.slice(0, -1).map(({ ValorID }) => ValorID), gone] }
}
