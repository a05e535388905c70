import { currentIds, type District, districts, districtsOn } from '#domains/districts/index.ts'
import { coversOf } from '#domains/moderation/index.ts'
import { type Plan, placedItems, planTerms, publicItem, yearView } from '#domains/plan/index.ts'
import { fiscalYearStart, type IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { must } from '#platform/must.ts'
import { type PublicReport, reportSubject } from '../progress.ts'
import { alarmsOf } from '../rules/alarms.ts'
import { toPublic } from '../rules/report.ts'
import { type ItemProgress, standingOf, type YearProgress } from '../rules/year.ts'
import { filesOf } from './evidence.ts'
import { explanations } from './explanations.ts'
import { reports } from './reports.ts'
import { rounds } from './rounds.ts'
import { scales } from './scales.ts'
import { termsOn } from './terms.ts'

/**
 * A public year as it stands on a day: its items with what was confirmed of them. The one source of every
 * figure: dashboard, item page, print, slides and open data count these.
 */
export async function yearProgress(db: Reader, plan: Plan, today: IsoDate): Promise<YearProgress> {
  const { tree, considerYears } = await yearView(db, plan)
  const placed = placedItems(tree)
  const ids = placed.map(({ item }) => item.id)
  const named = await districts(db)
  const { asked, sections, all: told } = await askedOf(db, plan)
  const all = told.map((one) => inToday(named, one, today))
  const confirmed = groupBy(all, ({ itemId }) => itemId)
  const said = groupBy(await explanations(db, ids), ({ itemId }) => itemId)
  const terms = await termsOn(db, today)
  const since = 'publishedOn' in plan ? plan.publishedOn : fiscalYearStart(plan.fiscalYear)
  const inForce = 'publishedOn' in plan
  const items = placed.map(({ measure, item }): ItemProgress => {
    const own = confirmed.get(item.id) ?? []
    const latest = own.findLast(({ side }) => side === 'city') ?? null
    const watched = {
      item,
      fiscalYear: plan.fiscalYear,
      since,
      reports: own,
      yearsAtConsider: considerYears.get(item.id) ?? 0,
      stalledAfterYears: planTerms.stalledAfterYears,
    }
    return {
      item: publicItem(item),
      measure: {
        number: measure.number,
        title: measure.title,
        translations: measure.translations,
      },
      asked: sections.get(item.id) ?? item.departments[0] ?? '',
      reports: own,
      latest,
      standing: standingOf(latest),
      alarms: inForce ? alarmsOf(watched, today, terms) : [],
      explanations: newestOf(said.get(item.id) ?? []),
    }
  })
  const { id: planId, fiscalYear, title, translations } = plan
  return {
    planId,
    fiscalYear,
    title,
    translations,
    asOf: today,
    rounds: asked.map(({ period, opensOn, dueOn }) => ({ period, opensOn, dueOn })),
    terms: { ...terms, stalledAfterYears: planTerms.stalledAfterYears },
    items,
    districts: shownDistricts(named, all, today),
  }
}

type Named = readonly District[]

/** Districts as they are today, whatever they were called when somebody named them. */
function inToday(named: Named, report: PublicReport, today: IsoDate): PublicReport {
  const { content } = report
  if (!content.districts.length) return report
  return {
    ...report,
    content: { ...content, districts: currentIds(named, content.districts, today) },
  }
}

/** Those of the day, and behind them what ended and became nothing else, where a report still names it. */
function shownDistricts(named: Named, told: readonly PublicReport[], today: IsoDate) {
  const now = districtsOn(named, today)
  const said = new Set(told.flatMap(({ content }) => content.districts))
  const gone = named.filter((one) => said.has(one.id) && !now.includes(one))
  return [...now, ...gone].map(({ id, name, reading, en, ko }) => ({ id, name, reading, en, ko }))
}

/** What was asked of a plan, whom, and everything confirmed of both sides, in the order of its rounds. */
async function askedOf(db: Reader, plan: Plan) {
  const asked = (await rounds(db, plan.id)).filter(({ state }) => state !== 'planned')
  const known = new Map((await scales(db)).map((one) => [one.id, one]))
  const all = await reports(db, { rounds: asked.map(({ id }) => id) })
  const confirmed = all.filter(({ state }) => state === 'confirmed')
  const files = groupBy(
    await filesOf(
      db,
      confirmed.map(({ id }) => id),
    ),
    ({ reportId }) => reportId,
  )
  const covers = await coversOf(db, reportSubject)
  const sections = new Map<string, string>()
  const byRound = groupBy(all, ({ roundId }) => roundId)
  const said = asked.flatMap((round): readonly PublicReport[] => {
    const scale = must(known.get(round.scaleId), 'a round has its scale')
    const own = byRound.get(round.id) ?? []
    for (const { side, itemId, asked: section } of own)
      if (side === 'city') sections.set(itemId, section)
    return own.flatMap((report) =>
      report.state === 'confirmed'
        ? [
            toPublic(
              report,
              round,
              scale,
              files.get(report.id) ?? [],
              covers.get(report.id) ?? null,
            ),
          ]
        : [],
    )
  })
  return { asked, sections, all: said }
}

const newestOf = (said: ItemProgress['explanations']): ItemProgress['explanations'] =>
  said.filter((one, at) => said.findIndex(({ alarm }) => alarm === one.alarm) === at)
