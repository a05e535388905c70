import type { Locale } from '#design/view.ts'
import { itemById, planUrls, publicPlan, publicPlans, say } from '#domains/plan/index.ts'
import type { Subject } from '#domains/residents/routes.tsx'
import { fiscalYearIn } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { isId } from '#platform/id.ts'

/** What residents can ask to be told of: a public plan (`plan:2013`), or an item of one by its id. */
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
  const item = isId('itm', id) ? await itemById(db, id) : undefined
  const plan = item && (await publicPlans(db)).find((one) => one.id === item.planId)
  if (!item || !plan) return undefined
  const title = `${item.code} ${say(item, 'title', locale).text}`
  return { id, title, path: planUrls.item(plan.fiscalYear, item.code) }
}
