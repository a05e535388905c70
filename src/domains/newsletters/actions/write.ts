import { avoidedWords } from '#domains/words/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { Content, Issue, IssueId, Segment } from '../newsletter.ts'
import { maskedContent, partsOf, placesOf } from '../rules.ts'
import * as store from '../store/issues.ts'
import { saveTerms } from '../store/terms.ts'
import type { NewsletterTerms } from '../terms.ts'
import { type NewsletterAction, standing, workflow } from '../workflow.ts'

/** Closed to everybody else, before anything is looked up. */
export const may = (ctx: Ctx, action: NewsletterAction): void => {
  accept(permit(workflow, action, standing(ctx.actor), nothing))
}

/** The issue, held until the commit, in a state and by a person that the action allows. */
export async function held(
  tx: Writer,
  ctx: Ctx,
  id: string,
  action: NewsletterAction,
): Promise<Issue> {
  const issue = found(await store.lockIssue(tx, id))
  accept(permit(workflow, action, standing(ctx.actor, issue), issue))
  return issue
}

export async function write(ctx: Ctx, content: Content, segment: Segment): Promise<IssueId> {
  may(ctx, 'write')
  return ctx.record(async (tx) => {
    const id: IssueId = newId('nws')
    await store.insertIssue(tx, id, content, segment, { author: ctx.actor.id, at: ctx.now })
    const { basis } = workflow.write
    return [id, { fact: 'newsletters.written', subject: id, basis }]
  })
}

/**
 * A draft that another chapter begins, within its own entry: whoever asks has to be an editor here too, and
 * is its author. It goes the way of every issue; nothing is sent.
 */
export async function draftWithin(
  tx: Writer,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  content: Content,
): Promise<readonly [IssueId, Fact]> {
  accept(permit(workflow, 'write', standing(ctx.actor), nothing))
  const id: IssueId = newId('nws')
  const by = { author: ctx.actor.id, at: ctx.now }
  await store.insertIssue(tx, id, content, { district: null, topics: [] }, by)
  const { basis } = workflow.write
  return [id, { fact: 'newsletters.written', subject: id, basis }]
}

/** Changes what is still a draft; whoever does so is one of its authors from then on. */
export async function edit(
  ctx: Ctx,
  id: string,
  version: number,
  content: Content,
  segment: Segment,
): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'edit')
    const authors = [...new Set([...issue.authors, ctx.actor.id])]
    if (!(await store.saveIssue(tx, { id: issue.id, version }, content, segment, authors)))
      throw new Refused({ kind: 'stale' })
    const { basis } = workflow.edit
    return [undefined, { fact: 'newsletters.edited', subject: id, basis }]
  })
}

/** Replaces places that were marked in one part; the person chose which, of the `places` that they saw. */
export async function mask(
  ctx: Ctx,
  id: string,
  part: string,
  places: string,
  chosen: (count: number) => readonly number[],
): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'mask')
    const parts = partsOf(issue.content, await avoidedWords(tx))
    const { spans } = found(parts.find(({ name }) => name === part))
    if (placesOf(spans) !== places) throw new Refused({ kind: 'stale' })
    const taken = chosen(spans.length).flatMap((at) => spans[at] ?? [])
    if (!taken.length) accept(no({ kind: 'refused', reason: 'nothing-to-change' }))
    const content = maskedContent(issue.content, part, taken)
    const authors = [...new Set([...issue.authors, ctx.actor.id])]
    await store.saveIssue(tx, issue, content, issue.segment, authors)
    const detail = { places: taken.length }
    return [
      undefined,
      { fact: 'newsletters.masked', subject: id, basis: workflow.mask.basis, detail },
    ]
  })
}

/** Places that are marked and still there have to be said to have been looked at. */
async function mustHaveLooked(tx: Writer, issue: Issue, hasLooked: boolean): Promise<number> {
  const marks = partsOf(issue.content, await avoidedWords(tx)).reduce(
    (sum, { spans }) => sum + spans.length,
    0,
  )
  if (marks > 0 && !hasLooked) accept(no({ kind: 'refused', reason: 'marks-unread' }))
  return marks
}

/** Before another person: every place that may tell of somebody has been looked at. */
export async function submit(ctx: Ctx, id: string, hasLooked: boolean): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'submit')
    const marks = await mustHaveLooked(tx, issue, hasLooked)
    const by = { submitted_by: ctx.actor.id, submitted_at: ctx.now, note: '' }
    await store.moveIssue(tx, issue, 'submitted', by)
    const { basis } = workflow.submit
    return [undefined, { fact: 'newsletters.submitted', subject: id, basis, detail: { marks } }]
  })
}

/** 決裁 by somebody who wrote none of it; the table refuses it too. */
export async function approve(ctx: Ctx, id: string, hasLooked: boolean): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'approve')
    const marks = await mustHaveLooked(tx, issue, hasLooked)
    const by = { approved_by: ctx.actor.id, approved_at: ctx.now }
    await store.moveIssue(tx, issue, 'approved', by)
    const { basis } = workflow.approve
    return [undefined, { fact: 'newsletters.approved', subject: id, basis, detail: { marks } }]
  })
}

export async function sendBack(ctx: Ctx, id: string, reason: string): Promise<void> {
  may(ctx, 'read')
  if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed' }))
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'sendBack')
    const none = { submitted_by: null, submitted_at: null, approved_by: null, approved_at: null }
    await store.moveIssue(tx, issue, 'draft', { ...none, note: reason })
    const { basis } = workflow.sendBack
    return [undefined, { fact: 'newsletters.sent-back', subject: id, basis }]
  })
}

export async function drop(ctx: Ctx, id: string): Promise<void> {
  may(ctx, 'read')
  await ctx.record(async (tx) => {
    const issue = await held(tx, ctx, id, 'drop')
    const none = { approved_by: null, approved_at: null }
    await store.moveIssue(tx, issue, 'dropped', none)
    const { basis } = workflow.drop
    return [undefined, { fact: 'newsletters.dropped', subject: id, basis }]
  })
}

/** Topics from a day on, never before today: what people chose from stays what it was. */
export async function setTerms(ctx: Ctx, from: IsoDate, terms: NewsletterTerms): Promise<void> {
  may(ctx, 'setTerms')
  if (from < localDate(ctx.now)) accept(no({ kind: 'refused', reason: 'not-yet', place: 'from' }))
  await ctx.record(async (tx) => {
    await saveTerms(tx, from, terms, { at: ctx.now, actorId: ctx.actor.id })
    const detail = { topics: terms.topics.length }
    const { basis } = workflow.setTerms
    return [undefined, { fact: 'newsletters.terms-set', subject: from, basis, detail }]
  })
}
