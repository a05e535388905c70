import type { AskedField, Option } from '#design/field-kinds.ts'
import type { View } from '#design/view.ts'
import type { Fields, Filled } from '#platform/form.ts'
import { deskWords } from '../../messages/desk.ts'

export interface Ask {
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** Choices lie open instead of in a list that opens. */
  readonly open?: boolean
  readonly rows?: number
  readonly width?: 'short' | 'medium' | 'full'
  /** 円, said after the field. */
  readonly plain?: boolean
  /** The first line of a list, which chooses nothing. */
  readonly empty?: string
  /** Stands before the field's name: `en.title`. */
  readonly prefix?: string
  /** A fault that a rule found, where the form itself found none. */
  readonly fault?: string
}

/** A field of a form as it goes to the page: what was typed, and what is wrong with it. */
export function asked<F extends Fields>(
  view: View,
  form: Filled<F>,
  key: keyof F & string,
  ask: Ask,
): AskedField {
  const { d } = deskWords(view)
  const { control, required, max } = form.fields[key] ?? { control: 'text', required: false }
  const found = form.faults[key]
  const error = ask.fault ?? (found && d.faults[found])
  const value = form.raw[key]
  const common = {
    name: ask.prefix ? `${ask.prefix}.${key}` : key,
    label: ask.label,
    required,
    ...(ask.hint !== undefined && { hint: ask.hint }),
    // Most fields of the desk may stay empty: only what must not is said.
    ...((ask.plain || !required) && { plain: true }),
    ...(error !== undefined && { error }),
  }
  const options = ask.options ?? []
  if (control === 'checks')
    return { ...common, kind: 'checkboxes', values: form.chosen[key], options }
  if (ask.options && ask.open) return { ...common, kind: 'radio', value, options }
  if (ask.options)
    return { ...common, kind: 'select', value, options, ...(ask.empty && { empty: ask.empty }) }
  if (control === 'textarea')
    return {
      ...common,
      kind: 'textarea',
      value,
      rows: ask.rows ?? 3,
      ...(max && !ask.plain && { max }),
    }
  if (control === 'date') return { ...common, kind: 'date', value }
  const numeric = control === 'number'
  return {
    ...common,
    kind: 'text',
    value,
    autocomplete: 'off',
    ...(numeric && { inputmode: 'numeric' as const }),
    width: ask.width ?? (numeric ? 'short' : 'full'),
  }
}

/** How translations are written. The sample is parted, so that no reading is set over it. */
export function TranslationsHint({ view }: { readonly view: View }) {
  const { d } = deskWords(view)
  return (
    <p class="hint">
      {d.translationsHint}{' '}
      <code lang="ja">
        {'{'}
        <wbr />
        {'漢字|かんじ}'}
      </code>
    </p>
  )
}
