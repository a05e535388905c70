import { type Plan, placedItems, planById, treeOf } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { must } from '#platform/must.ts'
import { found } from '#platform/result.ts'
import type { Round, RoundId, Scale } from '../progress.ts'
import { type Line, lastSaid, sectionOf, type Tallied, tally } from '../rules/desk.ts'
import { reports } from '../store/reports.ts'
import { roundById, rounds } from '../store/rounds.ts'
import { scaleById } from '../store/scales.ts'

/** A round as the desk works on it. */
export interface RoundDesk {
  readonly plan: Plan
  readonly round: Round
  readonly scale: Scale
  /** In the order of the plan; the city's report of an item before those of its groups. */
  readonly lines: readonly Line[]
}

export async function roundDesk(db: Reader, id: RoundId): Promise<RoundDesk> {
  const round = found(await roundById(db, id))
  const plan = found(await planById(db, round.planId))
  const scale = found(await scaleById(db, round.scaleId))
  const placed = placedItems(await treeOf(db, plan))
  const all = await reports(db, { items: placed.map(({ item }) => item.id) })
  const known = new Map((await rounds(db, plan.id)).map((one) => [one.id as string, one]))
  const own = groupBy(
    all.filter((one) => one.roundId === id),
    ({ itemId }) => itemId,
  )
  const lines = placed.flatMap(({ item, measure: { number, title } }) =>
    (own.get(item.id) ?? []).map(
      (report): Line => ({
        report,
        item,
        measure: { number, title },
        last: lastSaid(report, all, known),
      }),
    ),
  )
  return { plan, round, scale, lines }
}

/** What one section answers for: its own reports, and those of the groups of its items. */
export const linesOf = (desk: RoundDesk, section: string): readonly Line[] =>
  desk.lines.filter((line) => sectionOf(line, desk.lines) === section)

/** The line of one report, where it is among those of its round. */
export const lineOf = ({ lines }: RoundDesk, id: string): Line =>
  must(
    lines.find(({ report }) => report.id === id),
    'a report of its round',
  )

export interface SectionTally {
  readonly section: string
  readonly tally: Tallied
}
export interface RoundTally {
  readonly round: Round
  readonly whole: Tallied
  /** In the order in which the plan names them. */
  readonly sections: readonly SectionTally[]
}

/** The rounds of a plan with how far each has come, whole and by section. */
export async function roundsOf(
  db: Reader,
  plan: Plan,
  today: IsoDate,
): Promise<readonly RoundTally[]> {
  const asked = await rounds(db, plan.id)
  const all = await reports(db, { rounds: asked.map(({ id }) => id) })
  const place = new Map(placedItems(await treeOf(db, plan)).map(({ item }, at) => [item.id, at]))
  const own = all
    .filter(({ side }) => side === 'city')
    .toSorted((a, b) => (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0))
  return asked.map((round) => {
    const here = own.filter(({ roundId }) => roundId === round.id)
    const bySection = groupBy(here, (report) => report.asked)
    const sections = [...bySection].map(([section, list]) => ({
      section,
      tally: tally(list, round, today),
    }))
    return { round, whole: tally(here, round, today), sections }
  })
}
