import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { districtNameIn, districts, districtsOn } from '#domains/districts/index.ts'
import { departmentWords } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { yearAmong } from '../rules/asked.ts'
import type { Figures } from '../rules/figures.ts'
import { termsOn } from '../store/terms.ts'
import { voiceYears, yearFigures } from '../store/year.ts'
import type { VoiceTerms } from '../terms.ts'

type C = Context<Env>

export const todayOf = (c: C) => localDate(c.var.ctx.now)

/** The terms of today: how the city calls its topics, grounds and kinds of answer. */
export const termsNow = ({ var: { ctx, recall } }: C): Promise<VoiceTerms> => {
  const today = localDate(ctx.now)
  return recall(`voice terms ${today}`, () => termsOn(ctx.db, today))
}

export const siteOf = ({ var: { ctx, recall } }: C) => recall('site', () => siteProfile(ctx.db))

/** Sections by the name of their day, said in the reader's language where there is one. */
export async function departmentNames(c: C): Promise<(name: string) => string> {
  const { ctx, recall, view } = c.var
  const { locale } = view
  if (locale === 'ja') return (name) => name
  const all = await recall('departments', () => departmentWords(ctx.db))
  return (name) => all.get(name)?.translations[locale] ?? name
}

const allDistricts = ({ var: { ctx, recall } }: C) => recall('districts', () => districts(ctx.db))

export async function districtNames(c: C): Promise<(id: string) => string> {
  const all = new Map<string, string>(
    (await allDistricts(c)).map((one) => [one.id, districtNameIn(one, c.var.view.locale)]),
  )
  return (id) => all.get(id) ?? id
}

/** The districts of today, as choices. */
export async function districtsNow(c: C) {
  const { locale } = c.var.view
  return districtsOn(await allDistricts(c), todayOf(c)).map((one) => ({
    value: one.id as string,
    label: districtNameIn(one, locale),
  }))
}

/** Every fiscal year in which a voice came, newest first. */
export const yearsOf = ({ var: { ctx, recall } }: C): Promise<readonly number[]> =>
  recall('voice years', () => voiceYears(ctx.db))

/** The figures of a year, as everybody may know them. */
export const figuresIn = (c: C, year: number): Promise<Figures> => {
  const { ctx, recall } = c.var
  const today = todayOf(c)
  return recall(`voice figures ${year} ${today}`, () => yearFigures(ctx.db, year, today))
}

/** The year of the address, the newest unless said; of a year without a voice there is nothing. */
export async function yearAsked(c: C): Promise<number> {
  const asked = c.req.query('year')
  const year = asked === undefined ? undefined : Number(asked)
  return found(yearAmong(await yearsOf(c), year, todayOf(c)))
}
