import type { PlanItem } from '#domains/plan/index.ts'
import { addDays, type IsoDate } from '#platform/calendar.ts'
import { type Link, linkDays } from '../group.ts'
import type { PublicReport, Report, Round, ScaleStep } from '../progress.ts'
import { type Difference, differences } from './report.ts'

/** Where citizens lead (★) or share the lead (◎): elsewhere there is no other side to ask. */
export const hasOtherSide = ({ lead }: Pick<PlanItem, 'lead'>): boolean =>
  lead === 'citizens' || lead === 'both'

/** The last day on which a link opens. */
export const linkUntil = ({ dueOn }: Pick<Round, 'dueOn'>): IsoDate => addDays(dueOn, linkDays)

/** The same, where something was decided of a report that is public: as many days from that day on. */
export function appealLinkUntil(round: Pick<Round, 'dueOn'>, today: IsoDate): IsoDate {
  const [until, later] = [linkUntil(round), addDays(today, linkDays)]
  return until > later ? until : later
}

export const opens = (link: Link, today: IsoDate): boolean =>
  link.endedAt === null && today <= link.until

/** What two public reports of one item and period say differently. Their own steps are scale enough. */
export function differencesOf(city: PublicReport, group: PublicReport): readonly Difference[] {
  const steps = [city.step, group.step].filter((one): one is ScaleStep => one !== null)
  return differences(city.content, group.content, { id: 'scl_both', name: '', steps })
}

/** Waiting for whoever was asked: nothing has been handed in, or it was given back. */
export const isOpen = ({ state }: Pick<Report, 'state'>): boolean =>
  state === 'requested' || state === 'drafting' || state === 'returned'
