import { useRef } from 'react'

/**
 * The same action, but deaf while it is under way: two quick clicks come before the screen could answer the first.
 */
export function useSingleFlight<Args extends unknown[]>(
  action: (...args: Args) => Promise<unknown>,
): (...args: Args) => void {
  const flying = useRef(false)
  return (...args) => {
    if (flying.current) return
    flying.current = true
    void action(...args).finally(() => {
      flying.current = false
    })
  }
}
