import { amendments, itemById, planById } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { Answer, Committee, Follow, Remark, RemarkId } from '../judging.ts'
import { wholeAnswer } from '../rules/verdict.ts'
import { committeeById } from '../store/committees.ts'
import { remarkById, updateRemark } from '../store/remarks.ts'
import { type About, type JudgingAction, standing, workflow } from '../workflow.ts'
import { factOf, mustBeFresh, unitOf } from './act.ts'
import { tellOfAnswer, tellOfReturn } from './tell.ts'

export interface SeenRemark {
  readonly id: RemarkId
  readonly version: number
}
type RemarkFor<A extends JudgingAction> = Ready<Remark, typeof workflow, A>

/** What every remark has, whatever has become of its answer. */
const asked = (r: Remark) => ({
  id: r.id,
  version: r.version,
  committeeId: r.committeeId,
  itemId: r.itemId,
  kind: r.kind,
  position: r.position,
  text: r.text,
  section: r.section,
  answer: r.answer,
})

export const saveAnswer = (ctx: Ctx, seen: SeenRemark, answer: Answer) =>
  onRemark(ctx, 'answer', seen, 'judging.answer-drafted', async (remark, tx, committee) => {
    await mustLead(tx, committee, answer.follow)
    return { ...asked(remark), answer, state: 'drafted' }
  })

/** 回答を出す: adopted, partly or not, with its reason, and what it became if anything did. */
export const submitAnswer = (ctx: Ctx, seen: SeenRemark, answer: Answer) =>
  onRemark(ctx, 'submitAnswer', seen, 'judging.answered', async (remark, tx, committee) => {
    const whole = accept(wholeAnswer(answer))
    await mustLead(tx, committee, whole.follow)
    const by = { answeredAt: ctx.now, answeredBy: ctx.actor.id }
    const submitted = { ...asked(remark), answer: whole, ...by, state: 'submitted' } as const
    await tellOfAnswer(tx, ctx, submitted)
    return submitted
  })

/** 決裁, by the head of the section and never by whoever wrote it. */
export const approve = (ctx: Ctx, seen: SeenRemark) =>
  onRemark(ctx, 'approve', seen, 'judging.answer-approved', async (remark) => ({
    ...remark,
    state: 'approved',
    approvedAt: ctx.now,
    approvedBy: ctx.actor.id,
  }))

export const giveBack = (ctx: Ctx, seen: SeenRemark, reason: string) =>
  onRemark(ctx, 'giveBack', seen, 'judging.answer-returned', async (remark, tx) => {
    if (!reason.trim()) refuse('reason-needed', 'reason')
    const { answeredAt, answeredBy } = remark
    const said = { answeredAt, answeredBy, returnReason: reason.trim() }
    const returned = { ...asked(remark), ...said, state: 'returned' } as const
    await tellOfReturn(tx, ctx, returned)
    return returned
  })

/** Another section answers; what was begun goes with it. */
export const reassign = (ctx: Ctx, seen: SeenRemark, section: string) =>
  onRemark(ctx, 'reassign', seen, 'judging.answer-reassigned', async (remark) => {
    if (!section.trim()) refuse('section-needed', 'section')
    return { ...asked(remark), section: section.trim(), state: 'open' }
  })

/** What an answer may point at: an amendment of this plan, or an item of a later one. */
async function mustLead(tx: Reader, committee: Committee, follow: Follow | null): Promise<void> {
  if (!follow) return
  if (follow.kind === 'amendment') {
    const known = await amendments(tx, committee.planId)
    if (!known.some(({ id, withdrawn }) => id === follow.id && !withdrawn))
      refuse('follow-unknown', 'follow')
    return
  }
  const item = await itemById(tx, follow.id as Parameters<typeof itemById>[1])
  const plan = item && (await planById(tx, item.planId))
  if (!plan || plan.fiscalYear <= committee.fiscalYear) refuse('follow-unknown', 'follow')
}

export const aboutRemark = (remark: Remark, unit: string): About => ({
  sections: [remark.section],
  remark,
  isOwn: remark.section === unit,
})

export async function onRemark<A extends JudgingAction>(
  ctx: Ctx,
  action: A,
  { id, version }: SeenRemark,
  fact: Fact['fact'],
  change: (remark: RemarkFor<A>, tx: Writer, committee: Committee) => Promise<Remark>,
): Promise<Remark> {
  return ctx.record(async (tx) => {
    const remark = found(await remarkById(tx, id))
    const stands = standing(ctx.actor, aboutRemark(remark, await unitOf(tx)))
    const ready = accept(permit(workflow, action, stands, remark))
    mustBeFresh(version, remark.version)
    const committee = found(await committeeById(tx, remark.committeeId))
    // Answers are asked for once all is settled, and what is published stays as it is; where it led grows on.
    const late = action === 'carryOver' && committee.state === 'published'
    if (committee.state !== 'answering' && !late) refuse('not-answering')
    const changed = await change(ready, tx, committee)
    await updateRemark(tx, changed)
    const detail = { item: remark.itemId, section: changed.section }
    return [{ ...changed, version: version + 1 }, factOf(fact, action, id, detail)]
  })
}
