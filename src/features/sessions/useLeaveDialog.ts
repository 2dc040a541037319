import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

/**
 * Leaves a dialog's address: back to where the console opened it, or to `home` when the address was opened cold.
 * A second click, or work that ends once the dialog is left, does not go back once more.
 */
export function useLeaveDialog(home: string): () => void {
  const navigate = useNavigate()
  const { state } = useLocation() as { state: unknown }
  const isShown = useIsShown()
  const goingBack = useRef(false)
  useEffect(() => {
    const gone = () => {
      goingBack.current = false
    }
    addEventListener('popstate', gone)
    return () => removeEventListener('popstate', gone)
  }, [])
  return () => {
    // The browser goes back a moment after it is asked to.
    if (goingBack.current || !isShown()) return
    if (state === null) return void navigate(home, { replace: true })
    goingBack.current = true
    void navigate(-1)
  }
}

/** Tells, at any later moment, whether the address that was shown when this was rendered is still the present one. */
export function useIsShown(): () => boolean {
  const { key } = useLocation()
  return () => {
    const entry = history.state as { key?: string } | null
    return (entry?.key ?? 'default') === key
  }
}
