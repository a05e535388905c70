import { post, type RecipientId } from '#domains/notices/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { issueKind, saidOf, testKind } from '../kinds.ts'
import type { IssueId } from '../newsletter.ts'
import * as store from '../store/issues.ts'
import { recipientCount, recipientsAfter } from '../store/subscribers.ts'
import { working } from '../terms.ts'
import { standing, workflow } from '../workflow.ts'
import { held, may } from './write.ts'

/** To oneself, as readers would get it. */
export async function testSend(ctx: Ctx, id: string): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'testSend')
    await post(tx, ctx, testKind, {
      to: [ctx.actor.id as RecipientId],
      thing: id,
      path: `/desk/newsletters/${id}`,
      said: saidOf(issue.content),
      key: `newsletters.test:${id}:${ctx.actor.id}:${ctx.now.getTime()}`,
    })
    const { basis } = workflow.testSend
    return [undefined, { fact: 'newsletters.tested', subject: id, basis }]
  })
}

/**
 * Sends it: from now on it stands as it is, in public too, and goes to those who had asked by this moment.
 * The number that was confirmed has to be the number that there is.
 */
export async function send(ctx: Ctx, id: string, counted: number): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'send')
    const count = await recipientCount(tx, issue.segment, ctx.now)
    if (count !== counted) accept(no({ kind: 'refused', reason: 'count-changed' }))
    if (count === 0) accept(no({ kind: 'refused', reason: 'no-recipients' }))
    const by = { sent_by: ctx.actor.id, sent_at: ctx.now, counted: count }
    await store.moveIssue(tx, issue, 'sending', by)
    const { basis } = workflow.send
    return [undefined, { fact: 'newsletters.sent', subject: id, basis, detail: { count } }]
  })
}

/**
 * Posts the next recipients of an issue, one entry for all of them. Whoever left meanwhile is not among them.
 * Answers whether there may be more.
 */
export async function postChunk(ctx: Ctx, id: IssueId): Promise<boolean> {
  const issue = found(await store.issueById(ctx.db, id))
  const stands = standing(ctx.actor)
  accept(permit(workflow, 'postChunk', stands, issue))
  return ctx.record(async (tx) => {
    const now = await held(tx, ctx, id, 'postChunk')
    const sentAt = found(now.sentAt ?? undefined)
    const next = await recipientsAfter(tx, now.segment, sentAt, now.cursor, working.chunk)
    const posted = now.posted + next.length
    const last = next.at(-1)
    if (last !== undefined) {
      await post(tx, ctx, issueKind, {
        to: next,
        thing: id,
        path: `/newsletters/${id}`,
        said: saidOf(now.content),
        key: `newsletters.issue:${id}:${now.cursor}`,
      })
      await store.goOn(tx, id, last, posted)
    }
    const isMore = next.length === working.chunk
    if (!isMore) await store.moveIssue(tx, now, 'sent', { finished_at: ctx.now })
    const fact: Fact = {
      fact: isMore ? 'newsletters.chunk-posted' : 'newsletters.finished',
      subject: id,
      basis: workflow.postChunk.basis,
      detail: { count: next.length, posted },
    }
    return [isMore, fact]
  })
}

/** By the clock, every minute: whatever is being sent, chunk by chunk. */
export async function postAll(ctx: Ctx): Promise<void> {
  for (const { id } of await store.issuesIn(ctx.db, 'sending')) while (await postChunk(ctx, id));
}
