import type { Locale } from '#design/view.ts'
import {
  itemById,
  itemsOf,
  planUrls,
  publicPlan,
  publicPlans,
  say,
  yearView,
} from '#domains/plan/index.ts'
import type { Subject } from '#domains/residents/routes.tsx'
import { voiceSubject, voiceSubjects } from '#domains/voices/index.ts'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { isId } from '#platform/id.ts'
import { fold } from '#platform/search.ts'

/**
 * What residents can ask to be told of: a public plan (`plan:2013`), an item of one by its id, a voice, or all voices
 * of a topic or a district.
 */
export async function subjectOf(
  db: Reader,
  id: string,
  locale: Locale,
): Promise<Subject | undefined> {
  const [, year] = /^plan:(\d{4})$/.exec(id) ?? []
  if (year) {
    const plan = await publicPlan(db, Number(year))
    if (!plan) return undefined
    const named = fiscalYearIn(locale, plan.fiscalYear)
    const { text } = say(plan, 'title', locale)
    // The printed title often begins with the year.
    const title = text.includes(named) ? text : `${named} ${text}`
    return { id, title, path: planUrls.year(plan.fiscalYear) }
  }
  const voices = await voiceSubject(db, id, locale)
  if (voices) return voices
  const item = isId('itm', id) ? await itemById(db, id) : undefined
  const plan = item && (await publicPlans(db)).find((one) => one.id === item.planId)
  if (!item || !plan) return undefined
  const title = `${item.code} ${say(item, 'title', locale).text}`
  return { id, title, path: planUrls.item(plan.fiscalYear, item.code) }
}

/** Of how many years the items are offered: this one's and, while a plan changes over, the last one's. */
const yearsOffered = 2

/** Everything of the newest plans, and the topics and districts of voices, by title: what people on the telephone speak of. */
export async function subjectsOffered(db: Reader, locale: Locale): Promise<readonly Subject[]> {
  const plans = (await publicPlans(db)).slice(0, yearsOffered)
  const lists = await Promise.all(
    plans.map(async (plan) => {
      const { tree } = await yearView(db, plan)
      const whole = await subjectOf(db, `plan:${plan.fiscalYear}`, locale)
      const items = itemsOf(tree).map((item) => ({
        id: item.id,
        title: `${item.code} ${say(item, 'title', locale).text}`,
        path: planUrls.item(plan.fiscalYear, item.code),
        year: plan.fiscalYear,
      }))
      return [...(whole ? [{ ...whole, year: plan.fiscalYear }] : []), ...items]
    }),
  )
  // The same title stands in two years: the older one says which it is.
  const [newest] = plans
  const ofPlans = lists
    .flat()
    .map(({ year, ...one }) =>
      year === newest?.fiscalYear || one.id.startsWith('plan:')
        ? one
        : { ...one, title: `${one.title} (${fiscalYearIn(locale, year)})` },
    )
  return [...ofPlans, ...(await voiceSubjects(db, locale))]
}

/** What somebody may mean by what was typed: an id, a number, a title, or a part of one. One, several, or none. */
export async function subjectsNamed(
  db: Reader,
  typed: string,
  locale: Locale,
): Promise<readonly Subject[]> {
  const text = typed.trim()
  if (!text) return []
  const known = await subjectOf(db, text, locale)
  if (known) return [known]
  const all = await subjectsOffered(db, locale)
  const sought = fold(text)
  const exact = all.filter(({ title }) => fold(title) === sought)
  if (exact.length) return exact
  const numbered = all.filter(({ title }) => fold(title.split(' ')[0] ?? '') === sought)
  return numbered.length ? numbered : all.filter(({ title }) => fold(title).includes(sought))
}
