import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { ConnectError } from '../domain/connectError.ts'
import type { ConnectProblem } from '../domain/connectError.ts'
import type { SessionSource } from '../domain/source.ts'
import { connectProblemText, connectText as text } from '../messages/connect.ts'
import { connectSource, useConnection } from '../queries/connection.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/fields.tsx'
import { focusContent } from '../ui/focusContent.ts'
import { useNotices } from '../ui/Notices.tsx'
import styles from './ConnectPanel.module.css'

type Missing = { account: boolean; password: boolean }

const COMPLETE: Missing = { account: false, password: false }

/** Asks for the sign-in of a source that has one of its own. Nothing of it is kept but in memory. */
export function ConnectPanel({ source, level = 2 }: { source: SessionSource; level?: 1 | 2 }) {
  const queryClient = useQueryClient()
  const connection = useConnection(source)
  const { say } = useNotices()
  const titleId = useId()
  const [problem, setProblem] = useState<ConnectProblem | null>(null)
  const [missing, setMissing] = useState(COMPLETE)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const asking = useRef<AbortController | null>(null)
  useEffect(() => () => asking.current?.abort(), [])

  const ended = connection?.state === 'expired' ? connection : null
  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus()

  const submit = async () => {
    const fields = new FormData(form.current ?? undefined)
    const read = (name: string) => {
      const value = fields.get(name)
      return typeof value === 'string' ? value : ''
    }
    const [account, password] = [read('account').trim(), read('password')]
    const now = { account: account === '', password: password === '' }
    setMissing(now)
    setProblem(null)
    if (now.account || now.password) return focus(now.account ? 'account' : 'password')
    if (busy) return
    setBusy(true)
    asking.current = new AbortController()
    try {
      await connectSource(queryClient, source, account, password, asking.current.signal)
      say(text.connected(source.label))
      // The form goes, and with it what had the focus.
      focusContent()
    } catch (error) {
      setProblem(error instanceof ConnectError ? error.problem : 'unknown')
      setBusy(false)
      focus('password')
    }
  }

  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <form
      ref={form}
      className={styles.card}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      {/* Heard when a connection ends; the form itself is nothing to be read out. */}
      <div role={ended ? 'alert' : undefined}>
        <Heading id={titleId}>{(ended ? text.again : text.title)(source.label)}</Heading>
        <p className={styles.lead}>{ended ? text.againLead : text.lead(source.label)}</p>
      </div>
      <TextField
        label={text.account}
        name="account"
        autoComplete={`section-${source.id} username`}
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={ended?.account ?? ''}
        error={missing.account ? text.accountMissing : null}
      />
      <TextField
        label={text.password}
        name="password"
        type="password"
        autoComplete={`section-${source.id} current-password`}
        error={missing.password ? text.passwordMissing : null}
      />
      {problem ? (
        <p role="alert" className={styles.problem}>
          {connectProblemText[problem]}
        </p>
      ) : null}
      <Button type="submit" variant="primary" busy={busy}>
        {busy ? text.submitting : text.submit}
      </Button>
    </form>
  )
}
