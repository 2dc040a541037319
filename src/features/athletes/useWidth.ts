import { useCallback, useState } from 'react'

/** Pixels while the element has not been measured. */
const ASSUMED = 720

/** How wide an element is, and the ref that measures it. */
export function useWidth(): [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(ASSUMED)
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth || ASSUMED))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, measure]
}
