import type { Locale } from './plan.ts'

/** A text as it can be said in a language; `lang` marks Japanese shown for want of a translation. */
export interface Said {
  readonly text: string
  readonly lang?: 'ja'
}

interface Sayable {
  readonly translations: { readonly [L in Exclude<Locale, 'ja'>]?: object }
}
/** The fields that have translations: title, but not departments. */
type FieldOf<T extends Sayable> = {
  [K in keyof NonNullable<T['translations']['en']>]-?: K extends keyof T
    ? T[K] extends string
      ? K
      : never
    : never
}[keyof NonNullable<T['translations']['en']>] &
  keyof T &
  string

/** Falls back to Japanese, and says so: a reader's software must not read it out as English. */
export function say<T extends Sayable>(of: T, field: FieldOf<T>, locale: Locale): Said {
  const text = String(of[field])
  if (locale === 'ja') return { text }
  const texts: Readonly<Record<string, string | undefined>> = { ...of.translations[locale] }
  const translated = texts[field]
  if (translated) return { text: translated }
  return locale === 'easy' ? { text } : { text, lang: 'ja' }
}
