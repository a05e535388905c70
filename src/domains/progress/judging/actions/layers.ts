import { itemById } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { scaleById } from '../../store/scales.ts'
import type { CommitteeId, Judgement, JudgementId, Verdict, Waiver, WaiverId } from '../judging.ts'
import { whole } from '../rules/verdict.ts'
import { committeeById } from '../store/committees.ts'
import {
  insertWaiver,
  judgementById,
  removeWaiver,
  updateJudgement,
  waivers,
} from '../store/judgements.ts'
import { type JudgingAction, standing, workflow } from '../workflow.ts'
import { factOf, mustBeFresh, onCommittee } from './act.ts'

export interface SeenJudgement {
  readonly id: JudgementId
  readonly version: number
}

/** Keeps what a layer has written so far. */
export const saveVerdict = (ctx: Ctx, seen: SeenJudgement, verdict: Verdict) =>
  onJudgement(ctx, 'judge', seen, 'judging.drafted', (judgement) => ({
    ...judgement,
    state: 'drafting',
    verdict,
  }))

/** Gives a layer's word on an item. Refused at its field: value-needed, comment-needed, course-needed. */
export const give = (ctx: Ctx, seen: SeenJudgement, verdict: Verdict) =>
  onJudgement(ctx, 'give', seen, 'judging.given', async (judgement, tx) => {
    const { scaleId } = found(await committeeById(tx, judgement.committeeId))
    const said = accept(whole(verdict, found(await scaleById(tx, scaleId))))
    const given = { givenAt: ctx.now, givenBy: ctx.actor.id }
    return { ...judgement, state: 'given', verdict: said, ...given }
  })

export const takeBack = (ctx: Ctx, seen: SeenJudgement) =>
  onJudgement(ctx, 'takeBack', seen, 'judging.taken-back', (judgement): Judgement => {
    const { id, version, committeeId, itemId, layer, asked, verdict } = judgement
    return { id, version, committeeId, itemId, layer, asked, verdict, state: 'drafting' }
  })

/** What the city itself says is fixed once its papers are out: the members judge what they have read. */
async function onJudgement(
  ctx: Ctx,
  action: Extract<JudgingAction, 'judge' | 'give' | 'takeBack'>,
  { id, version }: SeenJudgement,
  fact: Fact['fact'],
  change: (
    judgement: Judgement,
    tx: Parameters<typeof committeeById>[0],
  ) => Judgement | Promise<Judgement>,
): Promise<Judgement> {
  return ctx.record(async (tx) => {
    const judgement = found(await judgementById(tx, id))
    const item = found(await itemById(tx, judgement.itemId))
    const sections = [judgement.asked, ...item.departments]
    accept(permit(workflow, action, standing(ctx.actor, { sections, judgement }), judgement))
    mustBeFresh(version, judgement.version)
    const committee = found(await committeeById(tx, judgement.committeeId))
    if (committee.state !== 'preparing') refuse('papers-are-out')
    const changed = await change(judgement, tx)
    await updateJudgement(tx, changed)
    const detail = { item: item.id, layer: judgement.layer }
    return [{ ...changed, version: version + 1 }, factOf(fact, action, id, detail)]
  })
}

/** Leaves a layer out, of one item or of the whole year, and says why; the reason is published. */
export const waive = (
  ctx: Ctx,
  id: CommitteeId,
  { layer, itemId, reason }: Pick<Waiver, 'layer' | 'itemId' | 'reason'>,
) =>
  onCommittee(
    ctx,
    'waive',
    id,
    'judging.layer-waived',
    async (tx) => {
      if (!reason.trim()) refuse('reason-needed', 'reason')
      const said = { reason: reason.trim(), by: ctx.actor.id, at: ctx.now }
      await insertWaiver(tx, { id: newId('wav'), committeeId: id, layer, itemId, ...said })
      return undefined
    },
    {},
    { layer, item: itemId },
  )

/**
 * 省略の取消し: the layer is asked for again. What the city itself says is fixed once its papers are out, so that
 * its own two layers come back only before.
 */
export const unwaive = async (ctx: Ctx, id: CommitteeId, which: WaiverId, reason: string) => {
  const known = (await waivers(ctx.db, id)).find((one) => one.id === which)
  const detail = { layer: known?.layer ?? '', item: known?.itemId ?? null, reason: reason.trim() }
  return onCommittee(
    ctx,
    'unwaive',
    id,
    'judging.layer-asked-again',
    async (tx, committee) => {
      if (!reason.trim()) refuse('reason-needed', 'reason')
      const waiver = (await waivers(tx, id)).find((one) => one.id === which)
      if (!waiver) return refuse('not-waived')
      if (waiver.layer !== 'committee' && committee.state !== 'preparing') refuse('papers-are-out')
      await removeWaiver(tx, which)
      return undefined
    },
    {},
    detail,
  )
}
