import { AppError } from '../../domain/errors.ts'
import type { Session } from '../../domain/session.ts'
import type { Athlete } from '../../domain/source.ts'
import type { Http } from '../http.ts'
import { asObject, asText, field } from '../json.ts'
import { timeLimit } from '../waiting.ts'
import { assumptions } from './assumptions.ts'
import { readRows } from './envelope.ts'

export type Athletes = {
  all: (signal?: AbortSignal) => Promise<Athlete[]>
  /** The sessions with their athletes' names, as far as these can be had soon. Never rejects. */
  named: (sessions: Session[]) => Promise<Session[]>
}

/** The people of an account. Rows name their athletes by id alone, so names are read beside them and kept. */
export function createAthletes(http: Http, source: string): Athletes {
  let names: ReadonlyMap<string, string> = new Map()
  let mayAskAt = 0
  let asking: Promise<unknown> | null = null

  async function all(signal?: AbortSignal): Promise<Athlete[]> {
    const people = await http.read({ path: '/athletes', signal, parse: (json) => mapAthletes(json, source) })
    names = new Map(people.map(({ id, name }) => [id, name]))
    return people
  }

  async function ask(): Promise<void> {
    const limit = timeLimit(assumptions.namesPatienceMs, undefined)
    try {
      await all(limit.signal)
    } catch {
      // The rows say their athletes' ids, and the names are asked for again with later ones.
    } finally {
      limit.done()
      asking = null
    }
  }

  return {
    all,
    async named(sessions) {
      const isUnknown = ({ athlete: { id } }: Session) => id !== '' && !names.has(id)
      if (sessions.some(isUnknown) && Date.now() >= mayAskAt) {
        mayAskAt = Date.now() + assumptions.namesAgainMs
        asking = ask()
      }
      await asking
      return sessions.map((session) => ({
        ...session,
        athlete: { ...session.athlete, name: names.get(session.athlete.id) ?? '' },
      }))
    },
  }
}

/** Entries without an id are left out: nothing could refer to them. A list of nothing else is none. */
function mapAthletes(json: unknown, source: string): Athlete[] {
  const { rows } = readRows(json)
  const people = rows.flatMap((entry) => {
    const person = asObject(entry)
    const id = person && asText(field(person, 'ValorID'))
    if (!person || !id) return []
    const name = [field(person, 'FirstName'), field(person, 'LastName')]
      .map((part) => asText(part)?.trim())
      .filter(Boolean)
      .join(' ')
    return [{ source, id, name: name || id, email: null }]
  })
  if (rows.length > 0 && people.length === 0) throw new AppError('unavailable')
  return people
}
