import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'

/** Of the widest paper, Letter, in CSS pixels. */
const PAPER_WIDTH = (215.9 / 25.4) * 96

/** Tells the style sheet by how much paper has to shrink to lie on a desk (`--fit`), as that changes its width. */
export function useFit(desk: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const fit = () => {
      const share = Math.min(1, element.clientWidth / PAPER_WIDTH)
      // No document is laid out in a test of its parts.
      if (share > 0) element.style.setProperty('--fit', share.toFixed(4))
    }
    fit()
    if (!('ResizeObserver' in window)) return
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [desk])
}
