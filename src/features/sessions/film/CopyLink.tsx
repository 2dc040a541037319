import Link from 'lucide-react/icons/link'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { copyLinkText as text } from '../../../messages/events.ts'
import { Button } from '../../../ui/Button.tsx'
import { useNotices } from '../../../ui/Notices.tsx'
import type { Shortcut } from '../../../ui/shortcuts.ts'

const LinkDialog = lazy(() => import('./LinkDialog.tsx').then(({ LinkDialog }) => ({ default: LinkDialog })))

export type LinkCopy = {
  copy: () => void
  shortcut: Shortcut
  /** The address, where the browser did not let it be copied; null otherwise. */
  refused: string | null
  close: () => void
}

/** Copies the address of what is on the screen; `addressOf` tells its path and search part when it is asked for. */
export function useLinkCopy(addressOf: () => string): LinkCopy {
  const { say } = useNotices()
  const [refused, setRefused] = useState<string | null>(null)
  const copy = useCallback(() => {
    const address = location.origin + addressOf()
    writeClipboard(address).then(
      () => say(text.copied),
      () => setRefused(address),
    )
  }, [addressOf, say])
  const shortcut = useMemo((): Shortcut => ({ keys: ['c'], label: text.copy, run: () => copy() }), [copy])
  return { copy, shortcut, refused, close: () => setRefused(null) }
}

/** The button, and the address to be copied by hand where the browser refuses. */
export function CopyLink({ copy, refused, close }: LinkCopy) {
  return (
    <>
      <Button icon={<Link />} aria-label={text.copy} onClick={copy}>
        {text.copyShort}
      </Button>
      {refused === null ? null : (
        <Suspense fallback={null}>
          <LinkDialog address={refused} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** Rejects where there is no clipboard, as on a page without https, or where it is refused. */
async function writeClipboard(words: string): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>
  if (!clipboard) throw new Error('This browser offers no clipboard here.')
  await clipboard.writeText(words)
}
