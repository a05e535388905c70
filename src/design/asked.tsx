import type { Fault, Fields, Filled } from '#platform/form.ts'
import { Field } from './field.tsx'
import type { AskedField, Option } from './field-kinds.ts'
import { ErrorSummary } from './form.tsx'
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
  /** The first line of a list, which chooses nothing. */
  readonly empty?: string
  /** A fault that a rule found, where the form itself found none. */
  readonly fault?: string
}

const ja: Readonly<Record<Fault, string>> = {
  required: '書いてください。',
  'too-long': '字数を減らしてください。',
  'not-offered': '示したものから選んでください。',
  'not-a-number': '数字で書いてください。',
  'not-a-date': '日付として読めません。',
  'too-large': '大きすぎます。',
}
const en: typeof ja = {
  required: 'Please fill this in.',
  'too-long': 'Please make it shorter.',
  'not-offered': 'Please choose one of those offered.',
  'not-a-number': 'Please write a number.',
  'not-a-date': 'This cannot be read as a date.',
  'too-large': 'This is too large.',
}

/** A field of a desk form as it goes to the page: what was typed, and what is wrong with it, in words. */
export function asked<F extends Fields>(
  { locale }: View,
  form: Filled<F>,
  key: keyof F & string,
  { label, hint, options, open, rows, width, unit, empty, fault }: Ask,
): AskedField {
  const { control, required, max } = form.fields[key] ?? { control: 'text', required: false }
  const found = form.faults[key]
  const faults = locale === 'en' || locale === 'ko' ? en : ja
  const error = fault ?? (found && faults[found])
  const value = form.raw[key]
  const common = {
    name: key,
    label,
    required,
    ...(hint !== undefined && { hint }),
    // Most fields of the desk may stay empty: only what must not is said.
    ...(!required && { plain: true }),
    ...(error !== undefined && { error }),
  }
  if (control === 'checks')
    return { ...common, kind: 'checkboxes', values: form.chosen[key], options: options ?? [] }
  if (options && open) return { ...common, kind: 'radio', value, options }
  if (options) return { ...common, kind: 'select', value, options, ...(empty && { empty }) }
  if (control === 'textarea')
    return { ...common, kind: 'textarea', value, rows: rows ?? 3, ...(max && { max }) }
  if (control === 'date') return { ...common, kind: 'date', value }
  const numeric = control === 'number'
  return {
    ...common,
    label: unit ? `${label} (${unit})` : label,
    kind: 'text',
    value,
    autocomplete: 'off',
    ...(numeric && { inputmode: 'numeric' as const }),
    width: width ?? (numeric ? 'short' : 'full'),
  }
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

/** On top of a form that came back: its fields with a fault, as links. */
export const Faults = ({ view, fields }: AskedProps) => (
  <ErrorSummary
    view={view}
    faults={fields.flatMap(({ name, label, error }) =>
      error === undefined ? [] : [{ name, label, text: error }],
    )}
  />
)
