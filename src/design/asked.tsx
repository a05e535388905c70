import type { Fields, Filled } from '#platform/form.ts'
import { Field } from './field.tsx'
import type { AskedField, Option } from './field-kinds.ts'
import { ErrorSummary } from './form.tsx'
import { faultOf } from './messages/faults.ts'
import type { View } from './view.ts'

export interface Ask {
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** Choices lie open instead of in a list that opens. */
  readonly open?: boolean
  readonly rows?: number
  readonly width?: 'short' | 'medium' | 'full'
  readonly unit?: string
  /** True: nothing but the field, without 必須, 任意 and the count. False: 任意 is said where it may stay empty. */
  readonly plain?: boolean
  /** The first line of a list, which chooses nothing. */
  readonly empty?: string
  /** Stands before the field's name: `en.title`. */
  readonly prefix?: string
  /** Which of the page's forms it belongs to, where several ask for the same. */
  readonly among?: string
  readonly mail?: boolean
  /** How the hint counts the letters while somebody writes, where scripts run. */
  readonly counted?: AskedField['counted']
  /** A fault that a rule found, where the form itself found none. */
  readonly fault?: string | undefined
}

/** A field of a form as it goes to the page: what was typed, and what is wrong with it, in words. */
export function asked<F extends Fields>(
  view: View,
  form: Filled<F>,
  key: keyof F & string,
  ask: Ask,
): AskedField {
  const {
    label,
    hint,
    options,
    open,
    rows,
    width,
    unit,
    plain,
    empty,
    prefix,
    among,
    mail,
    counted,
  } = ask
  const { control, required, max } = form.fields[key] ?? { control: 'text', required: false }
  const found = form.faults[key]
  const error = ask.fault ?? (found && faultOf(view, found, label))
  const value = form.raw[key]
  const common = {
    name: prefix ? `${prefix}.${key}` : key,
    label,
    required,
    ...(among !== undefined && { among }),
    ...(hint !== undefined && { hint }),
    ...(counted && { counted }),
    // Most fields may stay empty: only what must not is said.
    ...((plain ?? !required) && { plain: true }),
    ...(error !== undefined && { error }),
  }
  if (control === 'checks')
    return { ...common, kind: 'checkboxes', values: form.chosen[key], options: options ?? [] }
  if (options && open) return { ...common, kind: 'radio', value, options }
  if (options) return { ...common, kind: 'select', value, options, ...(empty && { empty }) }
  if (control === 'textarea')
    return { ...common, kind: 'textarea', value, rows: rows ?? 3, ...(max && !plain && { max }) }
  if (control === 'date') return { ...common, kind: 'date', value }
  if (control === 'day') return { ...common, kind: 'day', value }
  const numeric = control === 'number'
  return {
    ...common,
    label: unit ? `${label} (${unit})` : label,
    kind: 'text',
    value,
    autocomplete: 'off',
    ...(mail && ({ type: 'email', autocomplete: 'email', inputmode: 'email' } as const)),
    ...(numeric && { inputmode: 'numeric' as const }),
    width: width ?? (numeric ? 'short' : 'full'),
  }
}

/** Keys of a list as choices, in its words. */
export const optionsOf = (
  keys: readonly string[],
  words: Readonly<Record<string, string>>,
): readonly Option[] => keys.map((value) => ({ value, label: words[value] ?? value }))

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

/** On top of a form that came back: its fields with a fault, as links. */
export const Faults = ({ view, fields }: AskedProps) => (
  <ErrorSummary
    view={view}
    faults={fields.flatMap(({ name, among = '', label, error }) =>
      error === undefined ? [] : [{ name, among, label, text: error }],
    )}
  />
)
