import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import type { Amendment, AmendmentId } from '../amendment.ts'
import type { ContentField, ItemContent } from '../item.ts'
import type { ItemId } from '../plan.ts'
import { changedFields, same } from '../rules/content.ts'
import * as branches from '../store/branches.ts'
import * as threads from '../store/threads.ts'
import * as store from '../store/tree.ts'
import { inPlan } from './act.ts'
import { tellOfAmendment } from './tell.ts'

/** 計画変更の起案: proposes a change of a published item. Nothing of the plan changes yet. */
export async function proposeAmendment(
  ctx: Ctx,
  itemId: ItemId,
  content: ItemContent,
  reason: string,
): Promise<Amendment> {
  const item = found(await store.itemById(ctx.db, itemId))
  const fields = changedFields(item, content)
  if (!fields.length) accept(no({ kind: 'refused', reason: 'nothing-to-change' }))
  if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed', place: item.code }))
  return inPlan(
    ctx,
    'amend',
    item.planId,
    async ({ tx, plan, fact }) => {
      const amendment: Amendment = {
        id: newId('amd'),
        planId: plan.id,
        itemId,
        reason,
        before: pick(item, fields),
        after: pick(content, fields),
        proposedAt: ctx.now,
        proposedBy: ctx.actor.id,
        approvedOn: null,
        approvedBy: null,
        withdrawn: false,
      }
      await threads.insertAmendment(tx, amendment)
      const detail = { code: item.code, fields: fields.join(' ') }
      return [amendment, fact('plan.amendment-proposed', amendment.id, detail)]
    },
    item,
  )
}

/**
 * 計画変更の決裁 by another person than the one who proposed it: from this day the new wording is in
 * force. Refused when the item has changed since, so that what is approved is what was read.
 */
export async function approveAmendment(ctx: Ctx, id: AmendmentId): Promise<Amendment> {
  const open = found(await threads.amendmentById(ctx.db, id))
  return inPlan(ctx, 'approveAmendment', open.planId, async ({ tx, plan, by, fact }) => {
    const amendment = found(await threads.amendmentById(tx, id))
    if (amendment.proposedBy === ctx.actor.id)
      accept(no({ kind: 'refused', reason: 'own-amendment' }))
    const item = found(await store.itemById(tx, amendment.itemId))
    const fields = Object.keys(amendment.before) as ContentField[]
    if (fields.some((field) => !same(item[field], amendment.before[field])))
      throw new Refused({ kind: 'stale' })
    const approved: Amendment = {
      ...amendment,
      approvedOn: localDate(ctx.now),
      approvedBy: ctx.actor.id,
    }
    if (!(await threads.settleAmendment(tx, approved))) throw new Refused({ kind: 'stale' })
    const amended = { ...item, ...amendment.after }
    await branches.updateItem(tx, amended, by)
    await tellOfAmendment(tx, ctx, plan, amended, amendment)
    const detail = { code: item.code, fields: fields.join(' '), reason: amendment.reason }
    return [approved, fact('plan.amended', item.id, detail)]
  })
}

export async function withdrawAmendment(ctx: Ctx, id: AmendmentId): Promise<void> {
  const open = found(await threads.amendmentById(ctx.db, id))
  const item = found(await store.itemById(ctx.db, open.itemId))
  await inPlan(
    ctx,
    'amend',
    open.planId,
    async ({ tx, fact }) => {
      if (!(await threads.settleAmendment(tx, { ...open, withdrawn: true })))
        throw new Refused({ kind: 'stale' })
      return [undefined, fact('plan.amendment-withdrawn', id, { code: item.code })]
    },
    item,
  )
}

const pick = (content: ItemContent, fields: readonly ContentField[]): Partial<ItemContent> =>
  Object.fromEntries(fields.map((field) => [field, content[field]]))
