import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { refuse } from '#platform/result.ts'
import type { CommentCase } from '../case.ts'
import { passagesIn } from '../rules/passages.ts'
import { lacking } from '../rules/result.ts'
import { putPassages } from '../store/cases.ts'
import { resultOf } from '../store/result.ts'
import { onCase, type Seen } from './step.ts'
import { tellPublished } from './tell.ts'

/** 最終案と結果のことば. Without a final text the draft stands as it was. */
export const conclude = (
  ctx: Ctx,
  seen: Seen,
  { final, note }: { readonly final: string; readonly note: string },
): Promise<CommentCase> =>
  onCase(ctx, 'conclude', seen, 'voice.comment-final-taken', async (one, tx) => {
    await putPassages(tx, one.id, 'final', passagesIn(final))
    return { ...one, state: 'result-drafting', resultNote: note }
  })

/** 結果を決裁に出す: no comment without gist, answer and category; what changed the draft says where. */
export const submit = (ctx: Ctx, seen: Seen): Promise<CommentCase> =>
  onCase(ctx, 'submit', seen, 'voice.comment-result-submitted', async (one, tx) => {
    const { rows, pairs, counts } = await resultOf(tx, one)
    if (rows.some((row) => lacking(row).length)) refuse('comment-result-incomplete', 'rows')
    if (counts.changes && !pairs.length) refuse('comment-final-needed', 'final')
    return { ...one, state: 'result-submitted', submittedBy: ctx.actor.id }
  })

export const giveBack = (ctx: Ctx, seen: Seen, reason: string): Promise<CommentCase> =>
  onCase(
    ctx,
    'giveBack',
    seen,
    'voice.comment-result-given-back',
    async ({ submittedBy: _, ...one }) => ({ ...one, state: 'result-drafting' }),
    { reason },
  )

/** 決裁して結果を公表する: by somebody else than whoever handed it in. Zero comments is a result as well. */
export const publish = (ctx: Ctx, seen: Seen): Promise<CommentCase> =>
  onCase(ctx, 'publish', seen, 'voice.comment-result-published', async (one, tx) => {
    const publishedOn = localDate(ctx.now)
    const published: CommentCase = {
      ...one,
      state: 'published',
      approvedBy: ctx.actor.id,
      publishedOn,
    }
    await tellPublished(tx, ctx, published)
    return published
  })

export const archive = (ctx: Ctx, seen: Seen): Promise<CommentCase> =>
  onCase(ctx, 'archive', seen, 'voice.comment-case-archived', async (one) => ({
    ...one,
    state: 'archived',
  }))
