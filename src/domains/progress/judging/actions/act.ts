import { type Plan, planById, planTerms } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { Committee, CommitteeId } from '../judging.ts'
import type { JudgingYear } from '../rules/year.ts'
import { committeeById, updateCommittee } from '../store/committees.ts'
import { judgingOf, onlooker } from '../store/views.ts'
import { type About, type JudgingAction, standing, workflow } from '../workflow.ts'

export type CommitteeFor<A extends JudgingAction> = Ready<Committee, typeof workflow, A>

/** A fact never holds a value or a word of a mark: the ledger is read by many. */
export const factOf = (
  fact: Fact['fact'],
  action: JudgingAction,
  subject: string,
  detail: NonNullable<Fact['detail']> = {},
): Fact => ({ fact, subject, basis: workflow[action].basis, detail })

/** One step of one judging: find, permit, change, save if it changed, record. */
export async function onCommittee<A extends JudgingAction>(
  ctx: Ctx,
  action: A,
  id: CommitteeId,
  fact: Fact['fact'],
  change: (tx: Writer, committee: CommitteeFor<A>) => Promise<Committee | undefined>,
  about: About = {},
  detail: NonNullable<Fact['detail']> = {},
): Promise<Committee> {
  return ctx.record(async (tx) => {
    const committee = found(await committeeById(tx, id))
    const stands = standing(ctx.actor, { committee: id, ...about })
    const ready = accept(permit(workflow, action, stands, committee))
    const changed = await change(tx, ready)
    if (changed) await updateCommittee(tx, changed)
    const result = changed ? { ...changed, version: committee.version + 1 } : committee
    return [result, factOf(fact, action, id, { year: committee.fiscalYear, ...detail })]
  })
}

/** The judging as a step of it has to see it: without anybody's marks. */
export const yearOf = (tx: Reader, ctx: Ctx, committee: Committee): Promise<JudgingYear> =>
  judgingOf(tx, committee, onlooker, localDate(ctx.now))

export async function planFor(tx: Reader, committee: Pick<Committee, 'planId'>): Promise<Plan> {
  return found(await planById(tx, committee.planId))
}

/** Who answers for an item: the first department that is somebody; else the secretariat's unit. */
export const askedFor = (
  { departments }: { readonly departments: readonly string[] },
  unit: string,
): string => departments.find((d) => !planTerms.collectiveDepartments.includes(d)) ?? unit

export const unitOf = async (tx: Reader): Promise<string> => (await siteProfile(tx)).unit.ja

/** Whoever saw an older version is told. */
export const mustBeFresh = (seen: number, now: number): void => {
  if (seen !== now) throw new Refused({ kind: 'stale' })
}
