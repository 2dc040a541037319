import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import styles from './CommentsForm.module.css'

/** Says what went wrong, where it can be seen: the form over it can be longer than the screen. */
export function Problem({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which is no end of an effect.
    void place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place} role="alert" className={styles.problem}>
      {children}
    </div>
  )
}
