import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { redirect, useLocation, useNavigate, useSearchParams } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import { SignInError } from '../domain/auth.ts'
import type { SignInProblem } from '../domain/auth.ts'
import { commonText } from '../messages/common.ts'
import { shellText } from '../messages/shell.ts'
import { signInProblemText, signInText } from '../messages/signIn.ts'
import { safeReturnPath } from '../paths.ts'
import { servicesContext, useServices } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField, TextField } from '../ui/fields.tsx'
import { Mark } from '../ui/Wordmark.tsx'
import styles from './SignInPage.module.css'

/** Whoever is signed in already goes on to where they wanted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = await context.get(servicesContext).auth.ready()
  const { searchParams, origin } = new URL(request.url)
  return user ? redirect(safeReturnPath(searchParams.get('to'), origin)) : null
}

export function Component() {
  const [resetting, setResetting] = useState(false)
  return (
    <div className={styles.page}>
      <title>{commonText.pageTitle(resetting ? signInText.resetTitle : signInText.title)}</title>
      <header className={styles.bar}>
        <Mark />
        <span>{commonText.product}</span>
      </header>
      <main className={styles.main}>
        {resetting ? (
          <ResetForm onBack={() => setResetting(false)} />
        ) : (
          <SignInForm onForgot={() => setResetting(true)} />
        )}
      </main>
      <footer className={styles.footer}>
        <span>{shellText.version(__VERSION__)}</span>
        <span>{shellText.browsers}</span>
      </footer>
    </div>
  )
}

/** What is typed around an address is no part of it. */
const EMAIL = {
  setValueAs: (typed: string) => typed.trim(),
  required: signInText.emailMissing,
  pattern: { value: /^\S+@\S+$/, message: signInText.emailMalformed },
}

function SignInForm({ onForgot }: { onForgot: () => void }) {
  const { auth } = useServices()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const ended = useLocation().state === 'ended'
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const form = useForm({ defaultValues: { email: '', password: '', stay: true } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    setProblem(null)
    try {
      await auth.signIn(values.email, values.password, values.stay)
      await navigate(safeReturnPath(search.get('to'), location.origin), { replace: true })
    } catch (error) {
      setProblem(error instanceof SignInError ? error.problem : 'unknown')
      form.resetField('password')
      form.setFocus('password')
    }
  })

  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <h1>{signInText.title}</h1>
        <p className={styles.lead}>{ended ? signInText.ended : signInText.lead}</p>
      </div>
      <TextField
        label={signInText.email}
        type="email"
        autoComplete="username"
        autoFocus
        error={errors.email?.message}
        {...form.register('email', EMAIL)}
      />
      <TextField
        label={signInText.password}
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password', { required: signInText.passwordMissing })}
      />
      <CheckboxField label={signInText.stay} hint={signInText.stayHint} {...form.register('stay')} />
      {problem ? (
        <p role="alert" className={styles.problem}>
          {signInProblemText[problem]}
        </p>
      ) : null}
      <Button type="submit" variant="primary" busy={isSubmitting}>
        {isSubmitting ? signInText.submitting : signInText.submit}
      </Button>
      <button type="button" className={styles.link} onClick={onForgot}>
        {signInText.forgot}
      </button>
    </form>
  )
}

function ResetForm({ onBack }: { onBack: () => void }) {
  const { auth } = useServices()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const form = useForm({ defaultValues: { email: '' } })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    setProblem(null)
    try {
      await auth.sendPasswordReset(values.email)
      setSentTo(values.email)
    } catch (error) {
      setProblem(error instanceof SignInError ? error.problem : 'unknown')
    }
  })

  return (
    <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate>
      <div>
        <h1>{signInText.resetTitle}</h1>
        <p className={styles.lead} role="status">
          {sentTo ? signInText.resetSent(sentTo) : signInText.resetLead}
        </p>
      </div>
      {sentTo ? null : (
        <>
          <TextField
            label={signInText.email}
            type="email"
            autoComplete="username"
            autoFocus
            error={errors.email?.message}
            {...form.register('email', EMAIL)}
          />
          {problem ? (
            <p role="alert" className={styles.problem}>
              {signInProblemText[problem]}
            </p>
          ) : null}
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {signInText.resetSubmit}
          </Button>
        </>
      )}
      <button type="button" className={styles.link} onClick={onBack}>
        {signInText.backToSignIn}
      </button>
    </form>
  )
}
