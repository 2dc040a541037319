import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { Link } from 'react-router'
import styles from './Button.module.css'

export type ButtonVariant = 'primary' | 'quiet' | 'danger'

type Common = { variant?: ButtonVariant; icon?: ReactNode }

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  Common & {
    /** Why it cannot be used now. It stays in the tab order, so that the reason can be read. */
    disabledReason?: string | null | undefined
    /** Work is under way: further presses are ignored. */
    busy?: boolean
  }

const className = (variant: ButtonVariant, more: string | undefined) =>
  [styles.button, styles[variant], more].filter(Boolean).join(' ')

/** A verb. While it is refused or busy it can be focused but not pressed. */
export function Button({
  variant = 'quiet',
  icon,
  disabledReason,
  busy = false,
  className: more,
  onClick,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const off = Boolean(disabledReason) || busy || rest['aria-disabled'] === true
  return (
    <button
      {...rest}
      type={off ? 'button' : type}
      className={className(variant, more)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      data-tip={disabledReason || undefined}
      onClick={off ? undefined : onClick}
    >
      {icon}
      {children}
      {disabledReason ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </button>
  )
}

/** A button that is all icon; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  className: more,
  disabledReason,
  ...rest
}: Omit<ButtonProps, 'children'> & { label: string }) {
  return (
    <Button
      {...rest}
      className={[styles.icon, more].filter(Boolean).join(' ')}
      aria-label={label}
      disabledReason={disabledReason}
      data-tip={disabledReason || label}
    >
      {icon}
    </Button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  variant = 'quiet',
  icon,
  className: more,
  children,
  ...rest
}: ComponentProps<typeof Link> & Common) {
  return (
    <Link {...rest} className={className(variant, more)}>
      {icon}
      {children}
    </Link>
  )
}
