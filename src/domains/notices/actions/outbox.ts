import type { Ctx } from '#platform/context.ts'
import { type Bounce, readBounce } from '#platform/mail/bounce.ts'
import { accept, found, no, Refused } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { DeliveryId, RecipientId } from '../notice.ts'
import { nextAttempt } from '../rules/again.ts'
import { noticesById } from '../store/notices.ts'
import * as store from '../store/outbox.ts'
import * as preferences from '../store/preferences.ts'
import { standing, workflow } from '../workflow.ts'
import { giveUpAddress } from './dispatch.ts'
import type { PostRoom } from './room.ts'

export const mayReadOutbox = (ctx: Ctx): void => {
  accept(permit(workflow, 'seeOutbox', standing(ctx.actor), nothing))
}

/** Sends once more what did not arrive, with the reason why it should now. */
export const sendAgain = (ctx: Ctx, id: DeliveryId, reason: string): Promise<void> =>
  settled(ctx, id, reason, 'sendAgain', 'waiting')

/** Sets aside what shall not be sent. */
export const drop = (ctx: Ctx, id: DeliveryId, reason: string): Promise<void> =>
  settled(ctx, id, reason, 'drop', 'dropped')

async function settled(
  ctx: Ctx,
  id: DeliveryId,
  reason: string,
  action: 'sendAgain' | 'drop',
  to: 'waiting' | 'dropped',
): Promise<void> {
  mayReadOutbox(ctx)
  if (!reason.trim()) accept(no({ kind: 'refused', reason: 'reason-needed' }))
  await ctx.record(async (tx) => {
    const delivery = found(await store.deliveryById(tx, id))
    accept(permit(workflow, action, standing(ctx.actor), delivery))
    const notice = (await noticesById(tx, [delivery.noticeId])).get(delivery.noticeId)
    const isOver = notice?.expiresAt && notice.expiresAt <= ctx.now
    if (action === 'sendAgain' && isOver) accept(no({ kind: 'refused', reason: 'notice-is-over' }))
    if (!(await store.settle(tx, delivery, to, `by-hand ${ctx.actor.id}`, ctx.now)))
      throw new Refused({ kind: 'stale' })
    if (action === 'sendAgain') await preferences.forgetUnreachable(tx, delivery.recipientId)
    const fact = action === 'sendAgain' ? 'notices.sent-again' : 'notices.set-aside'
    return [undefined, { fact, subject: id, basis: workflow[action].basis, detail: { reason } }]
  })
}

export type BounceResult = Bounce['kind'] | 'unknown'

/**
 * Takes in a report of the mail system: a hard one ends the mail and marks the address, a soft one sends it
 * once more. Answers with what was done; a report that is none of ours does nothing.
 */
export async function takeBounce(
  ctx: Ctx,
  room: Pick<PostRoom, 'addresses' | 'postmasters'>,
  bytes: Uint8Array,
): Promise<BounceResult> {
  const bounce = await readBounce(bytes)
  if (!bounce) return 'unknown'
  const { mailId, kind, status } = bounce
  const back = await store.deliveriesOfMail(ctx.db, mailId)
  const [first] = back
  if (!first) return 'unknown'
  const stands = standing(ctx.actor)
  for (const one of back)
    if (one.state === 'sent') accept(permit(workflow, 'takeBack', stands, one))
  const open = back.filter(({ state }) => state === 'sent')
  if (kind === 'nothing' || !open.length) return 'nothing'
  const to: RecipientId = first.recipientId
  const email = (await room.addresses(ctx.db, ctx.seal, [to])).get(to)?.email ?? null
  const { basis } = workflow.takeBack
  return ctx.record(async (tx) => {
    const why = `DSN ${status}`
    if (kind === 'later') {
      const tryAt = nextAttempt(first.attempts, ctx.now, false)
      for (const { id } of open) await store.sendLater(tx, id, tryAt, why)
    } else for (const one of open) await store.settle(tx, one, 'bounced', why, ctx.now)
    const detail = { to, status, kind }
    const fact = { fact: 'notices.came-back', subject: mailId, basis, detail } as const
    if (kind !== 'gone' || !email) return [kind, fact]
    return [kind, fact, await giveUpAddress(ctx, tx, room, { to, email, mailId }, status)]
  })
}

/** The address is tried again from now on: somebody has asked the person, or made room in the mailbox. */
export async function tryAddressAgain(ctx: Ctx, id: RecipientId): Promise<void> {
  mayReadOutbox(ctx)
  if (!(await preferences.unreachableAmong(ctx.db, [id])).length)
    throw new Refused({ kind: 'not-found' })
  await ctx.record(async (tx) => {
    await preferences.forgetUnreachable(tx, id)
    const { basis } = workflow.sendAgain
    return [undefined, { fact: 'notices.address-tried', subject: id, basis }]
  })
}
