import type { Child } from 'hono/jsx'
import { href } from './href.ts'
import { at, type View } from './view.ts'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

export interface ButtonProps {
  readonly kind?: ButtonKind
  readonly name?: string
  readonly value?: string
  /** Sends the form elsewhere: a second action beside the first. */
  readonly action?: string
  /** Sends without the browser's own checks: 一時保存. */
  readonly unchecked?: boolean
  /** A verb: 送る, 見る, 直す. */
  readonly children?: Child
}

/** Sends its form. One primary a page. */
export function Button({
  kind = 'primary',
  name,
  value,
  action,
  unchecked,
  children,
}: ButtonProps) {
  return (
    <button
      type="submit"
      class={`button ${kind}`}
      name={name}
      value={value}
      formaction={action === undefined ? undefined : href(action)}
      formnovalidate={unchecked}
    >
      {children}
    </button>
  )
}

export interface ButtonLinkProps {
  readonly view: View
  readonly path: string
  readonly kind?: ButtonKind
  readonly children?: Child
}

/** Looks like a button and leads to a page. */
export function ButtonLink({ view, path, kind = 'primary', children }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={at(view, path)}>
      {children}
    </a>
  )
}

export interface ActionsProps {
  readonly children?: Child
}

/** The buttons of a form or a thing, in one line. The first is the one most people want. */
export function Actions({ children }: ActionsProps) {
  return <div class="actions">{children}</div>
}
