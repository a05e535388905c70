import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit, type Ready } from '#platform/workflow.ts'
import type { Case, Decision, DecisionAction, SaidToAuthor } from '../case.ts'
import * as store from '../store/cases.ts'
import { insertDecision } from '../store/decisions.ts'
import { type ModerationAction, standing, workflow } from '../workflow.ts'
import type { Registry } from './registry.ts'

/** What a step may use: the case as read in the transaction, and the day. */
export interface Table<A extends ModerationAction> {
  readonly tx: Writer
  readonly of: Ready<Case, typeof workflow, A>
  readonly today: string
}

/** What a step does: the case as it will be, and the decision that stays on record, if it is one. */
export interface Outcome {
  readonly next: Case
  readonly decision?: Pick<Decision, 'ground' | 'reason'>
  /** The author is told, with what this adds. */
  readonly tell?: Partial<Pick<SaidToAuthor, 'appealUntil' | 'blockedUntil'>>
}

const past: Readonly<Record<string, Fact['fact']>> = {
  claim: 'moderation.claimed',
  unclaim: 'moderation.unclaimed',
  keep: 'moderation.kept',
  hide: 'moderation.hidden',
  restore: 'moderation.restored',
  warn: 'moderation.warned',
  block: 'moderation.blocked',
  unblock: 'moderation.unblocked',
  appeal: 'moderation.appealed',
  uphold: 'moderation.upheld',
  overturn: 'moderation.overturned',
}

/**
 * Every step goes: find, permit, do, save, keep the decision, tell the author, record. `as` is for whoever has shown
 * that the words are theirs by another way than an account: with the number and phrase of a receipt.
 */
export async function onCase<A extends ModerationAction>(
  ctx: Ctx,
  registry: Registry,
  action: A,
  id: string,
  step: (table: Table<A>) => Outcome | Promise<Outcome>,
  as?: 'author',
): Promise<Case> {
  return ctx.record(async (tx) => {
    const known = found(await store.caseById(tx, id))
    const stands = new Set([...standing(ctx.actor, known), ...(as ? [as] : [])])
    const of = accept(permit(workflow, action, stands, known))
    const { next, decision, tell } = await step({ tx, of, today: localDate(ctx.now) })
    await store.updateCase(tx, next)
    if (decision)
      await insertDecision(tx, ctx.seal, next.id, {
        at: ctx.now,
        by: ctx.actor.id,
        action: action as DecisionAction,
        ...decision,
      })
    if (decision && tell && next.authorId)
      await registry.say(tx, ctx, {
        author: next.authorId,
        subject: next.subject,
        caseId: next.id,
        action: action as DecisionAction,
        appealUntil: null,
        blockedUntil: null,
        ...decision,
        ...tell,
      })
    const detail = {
      kind: next.subject.kind,
      subject: next.subject.id,
      ...(decision?.ground && { ground: decision.ground }),
    }
    const fact = past[action] ?? ('moderation.changed' as const)
    return [next, { fact, subject: next.id, basis: workflow[action].basis, detail }]
  })
}

/** What is done to an author needs one who is known. */
export function withAuthor<C extends Case>(of: C): C & { readonly authorId: string } {
  const { authorId } = of
  return authorId === null
    ? accept(no({ kind: 'refused', reason: 'author-unknown' }))
    : { ...of, authorId }
}
