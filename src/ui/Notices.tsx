import X from 'lucide-react/icons/x'
import { createContext, use, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { withoutDirectionMarks } from '../domain/directionMarks.ts'
import { commonText } from '../messages/common.ts'
import { IconButton } from './Button.tsx'
import styles from './Notices.module.css'

type Notice = { id: number; text: string; tone: 'plain' | 'warning' }
type Say = { say: (text: string) => void; warn: (text: string) => void }

const SHOWN_MS = 6_000

const NoticesContext = createContext<Say | null>(null)

/** Tells people what has happened, in a live region that outlasts the page it was said on. */
export function useNotices(): Say {
  const say = use(NoticesContext)
  if (!say) throw new Error('useNotices needs a NoticesProvider around it')
  return say
}

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([])
  const say = useMemo((): Say => {
    let lastId = 0
    const add = (tone: Notice['tone']) => (text: string) =>
      setNotices((present) => [...present, { id: ++lastId, text: withoutDirectionMarks(text), tone }])
    return { say: add('plain'), warn: add('warning') }
  }, [])
  const first = notices[0]
  return (
    <NoticesContext value={say}>
      {children}
      <div role="status" aria-live="polite" className={styles.region}>
        {first ? (
          <NoticeBar
            key={first.id}
            notice={first}
            onDone={() => setNotices((present) => present.filter(({ id }) => id !== first.id))}
          />
        ) : null}
      </div>
    </NoticesContext>
  )
}

function NoticeBar({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onDone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, onDone])
  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{notice.text}</span>
      <IconButton label={commonText.dismiss} icon={<X />} className={styles.close} onClick={onDone} />
    </div>
  )
}
