import { type ItemId, itemById } from '#domains/plan/index.ts'
import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import type { PointId } from '../point.ts'
import { linkItem, unlinkItem } from '../store/points.ts'
import { onPoint, type PointStep, type Seen } from './step.ts'

/** 計画の項目とつなぐ: by the voice's side or by the item's, it is one tie. */
export const link = (ctx: Ctx, seen: Seen<PointId>, item: ItemId): Promise<PointStep> =>
  onPoint(ctx, 'link', seen, 'voice.linked', async (point, _voice, tx) => {
    const { id } = found(await itemById(tx, item))
    await linkItem(tx, point.id, id, { at: ctx.now, by: ctx.actor.id })
    return point
  })

export const unlink = (ctx: Ctx, seen: Seen<PointId>, item: ItemId): Promise<PointStep> =>
  onPoint(ctx, 'link', seen, 'voice.unlinked', async (point, _voice, tx) => {
    await unlinkItem(tx, point.id, item)
    return point
  })
