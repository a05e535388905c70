import type { Child } from 'hono/jsx'
import { Actions, Button, type ButtonKind } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { ErrorSummary, Form } from '#design/form.tsx'
import { Notice } from '#design/notice.tsx'
import { at, type View } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import type { Refusal } from '#platform/result.ts'
import { deskWords } from '../../messages/desk.ts'

interface Ask {
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** Choices lie open instead of in a list that opens. */
  readonly open?: boolean
  /** The first line of a list, which chooses nothing. */
  readonly empty?: string
}

/** A field of a form as it goes to the page: what was typed, and what is wrong with it. */
export function asked<F extends Fields>(
  view: View,
  form: Filled<F>,
  name: keyof F & string,
  { open, options, empty, ...ask }: Ask,
): AskedField {
  const { d } = deskWords(view)
  const { control = 'text', required = false } = form.fields[name] ?? {}
  const fault = form.faults[name]
  const value = form.raw[name]
  const common = { name, ...ask, required, ...(fault && { error: d.faults[fault] }) }
  if (control === 'checks')
    return { ...common, kind: 'checkboxes', values: form.chosen[name], options: options ?? [] }
  if (options && open) return { ...common, kind: 'radio', value, options }
  if (options) return { ...common, kind: 'select', value, options, ...(empty && { empty }) }
  if (control === 'textarea') return { ...common, kind: 'textarea', value, rows: 2 }
  if (control === 'date') return { ...common, kind: 'date', value }
  return { ...common, kind: 'text', value, autocomplete: 'off', width: 'medium' }
}

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
      <ErrorSummary
        view={view}
        faults={fields.flatMap(({ name, label, error }) =>
          error === undefined ? [] : [{ name, label, text: error }],
        )}
      />
      <Form view={view} action={action} multipart={multipart}>
        <div class="stack">
          {fields.map((field) => (
            <Field view={view} field={field} />
          ))}
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
