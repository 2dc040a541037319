import { readLinks } from '../../domain/personLink.ts'
import type { AthleteKey, PersonLink } from '../../domain/personLink.ts'

const FORMAT = 'motion-console-persons'
const VERSION = 1

/** Bytes of a file; ten thousand persons take a fifth of it. */
const MOST_BYTES = 5_000_000

export type LinkFile = { readonly links: readonly PersonLink[]; readonly unreadable: number }
export type LinkFileProblem = 'too-large' | 'unreadable' | 'damaged' | 'not-persons' | 'newer'

/** Who is one person, as JSON. Names are for whoever reads the file: what counts are source and id. */
export function writeLinkFile(
  links: readonly PersonLink[],
  nameOf: (athlete: AthleteKey) => string | null,
): string {
  const persons = links.map((link) =>
    link.map(({ source, id }) => ({ source, id, name: nameOf({ source, id }) })),
  )
  return `${JSON.stringify({ format: FORMAT, version: VERSION, persons }, null, 2)}\n`
}

/** Reads what `writeLinkFile` has written; what is not readable of it is counted. */
export async function readLinkFile(file: Blob): Promise<LinkFile | LinkFileProblem> {
  if (file.size > MOST_BYTES) return 'too-large'
  let json: unknown
  try {
    json = JSON.parse((await file.text()).replace(/^\uFEFF/, ''))
  } catch (cause) {
    return cause instanceof SyntaxError ? 'damaged' : 'unreadable'
  }
  if (typeof json !== 'object' || json === null) return 'not-persons'
  const { format, version, persons } = json as Record<string, unknown>
  if (format !== FORMAT || typeof version !== 'number') return 'not-persons'
  if (version > VERSION) return 'newer'
  return readLinks(persons) ?? 'not-persons'
}
