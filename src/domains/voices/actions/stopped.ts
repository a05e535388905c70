import { blocksOn } from '#domains/moderation/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import { holderOf } from './looked-after.ts'

/** The reason, with the last day as its place. */
export const stopped = 'writing-stopped'

/**
 * 投稿の停止 holds for the site alone. A city must take in what people bring it (請願法 第5条, 行政手続法 第7条), so letters,
 * calls, mails and the counter never ask. `receipts` are those of the same person, found by their mark; nobody
 * looks for them on a day on which nobody is stopped.
 */
export async function mustNotBeStopped(
  ctx: Ctx,
  receipts: () => Promise<readonly string[]>,
): Promise<void> {
  const untilOf = await blocksOn(ctx.db, localDate(ctx.now))
  if (!untilOf.size) return
  const known = await receipts()
  const holders = await Promise.all(known.map((receipt) => holderOf(ctx.db, receipt)))
  const days = [ctx.actor.id, ...known, ...holders].flatMap((one) => untilOf.get(one) ?? [])
  const place = days.toSorted().at(-1)
  if (place) accept(no({ kind: 'refused', reason: stopped, place }))
}
