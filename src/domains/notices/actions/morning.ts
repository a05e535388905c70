import type { Actor } from '#platform/actor.ts'
import { isWorkingDay, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader } from '#platform/database.ts'
import { accept } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { morning } from '../kinds.ts'
import { type Due, dueKinds, type RecipientId } from '../notice.ts'
import { standing, workflow } from '../workflow.ts'
import { isPosted, post } from './post.ts'

/** What a chapter says waits for a person today; put together by the shell. */
export type Dues = (db: Reader, actor: Actor, today: string) => Promise<readonly Due[]>

/** Overdue first, then by the day. */
export const sortedDues = (dues: readonly Due[]): readonly Due[] =>
  dues.toSorted(
    (a, b) =>
      dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind) ||
      (a.on ?? '9').localeCompare(b.on ?? '9') ||
      a.path.localeCompare(b.path),
  )

/**
 * 朝のまとめ: on a working day, to each member of staff for whom something waits. Nothing for the others,
 * and nothing twice for one day, however often it is run.
 */
export async function postMorning(
  ctx: Ctx,
  staff: readonly Actor[],
  dues: readonly Dues[],
): Promise<number> {
  accept(permit(workflow, 'send', standing(ctx.actor), { state: 'waiting' }))
  const today = localDate(ctx.now)
  if (!isWorkingDay(today)) return 0
  let told = 0
  for (const actor of staff) {
    const lists = await Promise.all(dues.map((of) => of(ctx.db, actor, today)))
    const all = sortedDues(lists.flat())
    if (all.length && (await postOne(ctx, actor.id as RecipientId, all, today))) told += 1
  }
  return told
}

async function postOne(ctx: Ctx, to: RecipientId, all: readonly Due[], today: string) {
  const dues = all.map(({ kind, title, path, on }) => ({ kind, ...title, path, on }))
  const key = `notices.morning:${to}:${today}`
  if (await isPosted(ctx.db, ctx.seal, key)) return null
  return ctx.record(async (tx) => {
    const posting = { to: [to], thing: to, path: '/desk', said: { dues }, key } as const
    const id = await post(tx, ctx, morning, posting)
    const { basis } = workflow.send
    const detail = { to, count: dues.length }
    return [id, { fact: 'notices.morning-posted', subject: id ?? to, basis, detail }]
  })
}
