import { Activity, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './KeptPage.module.css'

/**
 * Keeps a page that is not shown: its elements and what it remembers, at rest and out of the document, so that nobody
 * and no program meets them there. Showing it again draws nothing anew.
 */
export function KeptPage({ shown, children }: { shown: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const [box] = useState(() => document.createElement('div'))
  // Before the scroll position is restored, which needs the page's height.
  useLayoutEffect(() => {
    if (shown) place.current?.append(box)
    else box.remove()
  }, [box, shown])
  return (
    <>
      <div ref={place} className={styles.place} />
      {createPortal(<Activity mode={shown ? 'visible' : 'hidden'}>{children}</Activity>, box)}
    </>
  )
}
