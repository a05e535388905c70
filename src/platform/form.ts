import * as z from 'zod'
import type { IsoDate } from './calendar.ts'
import { storable } from './storable.ts'
import { readDay } from './written-day.ts'

/** Why a value was not taken; the domain's messages put it into words. */
export type Fault =
  | 'required'
  | 'too-long'
  | 'not-offered'
  | 'not-a-number'
  | 'not-a-date'
  | 'too-large'

export type Control =
  | 'text'
  | 'textarea'
  | 'select'
  | 'number'
  | 'date'
  | 'day'
  | 'hidden'
  | 'checks'

/** A field is data: the same line draws the label, sets maxlength, checks the input and types the value. */
export interface Field<Value> {
  readonly control: Control
  readonly schema: z.ZodType<Value>
  readonly required: boolean
  readonly max?: number
  readonly options?: readonly string[]
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type Values<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]['schema']> }

/** A form as it goes back to the page: what was typed, what is wrong with it, and the values if nothing is. */
export interface Filled<F extends Fields> {
  readonly fields: F
  readonly raw: Readonly<Record<keyof F & string, string>>
  readonly chosen: Readonly<Record<keyof F & string, readonly string[]>>
  readonly faults: Partial<Readonly<Record<keyof F & string, Fault>>>
  readonly values?: Values<F>
}

/** Characters as people count them; line ends as the server keeps them. */
const written = z.string().transform((raw) => storable(raw.replace(/\r\n?/g, '\n')).trim())
const bounded = (max: number) => written.refine((text) => [...text].length <= max, 'too-long')

export const text = (max: number): Field<string> => ({
  control: 'text',
  required: true,
  max,
  schema: bounded(max).refine((t) => t !== '', 'required'),
})
export const longText = (max: number): Field<string> => ({ ...text(max), control: 'textarea' })
export const optionalText = (max: number): Field<string> => ({
  control: 'text',
  required: false,
  max,
  schema: bounded(max),
})
export const optionalLongText = (max: number): Field<string> => ({
  ...optionalText(max),
  control: 'textarea',
})

export const choice = <const T extends string>(options: readonly T[]): Field<T> => ({
  control: 'select',
  required: true,
  options,
  schema: z.enum(options, 'not-offered') as unknown as z.ZodType<T>,
})
/** An empty choice is null: nobody has said yet. */
export const optionalChoice = <const T extends string>(options: readonly T[]): Field<T | null> => ({
  control: 'select',
  required: false,
  options,
  schema: z
    .string()
    .transform((raw) => (raw === '' ? null : raw))
    .refine(
      (raw) => raw === null || options.includes(raw as T),
      'not-offered',
    ) as z.ZodType<T | null>,
})

/** Full-width digits and thousands separators are what people type. */
const digits = (raw: string) => raw.normalize('NFKC').replace(/[,\s円]/g, '')

export const wholeNumber = (max: number): Field<number | null> => ({
  control: 'number',
  required: false,
  schema: written.transform((raw, issue) => {
    const clean = digits(raw)
    if (clean === '') return null
    const fault = !/^\d+$/.test(clean) ? 'not-a-number' : Number(clean) > max ? 'too-large' : null
    if (!fault) return Number(clean)
    issue.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  }) as unknown as z.ZodType<number | null>,
})

export const decimal: Field<number | null> = {
  control: 'number',
  required: false,
  schema: written.transform((raw, issue) => {
    const clean = digits(raw)
    if (clean === '') return null
    if (/^-?\d{1,12}(\.\d{1,4})?$/.test(clean)) return Number(clean)
    issue.addIssue({ code: 'custom', message: 'not-a-number' })
    return z.NEVER
  }) as unknown as z.ZodType<number | null>,
}

/** An ISO date that exists: 2013-02-30 does not. */
export const date: Field<string | null> = {
  control: 'date',
  required: false,
  schema: written.transform((raw, issue) => {
    if (raw === '') return null
    const at = new Date(`${raw}T00:00:00Z`)
    if (/^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(+at) && at.toISOString().startsWith(raw))
      return raw
    issue.addIssue({ code: 'custom', message: 'not-a-date' })
    return z.NEVER
  }) as unknown as z.ZodType<string | null>,
}

