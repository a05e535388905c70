import { Field } from '#design/field.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { ErrorSummary } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { messages } from '../messages/public.ts'

export interface Ask {
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** Choices lie open. */
  readonly open?: boolean
  readonly empty?: string
  readonly rows?: number
  readonly mail?: boolean
  /** A fault that a rule found. */
  readonly error?: string | undefined
}

/** A field of a form as it goes to the page: what was typed, and what is wrong with it. */
export function asked<F extends Fields>(
  view: View,
  form: Filled<F>,
  key: keyof F & string,
  ask: Ask,
): AskedField {
  const known = form.fields[key]
  const found = form.faults[key]
  const error = ask.error ?? (found && messages[view.locale].faults[found])
  const value = form.raw[key]
  const common = {
    name: key,
    label: ask.label,
    required: known?.required ?? false,
    ...(ask.hint !== undefined && { hint: ask.hint }),
    ...(error !== undefined && { error }),
  }
  if (known?.control === 'checks')
    return { ...common, kind: 'checkboxes', values: form.chosen[key], options: ask.options ?? [] }
  if (ask.options && ask.open) return { ...common, kind: 'radio', value, options: ask.options }
  if (ask.options)
    return {
      ...common,
      kind: 'select',
      value,
      options: ask.options,
      ...(ask.empty !== undefined && { empty: ask.empty }),
    }
  if (known?.control === 'textarea')
    return {
      ...common,
      kind: 'textarea',
      value,
      rows: ask.rows ?? 3,
      ...(known.max && { max: known.max }),
    }
  if (known?.control === 'date') return { ...common, kind: 'date', value }
  return {
    ...common,
    kind: 'text',
    value,
    width: 'full',
    ...(known?.max && { max: known.max }),
    ...(ask.mail && ({ type: 'email', autocomplete: 'email', inputmode: 'email' } as const)),
  }
}

interface Shown {
  readonly view: View
  readonly fields: readonly AskedField[]
}

export const AllFields = ({ view, fields }: Shown) => (
  <>
    {fields.map((field) => (
      <Field view={view} field={field} />
    ))}
  </>
)

/** On top of a form that came back, each fault a link to its field. */
export const Faults = ({ view, fields }: Shown) => (
  <ErrorSummary
    view={view}
    faults={fields.flatMap(({ name, label, error }) =>
      error === undefined ? [] : [{ name, label, text: error }],
    )}
  />
)
