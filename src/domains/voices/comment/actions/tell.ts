import { post, type RecipientId } from '#domains/notices/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { holdersIn } from '../../rules/reach.ts'
import type { CommentCase } from '../case.ts'
import { closed, published } from '../kinds.ts'
import { commentsOf } from '../store/comments.ts'
import { urls } from '../urls.ts'

/** To the section: the period is over, the result is theirs to write. */
export async function tellClosed(
  tx: Writer,
  ctx: Ctx,
  { id, number, title, section }: CommentCase,
  everybody: readonly Actor[],
): Promise<void> {
  await post(tx, ctx, closed, {
    to: holdersIn(everybody, 'voices.section', section).map(({ id }) => id as RecipientId),
    thing: id,
    path: urls.work(id) as `/${string}`,
    said: { number, title },
    key: `voice.comment-closed:${id}`,
  })
}

/** To everybody who handed something in and left a way to be reached. */
export async function tellPublished(
  tx: Writer,
  ctx: Ctx,
  { id, number, title }: CommentCase,
): Promise<void> {
  await post(tx, ctx, published, {
    to: (await commentsOf(tx, id)).map(({ receipt }) => receipt),
    thing: id,
    path: urls.result(number) as `/${string}`,
    said: { number, title },
    key: `voice.comment-published:${id}`,
  })
}
