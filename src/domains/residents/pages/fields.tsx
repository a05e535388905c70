import { Actions, Button } from '#design/button.tsx'
import { Field } from '#design/field.tsx'
import type { FieldFault } from '#design/form.tsx'
import { Form } from '#design/form.tsx'
import { Notice } from '#design/notice.tsx'
import type { View } from '#design/view.ts'
import { deskWords } from '../messages/desk.ts'
import { messages, type ResidentMessages } from '../messages/public.ts'

export type Raw = Readonly<Record<string, string>>
/** What is wrong, by field; the words are looked up in the page's language. */
export type Faults = Readonly<Record<string, string>>

export const wordsOf = (view: View): ResidentMessages => messages[view.locale]
export const deskOf = (view: View) => deskWords(view.locale)

/** A fault in words; one that has none is shown as it is. */
export const said = (words: Readonly<Record<string, string>>, key: string): string =>
  words[key] ?? key

export const summary = (
  words: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  faults: Faults,
): FieldFault[] =>
  Object.entries(faults).map(([name, fault]) => ({
    name,
    label: labels[name] ?? name,
    text: said(words, fault),
  }))

interface TextProps {
  readonly view: View
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly raw?: Raw
  readonly faults?: Faults
  readonly words?: Readonly<Record<string, string>>
  readonly required?: boolean
  readonly type?: 'text' | 'email' | 'tel' | 'password'
  readonly inputmode?: 'numeric' | 'email' | 'tel'
  readonly autocomplete?: string
  readonly width?: 'short' | 'medium' | 'full'
  readonly area?: number
  /** A birth date; `own` where the person types it, who may let the browser fill it in. */
  readonly day?: 'own' | 'another'
  /** To choose from while typing; anything else may be typed as well. */
  readonly offered?: readonly string[]
}

/** One line of a form, with what was typed and what is wrong with it. */
export function Typed(props: TextProps) {
  const {
    view,
    name,
    label,
    hint,
    raw = {},
    faults = {},
    words = wordsOf(view).faults,
    required = true,
  } = props
  const fault = faults[name]
  const shared = {
    name,
    label,
    required,
    value: raw[name] ?? '',
    ...(hint !== undefined && { hint }),
    ...(fault !== undefined && { error: said(words, fault) }),
  }
  if (props.day)
    return <Field view={view} field={{ kind: 'day', own: props.day === 'own', ...shared }} />
  if (props.area)
    return <Field view={view} field={{ kind: 'textarea', max: props.area, rows: 5, ...shared }} />
  const { type = 'text', inputmode, autocomplete, width } = props
  return (
    <Field
      view={view}
      field={{
        kind: 'text',
        type,
        ...shared,
        ...(inputmode && { inputmode }),
        ...(autocomplete && { autocomplete }),
        ...(width && { width }),
        ...(props.offered && { offered: props.offered }),
      }}
    />
  )
}

export interface ReachProps {
  readonly view: View
  readonly raw: Raw
  readonly faults: Faults
  /** What is asked, where it is not the last question of a first request. */
  readonly legend?: string
}

/**
 * Last of all: how to be reached. Nothing may need a script: what the chosen way does not need is hidden by the
 * stylesheet, and where that is not understood every field stands open under its hint.
 */
export function ReachFields({ view, raw, faults, legend }: ReachProps) {
  const { reach, faults: words } = wordsOf(view)
  const fault = faults.reach
  const line = { view, raw, faults, required: false }
  return (
    <>
      <Field
        view={view}
        field={{
          kind: 'radio',
          name: 'reach',
          label: legend ?? reach.legend,
          hint: reach.hint,
          required: true,
          value: raw.reach ?? '',
          options: (['mail', 'phone', 'letter', 'none'] as const).map((value) => ({
            value,
            label: reach.ways[value],
          })),
          ...(fault !== undefined && { error: said(words, fault) }),
        }}
      />
      <p class="hint reach-hint">{reach.only}</p>
      <div class="reach-mail">
        <Typed {...line} name="mail" label={reach.mail} type="email" autocomplete="email" />
      </div>
      <div class="reach-phone">
        <Typed
          {...line}
          name="phone"
          label={reach.phone}
          type="tel"
          autocomplete="tel"
          width="medium"
        />
      </div>
      <div class="reach-letter stack">
        <Typed {...line} name="name" label={reach.name} autocomplete="name" />
        <Typed
          {...line}
          name="postcode"
          label={reach.postcode}
          inputmode="numeric"
          autocomplete="postal-code"
          width="short"
        />
        <Typed {...line} name="address" label={reach.address} autocomplete="address-line1" />
      </div>
    </>
  )
}

export const reachLabels = (view: View): Record<string, string> => {
  const { reach } = wordsOf(view)
  return {
    reach: reach.legend,
    mail: reach.mail,
    phone: reach.phone,
    name: reach.name,
    postcode: reach.postcode,
    address: reach.address,
  }
}

/** Why it was refused, in words, above the form. */
export function Said({
  view,
  reason,
}: {
  readonly view: View
  readonly reason: string | undefined
}) {
  if (reason === undefined) return null
  return (
    <Notice view={view} kind="danger" live>
      <p>{said(wordsOf(view).refusals, reason)}</p>
    </Notice>
  )
}

export function Good({ view, text }: { readonly view: View; readonly text: string | undefined }) {
  if (text === undefined) return null
  return (
    <Notice view={view} kind="success" live>
      <p>{text}</p>
    </Notice>
  )
}

/** A form that is one button. */
export function Press({
  view,
  action,
  text,
  kind = 'secondary',
  hidden = {},
}: {
  readonly view: View
  readonly action: string
  readonly text: string
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet'
  readonly hidden?: Raw
}) {
  return (
    <Form view={view} action={action} hidden={hidden}>
      <Actions>
        <Button kind={kind}>{text}</Button>
      </Actions>
    </Form>
  )
}
