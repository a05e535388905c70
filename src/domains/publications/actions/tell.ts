import { post, type RecipientId } from '#domains/notices/index.ts'
import { actorsOn } from '#domains/staff/index.ts'
import { holds } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { plain } from '#platform/ruby.ts'
import { heldBack } from '../kinds.ts'
import type { Edition } from '../publication.ts'
import { urls } from '../urls.ts'

/** Everybody who may write editions today, once for each time that it was given back. */
export async function tellHeldBack(
  tx: Writer,
  ctx: Ctx,
  { id, version, content }: Edition,
): Promise<void> {
  const serving = await actorsOn(tx, localDate(ctx.now))
  await post(tx, ctx, heldBack, {
    to: serving
      .filter((actor) => holds(actor, 'publications.editor'))
      .map((actor) => actor.id as RecipientId),
    thing: id,
    path: urls.edition(id) as `/${string}`,
    said: { title: plain(content.title) },
    key: `publications.held-back:${id}:${version}`,
  })
}
