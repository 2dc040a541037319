import Files from 'lucide-react/icons/files'
import { useRef } from 'react'
import type { ChangeEvent } from 'react'
import { isSameAthlete, mergeLinks } from '../../domain/personLink.ts'
import type { AthleteKey } from '../../domain/personLink.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { personFileText as text, personText } from '../../messages/athletes.ts'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import type { AthleteRow } from './athleteRows.ts'
import { readLinkFile, writeLinkFile } from './linkFile.ts'
import { useLinks } from './linkStore.ts'

/** Who is one person, to a file and from one. */
export function LinkFiles({ rows }: { rows: readonly AthleteRow[] }) {
  const field = useRef<HTMLInputElement>(null)
  const { links, change } = useLinks()
  const { say, warn } = useNotices()

  const save = () => {
    const members = rows.flatMap((row) => row.members)
    const nameOf = (athlete: AthleteKey) =>
      members.find((member) => isSameAthlete(member, athlete))?.name || null
    saveFile(new Blob([writeLinkFile(links, nameOf)], { type: 'application/json' }), text.fileName)
  }
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    // The same file may be chosen again, once it has been corrected.
    target.value = ''
    if (!file) return
    const read = await readLinkFile(file)
    if (typeof read === 'string') return warn(text.problems[read])
    const { added, known, refused } = mergeLinks(links, read.links)
    const kept = change((present) => mergeLinks(present, read.links).links)
    say(text.imported(added, known))
    const left = text.left(refused, read.unreadable)
    if (left) warn(left)
    if (!kept) warn(personText.notKept)
  }
  return (
    <>
      <ActionMenu
        label={text.menu}
        icon={<Files />}
        entries={() => [
          {
            kind: 'action',
            label: text.export,
            note: text.exportNote,
            disabledReason: links.length === 0 ? text.nothing : null,
            onSelect: save,
          },
          {
            kind: 'action',
            label: text.import,
            note: text.importNote,
            onSelect: () => field.current?.click(),
          },
        ]}
      />
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={text.import}
        onChange={(event) => void take(event)}
      />
    </>
  )
}
