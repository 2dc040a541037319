import { useState } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { useServices } from '../../../services.ts'

/**
 * Asks before unsaved work is left, by closing its dialog or by leaving the page under it. `asking` until the person has
 * answered by `stay` or `leave`.
 */
export function useLeaveGuard(isUnsaved: boolean, onClose: () => void) {
  const { auth } = useServices()
  // Whoever signs out, in whichever tab, is not asked; nor is whoever signs in after them.
  const [account] = useState(() => auth.current()?.id)
  const [isClosing, setIsClosing] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isUnsaved && currentLocation.pathname !== nextLocation.pathname && auth.current()?.id === account,
  )
  useBeforeUnload((event) => {
    if (isUnsaved) event.preventDefault()
  })
  return {
    asking: isClosing || blocker.state === 'blocked',
    close: () => (isUnsaved ? setIsClosing(true) : onClose()),
    stay: () => {
      setIsClosing(false)
      blocker.reset?.()
    },
    leave: () => {
      if (blocker.state === 'blocked') blocker.proceed()
      else onClose()
    },
  }
}
