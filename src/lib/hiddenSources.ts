import type { SourceId } from '../domain/session.ts'

const keyOf = (source: SourceId) => `motion-console:hidden:${source}`

/** Whether a source is switched off on this device, for whoever uses it. */
export function isHidden(source: SourceId): boolean {
  try {
    return localStorage.getItem(keyOf(source)) !== null
  } catch {
    return false
  }
}

/** Calls back when another tab has switched the source off or on. */
export function onSwitched(source: SourceId, listener: () => void): void {
  const before = isHidden(source)
  addEventListener('storage', () => {
    if (isHidden(source) !== before) listener()
  })
}

/** Takes effect when the console is loaded again. False where the device does not keep it. */
export function setHidden(source: SourceId, hidden: boolean): boolean {
  try {
    if (hidden) localStorage.setItem(keyOf(source), '1')
    else localStorage.removeItem(keyOf(source))
    return true
  } catch {
    return false
  }
}
