import { Field } from '#design/field.tsx'
import type { AskedField, Option } from '#design/field-kinds.ts'
import { ErrorSummary } from '#design/form.tsx'
import type { View } from '#design/view.ts'
import type { Fault, Fields, Filled } from '#platform/form.ts'
import { messages } from '../messages/public.ts'

export interface Ask {
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** Choices lie open. */
  readonly open?: boolean
  /** The first line of a list, which chooses nothing. */
  readonly empty?: string
  readonly rows?: number
  readonly plain?: boolean
  readonly name?: string
  /** A fault that a rule found. */
  readonly error?: string
}

/** A field of a form as it goes to the page: what was typed, and what is wrong with it. */
export function asked<F extends Fields>(
  view: View,
  form: Filled<F>,
  key: keyof F & string,
  ask: Ask,
): AskedField {
  const { faults } = messages[view.locale]
  const known = form.fields[key]
  const found: Fault | undefined = form.faults[key]
  const error = ask.error ?? (found && faults[found])
  const value = form.raw[key]
  const common = {
    name: ask.name ?? key,
    label: ask.label,
    required: known?.required ?? false,
    ...(ask.hint !== undefined && { hint: ask.hint }),
    ...((ask.plain || !known?.required) && { plain: true }),
    ...(error !== undefined && { error }),
  }
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
      rows: ask.rows ?? 4,
      ...(known.max && { max: known.max }),
    }
  if (known?.control === 'date') return { ...common, kind: 'date', value }
  return { ...common, kind: 'text', value, autocomplete: 'off' }
}

interface AskedProps {
  readonly view: View
  readonly fields: readonly AskedField[]
}

export const AskedFields = ({ view, fields }: AskedProps) => (
  <>
    {fields.map((field) => (
      <Field view={view} field={field} />
    ))}
  </>
)

export const Faults = ({ view, fields }: AskedProps) => (
  <ErrorSummary
    view={view}
    faults={fields.flatMap(({ name, label, error }) =>
      error === undefined ? [] : [{ name, label, text: error }],
    )}
  />
)

export const optionsOf = (
  keys: readonly string[],
  words: Readonly<Record<string, string>>,
): readonly Option[] => keys.map((value) => ({ value, label: words[value] ?? value }))
