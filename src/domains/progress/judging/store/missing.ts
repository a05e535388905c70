import type { Plan } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Report, ReportId } from '../../progress.ts'
import { reports } from '../../store/reports.ts'
import { rounds } from '../../store/rounds.ts'
import { yearProgress } from '../../store/views.ts'
import type { Committee } from '../judging.ts'
import {
  type Lack,
  lackOf,
  layersMissing,
  type Named,
  settlementsMissing,
} from '../rules/missing.ts'
import { namedOf } from '../rules/year.ts'
import { committees } from './committees.ts'
import { remarks } from './remarks.ts'
import { judgingOf, onlooker } from './views.ts'

/**
 * What a plan still needs before it counts as evaluated: every final report confirmed, no indicator blank
 * without its reason, all three layers or why one is left out, every remark of every committee of the year
 * answered, and the judging of its end published.
 * Nothing missing: the plan may be evaluated.
 */
export async function missingFor(db: Reader, plan: Plan, today: IsoDate): Promise<readonly Lack[]> {
  const items = (await yearProgress(db, plan, today)).items.map(({ item }) => item)
  const all = await committees(db, plan.id)
  const final = all.find(({ occasion }) => occasion === 'final')
  const reported = await reportsMissing(db, plan, items)
  const unanswered = await remarksMissing(db, all, items)
  if (!final) return [...reported, ...unanswered, lackOf('no-judging', null)]
  const year = await judgingOf(db, final, onlooker, today)
  const named = namedOf(year)
  const own = year.items.flatMap(({ section, secretariat }) => [section, secretariat])
  const given = own.flatMap((one) => (one ? [one] : []))
  const settled = year.items.flatMap(({ settlement }) => (settlement ? [settlement] : []))
  return [
    ...reported,
    ...layersMissing(named, given, year.waivers),
    ...settlementsMissing(named, settled, year.waivers),
    ...unanswered,
    ...(final.state === 'published' ? [] : [lackOf('not-published', null)]),
  ]
}

/** Remarks of any committee of the year, the midterm's too, without an approved answer. */
async function remarksMissing(
  db: Reader,
  all: readonly Committee[],
  items: readonly Named[],
): Promise<readonly Lack[]> {
  const found: Lack[] = []
  for (const { id } of all)
    for (const { itemId, state } of await remarks(db, { committee: id })) {
      const item = items.find((one) => one.id === itemId)
      if (state !== 'approved') found.push(lackOf('answer', item ?? null))
    }
  return found
}

async function reportsMissing(
  db: Reader,
  plan: Plan,
  items: readonly (Named & { readonly indicators: readonly { readonly name: string }[] })[],
): Promise<readonly Lack[]> {
  const all = await citysFinal(db, plan)
  return items.flatMap((item) => {
    const own = all.find((r) => r.itemId === item.id)
    if (own?.state !== 'confirmed') return [lackOf('report', item)]
    return item.indicators.flatMap(({ name }) => {
      const reading = own.content.readings.find((one) => one.name === name)
      const isBlank = !reading || (reading.actual === null && !reading.unmeasured.trim())
      return isBlank ? [lackOf('reading', item, name)] : []
    })
  })
}

async function citysFinal(db: Reader, plan: Pick<Plan, 'id'>): Promise<readonly Report[]> {
  const asked = (await rounds(db, plan.id)).filter(({ period }) => period === 'final')
  const all = await reports(db, { rounds: asked.map(({ id }) => id) })
  return all.filter(({ side }) => side === 'city')
}

/** The city's own final report of each item, by the item; nothing of those not asked yet. */
export const finalReports = async (
  db: Reader,
  plan: Pick<Plan, 'id'>,
): Promise<ReadonlyMap<string, ReportId>> =>
  new Map((await citysFinal(db, plan)).map(({ itemId, id }) => [itemId, id]))

/** Comments of committees of a plan that the city has not answered yet; an edition must not pass them over. */
export async function answersOpen(db: Reader, plan: Pick<Plan, 'id'>): Promise<number> {
  const all = await committees(db, plan.id)
  let open = 0
  for (const { id, state } of all)
    if (state === 'answering' || state === 'settled')
      open += (await remarks(db, { committee: id })).filter((r) => r.state !== 'approved').length
  return open
}
