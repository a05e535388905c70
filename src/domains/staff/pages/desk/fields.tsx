import type { Child } from 'hono/jsx'
import { AskedFields, Faults } from '#design/asked.tsx'
import { Actions, Button, type ButtonKind } from '#design/button.tsx'
import type { AskedField } from '#design/field-kinds.ts'
import { Form } from '#design/form.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import type { Refusal } from '#platform/result.ts'
import { deskWords } from '../../messages/desk.ts'

/** What an action refused, in words with its place. */
export function refusalWords(view: View, refusal: Refusal): string {
  const { d, r } = deskWords(view)
  if (refusal.kind === 'stale') return r.stale
  if (refusal.kind !== 'refused') return refusal.kind
  const said = d.refusals[refusal.reason] ?? r.refusals[refusal.reason] ?? refusal.reason
  return refusal.place ? `${said} (${refusal.place})` : said
}

export interface AskingProps {
  readonly view: View
  readonly action: string
  readonly fields: readonly AskedField[]
  readonly go: string
  readonly kind?: ButtonKind
  readonly refusal?: Refusal
  readonly multipart?: boolean
}

/** A form of a few fields, with its faults on top when it came back. */
export function Asking(props: AskingProps) {
  const { view, action, fields, go, kind = 'secondary', refusal, multipart = false } = props
  return (
    <>
      {refusal && (
        <Notice view={view} kind="danger" live>
          <p>{refusalWords(view, refusal)}</p>
        </Notice>
      )}
      <Faults view={view} fields={fields} />
      <Form view={view} action={action} multipart={multipart}>
        <div class="stack">
          <AskedFields view={view} fields={fields} />
        </div>
        <Actions>
          <Button kind={kind}>{go}</Button>
        </Actions>
      </Form>
    </>
  )
}

export interface OnDemandProps {
  readonly view: View
  /** The page on which it stands. */
  readonly path: string
  readonly step: string
  readonly title: string
  readonly open: boolean
  readonly children?: Child
}

/** A form that is asked for by `?do=`: one at a time, so that a page of many stays short. */
export function OnDemand({ view, path, step, title, open, children }: OnDemandProps) {
  if (!open)
    return (
      <p>
        <a href={at(view, `${path}?do=${step}#${step}`)}>{title}</a>
      </p>
    )
  return (
    <section class="check-line stack" id={step} aria-labelledby={`${step}-title`}>
      <h3 id={`${step}-title`}>{title}</h3>
      {children}
    </section>
  )
}

/** Folded until it is wanted. */
export function Fold({
  summary,
  children,
}: {
  readonly summary: string
  readonly children?: Child
}) {
  return (
    <details class="desk-fold">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