/**
 * A day that people know by heart, a birth date: asked for in three boxes and an era, 昭和 23 8 8, which is
 * kept as one text, 昭和23/8/8. Somebody who writes the whole day into the first box is understood as well.
 */
export const knownDay: Field<IsoDate> = {
  control: 'day',
  required: true,
  schema: written.transform((raw, issue) => {
    const typed = raw.replace(/([年月日])\s*\//g, '$1').replace(/\/{1,2}$/, '')
    const day = readDay(typed)
    if (day) return day
    issue.addIssue({ code: 'custom', message: typed === '' ? 'required' : 'not-a-date' })
    return z.NEVER
  }) as unknown as z.ZodType<IsoDate>,
}

/** The boxes of a `knownDay` as one text; nothing where none is filled in. A year in full needs no era. */
function dayTyped(body: Body, key: string): string {
  const [era = '', year = '', month = '', day = ''] = ['era', 'year', 'month', 'day'].map(
    (part) => strings(body[`${key}.${part}`])[0]?.normalize('NFKC').trim() ?? '',
  )
  if (!year && !month && !day) return strings(body[key])[0] ?? ''
  return `${/^\d{1,2}$|^元$/.test(year) ? era : ''}${year}/${month}/${day}`
}

export const hidden: Field<string> = { control: 'hidden', required: false, schema: bounded(200) }

/** One line, one entry; empty lines do not count. */
export const lines = (max: number, each: number): Field<readonly string[]> => ({
  control: 'textarea',
  required: false,
  max: max * each,
  schema: written
    .transform((raw) =>
      raw
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine((list) => list.length <= max && list.every((l) => [...l].length <= each), 'too-long'),
})

/** Any of the choices ticked, in the order of the page; what is unticked is not sent. */
export const several = (max: number, each: number): Field<readonly string[]> => ({
  control: 'checks',
  required: false,
  schema: z
    .array(bounded(each))
    .transform((list) => [...new Set(list.filter(Boolean))])
    .refine((list) => list.length <= max, 'too-long'),
})

export type Body = Readonly<Record<string, unknown>>

/** One field as it was sent; nothing of what is a file or came several times. */
export const said = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** What stood on the page when the form was drawn. */
export const versionIn = (body: Body): number => Number(said(body, 'version'))

/** The fields whose names begin with `prefix.`, without it: one part among several of a form. */
export const within = (body: Body, prefix: string): Body =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), value]] : [],
    ),
  )

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string')

/** Takes only the fields that the form names: nothing else of a body is ever bound. */
export function fill<F extends Fields>(fields: F, body: Body): Filled<F> {
  type Key = keyof F & string
  const raw = {} as Record<Key, string>
  const chosen = {} as Record<Key, readonly string[]>
  const faults: Partial<Record<Key, Fault>> = {}
  const values = {} as Record<Key, unknown>
  for (const key of Object.keys(fields) as Key[]) {
    const field = fields[key] as Field<unknown>
    const given = field.control === 'day' ? [dayTyped(body, key)] : strings(body[key])
    raw[key] = given[0] ?? ''
    chosen[key] = given
    const parsed = field.schema.safeParse(field.control === 'checks' ? given : raw[key])
    if (parsed.success) values[key] = parsed.data
    else faults[key] = (parsed.error.issues[0]?.message ?? 'required') as Fault
  }
  const form = { fields, raw, chosen, faults }
  return Object.keys(faults).length ? form : { ...form, values: values as Values<F> }
}

/** A form that nobody has filled in yet, or that starts from what is known. */
export function blank<F extends Fields>(
  fields: F,
  known: Partial<Record<keyof F & string, string | readonly string[] | number | null>> = {},
): Filled<F> {
  type Key = keyof F & string
  const raw = {} as Record<Key, string>
  const chosen = {} as Record<Key, readonly string[]>
  for (const key of Object.keys(fields) as Key[]) {
    const value = known[key] ?? ''
    chosen[key] = Array.isArray(value) ? value : [String(value)]
    raw[key] = Array.isArray(value) ? value.join('\n') : String(value)
  }
  return { fields, raw, chosen, faults: {} }
}
