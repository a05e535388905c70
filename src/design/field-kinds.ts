export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Of its words, where they are not in the page's language. */
  readonly lang?: 'ja'
  /** Address of a small picture of it. The label says what it shows, so nobody hears it twice. */
  readonly picture?: string
}

interface Asked {
  readonly name: string
  /** Which form it belongs to, where a page has several that ask for the same. */
  readonly among?: string
  readonly label: string
  /** Before the field, in a sentence. */
  readonly hint?: string
  /** How the hint counts along where scripts run (design/islands/paper.ts): `#` is the number of letters. */
  readonly counted?: { readonly most: number; readonly within: string; readonly over: string }
  /** What to correct, in a sentence. */
  readonly error?: string
  readonly required?: boolean
  /** Neither 必須 nor 任意 is said: a single search field. */
  readonly plain?: boolean
}

/** A field as data. What was typed comes back as `value`. */
export type FieldProps =
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string }
  | AskedField

export type AskedField = Asked &
  (
    | {
        readonly kind: 'text'
        readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
        readonly value?: string
        readonly max?: number
        readonly autocomplete?: string
        readonly inputmode?: 'text' | 'numeric' | 'tel' | 'email'
        readonly width?: 'short' | 'medium' | 'full'
        /** Offered by the browser while somebody types (a datalist); anything else may be typed as well. */
        readonly offered?: readonly string[]
      }
    | {
        readonly kind: 'textarea'
        readonly value?: string
        readonly max?: number
        readonly rows?: number
      }
    | {
        readonly kind: 'select'
        readonly value?: string
        readonly options: readonly Option[]
        /** The first line, which chooses nothing. */
        readonly empty?: string
      }
    | { readonly kind: 'radio'; readonly value?: string; readonly options: readonly Option[] }
    | {
        readonly kind: 'checkboxes'
        readonly values?: readonly string[]
        readonly options: readonly Option[]
      }
    | {
        readonly kind: 'number'
        readonly value?: string
        readonly min?: number
        readonly max?: number
        readonly step?: number | 'any'
        /** Said after the field: 円, 人, %. */
        readonly unit?: string
      }
    | {
        readonly kind: 'date'
        readonly value?: string
        readonly min?: string
        readonly max?: string
      }
    | {
        /** A birth date: an era, a year, a month and a day, as they are typed; one text with slashes. */
        readonly kind: 'day'
        readonly value?: string
        /** The person's own: browsers may fill it in. */
        readonly own?: boolean
      }
    | { readonly kind: 'file'; readonly accept?: string; readonly multiple?: boolean }
  )

/** The anchor of a field, from its name: the fault summary leads there. */
export function fieldId(field: string | Pick<Asked, 'name' | 'among'>): string {
  const { name, among } = typeof field === 'string' ? { name: field, among: '' } : field
  const whole = among ? `${among}-${name}` : name
  return `f-${whole.replace(/[^a-zA-Z0-9_-]/g, '-')}`
}

/** The ids that describe a field, for aria-describedby. */
export function describedBy(field: AskedField): string | undefined {
  const id = fieldId(field)
  const ids = [
    field.hint !== undefined || field.kind === 'file' || field.kind === 'day' ? `${id}-hint` : '',
    'max' in field && field.kind === 'textarea' ? `${id}-count` : '',
    field.error === undefined ? '' : `${id}-error`,
  ].filter((name) => name !== '')
  return ids.length > 0 ? ids.join(' ') : undefined
}
