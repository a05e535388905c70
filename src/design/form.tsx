import type { Child } from 'hono/jsx'
import { Actions, Button, type ButtonKind, ButtonLink } from './button.tsx'
import { fieldId } from './field-kinds.ts'
import { href } from './href.ts'
import { Icon } from './icon.tsx'
import { words } from './messages.ts'
import { Trap } from './trap.tsx'
import { at, type View } from './view.ts'

export interface FormProps {
  readonly view: View
  readonly action: string
  readonly method?: 'post' | 'get'
  /** For files. */
  readonly multipart?: boolean
  /** Values that go along unseen. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly id?: string
  /** For public forms: a field that only programs fill in, and what it says to people who meet it. */
  readonly trap?: string
  /** Fields beside each other, as in a table: as wide as its page. */
  readonly wide?: boolean
  readonly children?: Child
}

/** Nothing typed is checked by the browser: faults come back from the server in the city's words. */
export function Form({
  view,
  action,
  method = 'post',
  multipart,
  hidden,
  id,
  trap,
  wide,
  children,
}: FormProps) {
  const token = (view.staff ?? view.resident)?.csrf
  return (
    <form
      class={wide ? 'form wide' : 'form'}
      id={id}
      method={method}
      action={at(view, action)}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {method === 'post' && token !== undefined && (
        <input type="hidden" name="csrf" value={token} />
      )}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {trap !== undefined && <Trap label={trap} />}
      {children}
    </form>
  )
}

export interface FieldSetProps {
  readonly legend: string
  readonly hint?: Child
  readonly children?: Child
}

/** Fields that belong together. */
export function FieldSet({ legend, hint, children }: FieldSetProps) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="stack">{children}</div>
    </fieldset>
  )
}

export interface FieldFault {
  readonly name: string
  /** Which of the page's forms it belongs to, as its field says. */
  readonly among?: string
  readonly label: string
  readonly text: string
}

export interface ErrorSummaryProps {
  readonly view: View
  readonly faults: readonly FieldFault[]
}

/** On top of a form that came back, each line a link to its field. Nothing when there is no fault. */
export function ErrorSummary({ view, faults }: ErrorSummaryProps) {
  if (faults.length === 0) return null
  const { form } = words(view)
  return (
    <section class="faults stack-tight" role="alert" aria-labelledby="faults" tabindex={-1}>
      <h2 id="faults">
        <Icon name="danger" size={24} /> {form.faults}
      </h2>
      <p>{form.faultsHint}</p>
      <ul>
        {faults.map(({ name, among = '', label, text }) => (
          <li>
            <a href={href(`#${fieldId({ name, among })}`)}>
              {label}: {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface ConfirmPanelProps {
  readonly view: View
  /** A question: この計画を公開しますか。 */
  readonly title: string
  readonly action: string
  /** The verb again: 公開する. */
  readonly confirm: string
  readonly kind?: ButtonKind
  /** Where 戻る leads. */
  readonly back: string
  readonly hidden?: Readonly<Record<string, string>>
  /** What will happen, and what cannot be undone; fields, if a reason is needed. */
  readonly children?: Child
}

/** Before what cannot be undone. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { view, title, action, confirm, kind = 'primary', back, hidden = {}, children } = props
  return (
    <section class="confirm stack" aria-labelledby="confirm">
      <h2 id="confirm">{title}</h2>
      <Form view={view} action={action} hidden={hidden}>
        <div class="stack">{children}</div>
        <Actions>
          <Button kind={kind}>{confirm}</Button>
          <ButtonLink view={view} path={back} kind="secondary">
            {words(view).form.back}
          </ButtonLink>
        </Actions>
      </Form>
    </section>
  )
}
