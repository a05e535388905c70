import { blocksOn } from '#domains/moderation/index.ts'
import { ownersOfContact, type PlainContact } from '#domains/residents/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import { receiptsOfPerson } from '../store/persons.ts'
import { type Named, personMark, wayMark } from './arrival.ts'
import { holderOf } from './looked-after.ts'

/** The reason, with the last day as its place. */
export const stopped = 'writing-stopped'

/** Who writes, as a form of the site has it. */
export interface Writer {
  readonly person: Named
  readonly contact: PlainContact | null
}

/**
 * 投稿の停止 holds for the site alone, and for both of its forms: whoever was stopped for a voice sends no comment
 * either. A city must take in what people bring it (請願法 第5条, 行政手続法 第7条), so letters, calls, mails and the
 * counter never ask. A person is the account, the address or number given, or name and address together: a name
 * alone is many people's. Nobody is looked for on a day on which nobody is stopped.
 */
export async function mustNotBeStopped(ctx: Ctx, writer: Writer): Promise<void> {
  const untilOf = await blocksOn(ctx.db, localDate(ctx.now))
  if (!untilOf.size) return
  const known = await traces(ctx, writer)
  const holders = await Promise.all(known.map((owner) => holderOf(ctx.db, owner)))
  const days = [ctx.actor.id, ...known, ...holders].flatMap((one) => untilOf.get(one) ?? [])
  const place = days.toSorted().at(-1)
  if (place) accept(no({ kind: 'refused', reason: stopped, place }))
}

/** Receipts and accounts that are the same person's. */
async function traces(ctx: Ctx, { person, contact }: Writer): Promise<readonly string[]> {
  // A letter is kept by its name alone, which others have too; its whole address is a mark of the voice.
  const owners = contact && contact.kind !== 'letter' ? await ownersOfContact(ctx, contact) : []
  const receipts = await receiptsOfPerson(ctx.db, {
    way: contact && wayMark(ctx, contact),
    person: person.name && person.address ? personMark(ctx, person) : null,
  })
  return [...owners, ...receipts]
}
