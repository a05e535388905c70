import {
  currentIds,
  type District,
  districtChoices,
  districtNamed,
  districtNamer,
  districtsOn,
} from '#domains/districts/index.ts'
import type { IsoDate } from '#platform/calendar.ts'

/** どの地区で: what a report may choose on a day, and how its choices are read. None means the whole city. */
export interface Where {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What was chosen once, as it is today. */
  readonly now: (kept: readonly string[]) => readonly string[]
  readonly name: (id: string) => string
  /** The id of the one that is called so today, as a city's office writes it. */
  readonly named: (name: string) => string | null
}

export const whereOn = (
  all: readonly District[],
  today: IsoDate,
  locale: 'ja' | 'easy' | 'en' | 'ko',
): Where => ({
  choices: districtChoices(all, today, locale),
  now: (kept) => currentIds(all, kept, today),
  name: districtNamer(all, today, locale),
  named: (name) => districtNamed(districtsOn(all, today), name)?.id ?? null,
})

/** A form's ticks as the choices of today: a district that has a new name since stays ticked. */
export const nowIn = <F extends { readonly chosen: { readonly districts: readonly string[] } }>(
  form: F,
  where: Where,
): F => ({ ...form, chosen: { ...form.chosen, districts: where.now(form.chosen.districts) } })
