import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { Refused } from '#platform/result.ts'
import type { Delivery, MailId, NoticeId } from '../notice.ts'
import { type Parcel, parcels } from '../rules/together.ts'
import * as store from '../store/deliveries.ts'
import { noticesById, wipeSecret } from '../store/notices.ts'
import { terms } from '../terms.ts'
import { workflow } from '../workflow.ts'

/** A parcel that has its name, and is ours until the lease ends. */
export interface Taken extends Parcel {
  readonly mailId: MailId
}

const { basis } = workflow.send

/**
 * Takes what is due: names each mail and leases it, in one transaction, so that two processes never hold
 * the same. What is of no use any more is dropped and counted. Nothing when another process was faster.
 */
export async function take(ctx: Ctx): Promise<readonly Taken[]> {
  const lease = new Date(ctx.now.getTime() + terms.lease)
  try {
    return await ctx.record(async (tx) => {
      const due = await store.lockDue(tx, ctx.now, terms.batch)
      const { late, timely } = await parted(tx, due, ctx.now)
      const taken = parcels(timely, ctx.now).map((parcel): Taken => {
        return { ...parcel, mailId: parcel.mailId ?? newId('ml') }
      })
      for (const { deliveries, mailId } of taken) {
        const ids = deliveries.map(({ id }) => id)
        await store.begin(tx, ids, mailId, ctx.now, lease)
      }
      const facts: Fact[] = []
      if (late.length) facts.push(await dropLate(tx, late, ctx.now))
      if (taken.length) {
        const detail = { mails: taken.length, notices: timely.length }
        facts.push({ fact: 'notices.sending-begun', subject: 'notices', basis, detail })
      }
      const [first, ...rest] = facts
      if (!first) throw new Refused({ kind: 'stale' })
      return [taken, first, ...rest]
    })
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return []
    throw thrown
  }
}

async function parted(tx: Writer, due: readonly Delivery[], now: Date) {
  const ids = [...new Set(due.map(({ noticeId }) => noticeId))]
  const notices = await noticesById(tx, ids)
  const isLate = ({ noticeId }: Delivery) => {
    const until = notices.get(noticeId)?.expiresAt
    return until !== null && until !== undefined && until <= now
  }
  return { late: due.filter(isLate), timely: due.filter((one) => !isLate(one)) }
}

async function dropLate(tx: Writer, late: readonly Delivery[], now: Date): Promise<Fact> {
  await store.dropAll(
    tx,
    late.map(({ id }) => id),
    'too-late',
    now,
  )
  const ids: readonly NoticeId[] = late.map(({ noticeId }) => noticeId)
  await wipeSecret(tx, ids)
  const detail = { reason: 'too-late', count: late.length }
  return { fact: 'notices.dropped', subject: 'notices', basis, detail }
}
