import { districts } from '#domains/districts/index.ts'
import { itemById, type PlanItem } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import type { Report, ReportContent, ReportId, Round, Scale } from '../progress.ts'
import * as rules from '../rules/hand-in.ts'
import { mayHandIn, saysSomethingNew } from '../rules/report.ts'
import { dropHearing } from '../store/groups.ts'
import * as store from '../store/reports.ts'
import { roundById } from '../store/rounds.ts'
import { scaleById } from '../store/scales.ts'
import { type ProgressAction, type Standing, standing, workflow } from '../workflow.ts'
import { tellStep } from './tell.ts'

/** A report with everything that it is judged by. */
export interface Whole {
  readonly report: Report
  readonly round: Round
  readonly scale: Scale
  readonly item: PlanItem
  /** Who works for it: the section that the city asked first, then those that the plan names. */
  readonly sections: readonly string[]
}

/** What was being edited, as it was seen: who saved in between is told, and nothing is lost. */
export interface Seen {
  readonly id: ReportId
  readonly version: number
}

/** Districts are those of the city's list, of today or of another day. */
async function mustBeDistricts(tx: Writer, { districts: named }: ReportContent): Promise<void> {
  if (!named.length) return
  const known = new Set<string>((await districts(tx)).map(({ id }) => id))
  if (!named.every((id) => known.has(id)))
    accept(no({ kind: 'refused', reason: 'unknown-district', place: 'districts' }))
}

/** Keeps what is written so far. Blank and half-finished is allowed; the scale has its say at the hand-in. */
export const saveDraft = (ctx: Ctx, seen: Seen, content: ReportContent, as?: Standing) =>
  onReport(ctx, 'saveDraft', seen, 'progress.drafted', as, async (report, _whole, tx) => {
    await mustBeDistricts(tx, content)
    return rules.drafted(report, { ...content, unchanged: '' })
  })

/**
 * Hands in. Refused with the field: value-needed, result-needed, reason-for-value, reading-needed, and
 * nothing-new, where it is what the last report said: that is 変わりなし, and has a reason.
 */
export const submit = (ctx: Ctx, seen: Seen, content: ReportContent, as?: Standing) =>
  onReport(ctx, 'submit', seen, 'progress.reported', as, async (report, { round, scale }, tx) => {
    accept(mayHandIn(content, round, scale))
    accept(saysSomethingNew(report, content))
    await mustBeDistricts(tx, content)
    const by = ctx.actor.id
    await store.keepVersion(tx, report.id, { content, at: ctx.now, by })
    // What staff typed for a group is its own once the group has said it itself.
    if (as === 'group') await dropHearing(tx, report.id)
    return rules.submitted(report, content, by, ctx.now)
  })

/** 変更なし: as last time, with the reason why. The value stays, so there has to be one. */
export const sayUnchanged = (ctx: Ctx, seen: Seen, reason: string, as?: Standing) =>
  onReport(ctx, 'submit', seen, 'progress.unchanged', as, async (report, whole, tx) => {
    if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: 'unchanged' }))
    const content = { ...report.content, unchanged: reason.trim() }
    accept(mayHandIn(content, whole.round, whole.scale))
    const by = ctx.actor.id
    await store.keepVersion(tx, report.id, { content, at: ctx.now, by })
    if (as === 'group') await dropHearing(tx, report.id)
    return rules.submitted(report, content, by, ctx.now)
  })

export const takeBack = (ctx: Ctx, seen: Seen, as?: Standing) =>
  onReport(ctx, 'takeBack', seen, 'progress.taken-back', as, async (report) =>
    rules.takenBack(report),
  )

/** Makes it public. Never by whoever handed it in. */
export const confirm = (ctx: Ctx, seen: Seen) =>
  onReport(ctx, 'confirm', seen, 'progress.confirmed', undefined, async (report) =>
    rules.confirmed(report, ctx.actor.id, ctx.now),
  )

export const giveBack = (ctx: Ctx, seen: Seen, reason: string) =>
  onReport(ctx, 'giveBack', seen, 'progress.returned', undefined, async (report) => {
    if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: 'reason' }))
    return rules.givenBack(report, reason.trim())
  })

export const reassign = (ctx: Ctx, seen: Seen, section: string) =>
  onReport(ctx, 'reassign', seen, 'progress.reassigned', undefined, async (report) => {
    if (!section.trim()) accept(no({ kind: 'refused', reason: 'section-needed', place: 'asked' }))
    return rules.reassigned(report, section.trim())
  })

/**
 * One step of one report. `as` is a standing that the way in gives and no duty does: a group came by its link,
 * which its route has checked.
 */
export async function onReport<A extends ProgressAction>(
  ctx: Ctx,
  action: A,
  { id, version }: Seen,
  fact: Fact['fact'],
  as: Standing | undefined,
  change: (
    report: Parameters<typeof permit<Report, typeof workflow, A>>[3] &
      Extract<Report, { state: (typeof workflow)[A]['from'][number] }>,
    whole: Whole,
    tx: Writer,
  ) => Promise<Report>,
): Promise<Report> {
  return ctx.record(async (tx) => {
    const whole = await wholeOf(tx, id)
    const { report, round, item } = whole
    const about = { sections: whole.sections, report }
    const stands = as ? new Set<Standing>([as]) : standing(ctx.actor, about)
    const ready = accept(permit(workflow, action, stands, report))
    if (report.version !== version) throw new Refused({ kind: 'stale' })
    if (round.state !== 'open') accept(no({ kind: 'refused', reason: 'round-closed' }))
    const changed = await change(ready, whole, tx)
    await store.updateReport(tx, changed)
    const after: Report = { ...changed, version: version + 1 }
    await tellStep(tx, ctx, action, report, { ...whole, report: after })
    const detail = { item: item.id, round: round.id, side: report.side }
    return [after, { fact, subject: id, basis: workflow[action].basis, detail }]
  })
}

/** Everything that belongs to a report; not found when it does not exist. */
export async function wholeOf(
  db: Parameters<typeof store.reportById>[0],
  id: ReportId,
): Promise<Whole> {
  const report = found(await store.reportById(db, id))
  const round = found(await roundById(db, report.roundId))
  const scale = found(await scaleById(db, round.scaleId))
  const item = found(await itemById(db, report.itemId))
  const citys = await sectionAsked(db, report)
  const sections = [...new Set([...(citys ? [citys] : []), ...item.departments])]
  return { report, round, scale, item, sections }
}

/** The section that the city asked about the item; for a group's report, that of the same round. */
export async function sectionAsked(
  db: Parameters<typeof store.reportById>[0],
  { side, asked, roundId, itemId }: Pick<Report, 'side' | 'asked' | 'roundId' | 'itemId'>,
): Promise<string | undefined> {
  if (side === 'city') return asked
  const beside = await store.reports(db, { rounds: [roundId], items: [itemId] })
  return beside.find((one) => one.side === 'city')?.asked
}
