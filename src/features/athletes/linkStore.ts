import { useMemo } from 'react'
import { readLinks } from '../../domain/personLink.ts'
import type { PersonLink } from '../../domain/personLink.ts'
import { createOwnStore, useOwn } from '../../lib/ownStore.ts'
import { useServices } from '../../services.ts'

/** Whom each account has called one person; ids alone, since names belong to their sources. */
export const linkStore = createOwnStore<readonly PersonLink[]>({
  name: 'persons',
  version: 1,
  empty: [],
  read: (json) => readLinks(json)?.links ?? null,
})

export type Links = {
  readonly links: readonly PersonLink[]
  /** False: they last as long as the page. */
  readonly kept: boolean
  readonly change: (change: (links: readonly PersonLink[]) => readonly PersonLink[]) => boolean
}

/** The account's own links, as they are here and in other tabs; `change` says whether the device keeps them. */
export function useLinks(): Links {
  const account = useServices().auth.current()?.id ?? null
  const owner = useMemo(() => ({ account }), [account])
  const { value: links, kept } = useOwn(linkStore, owner)
  return useMemo(
    () => ({ links, kept, change: (change) => linkStore.change(owner, change) }),
    [links, kept, owner],
  )
}
