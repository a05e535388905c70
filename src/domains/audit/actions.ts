import type { Actor } from '#platform/actor.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import { amountOf, type Retention } from '#platform/retention.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { longest } from './audit.ts'
import { saveTerm, termsOn } from './store.ts'
import { type AuditAction, standing, workflow } from './workflow.ts'

/** Throws for whom the table does not name. */
export const may = (actor: Actor, action: AuditAction) =>
  accept(permit(workflow, action, standing(actor), nothing))

export const mayDo = (actor: Actor, action: AuditAction): boolean =>
  permit(workflow, action, standing(actor), nothing).ok

/**
 * Sets how long a class is kept, from a day on. Never from today: what a slip of the hand would delete
 * stays until the next night at least, and the page shows what would be due.
 */
export async function setTerm(
  ctx: Ctx,
  retention: Retention,
  wish: { readonly amount: number; readonly from: IsoDate; readonly reason: string },
): Promise<void> {
  may(ctx.actor, 'setTerm')
  if (wish.from <= localDate(ctx.now))
    accept(no({ kind: 'refused', reason: 'term-not-ahead', place: wish.from }))
  const unit = 'years' in retention.kept ? 'years' : 'days'
  if (wish.amount > longest[unit])
    accept(no({ kind: 'refused', reason: 'term-too-long', place: String(wish.amount) }))
  await ctx.record(async (tx) => {
    const { name } = retention
    const known = (await termsOn(tx, wish.from)).get(name) ?? amountOf(retention.kept)
    await saveTerm(tx, { name, ...wish, setBy: ctx.actor.id, setAt: ctx.now })
    const detail = { before: known, after: wish.amount, unit, from: wish.from }
    return [
      undefined,
      { fact: 'audit.term-set', subject: name, basis: workflow.setTerm.basis, detail },
    ]
  })
}
