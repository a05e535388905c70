import { phraseFrom, type Receipt, type ReceiptId, receiptById } from '#domains/residents/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Id, idFrom } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'

/** What is settled before something is taken in, so that the same form leads to the same thing. */
export interface Once<Kind extends string> {
  readonly id: Id<Kind>
  readonly phrase: string
}

/** How long the same form leads to its receipt again, in milliseconds; later only number and phrase do. */
const again = 60 * 60 * 1000

/**
 * Id and phrase follow from the form's own key and all that it brings, so that both presses lead to the same receipt
 * and say the same phrase. What was written anew is another thing. `act` keeps the marks of the ways in apart.
 */
export function onceFrom<const Kind extends string>(
  { seal }: Pick<Ctx, 'seal'>,
  kind: Kind,
  act: string,
  said: readonly unknown[],
): Once<Kind> {
  const all = JSON.stringify(said)
  return {
    id: idFrom(kind, seal.mark(all, `${act}.sent`)),
    phrase: phraseFrom(seal.mark(all, `${act}.phrase`)),
  }
}

/** Number and phrase; or, when that was long ago, only the number. */
export type Sent =
  | { readonly receipt: Receipt; readonly phrase: string }
  | { readonly sentBefore: string }

/** What was taken in with an id, as far as it is asked. */
export interface TakenBefore {
  readonly receipt: ReceiptId
  readonly number: string
  readonly takenAt: Date
}

/** The reason with which the second of two presses is refused inside the transaction. */
export const sentBefore = 'sent-before'

/** A form that comes twice (a second press, a line that broke) is taken in once. */
export async function sendOnce<Kind extends string>(
  ctx: Ctx,
  once: Once<Kind> | undefined,
  find: (id: Id<Kind>) => Promise<TakenBefore | undefined>,
  takeIn: () => Promise<Extract<Sent, { receipt: Receipt }>>,
): Promise<Sent> {
  const before = once && (await sentWith(ctx, once, find))
  if (before) return before
  try {
    return await takeIn()
  } catch (thrown) {
    const isSecond = thrown instanceof Refused && thrown.message === sentBefore
    const meanwhile = isSecond && once && (await sentWith(ctx, once, find))
    if (meanwhile) return meanwhile
    throw thrown
  }
}

async function sentWith<Kind extends string>(
  ctx: Ctx,
  { id, phrase }: Once<Kind>,
  find: (id: Id<Kind>) => Promise<TakenBefore | undefined>,
): Promise<Sent | undefined> {
  const taken = await find(id)
  if (!taken) return undefined
  const found = await receiptById(ctx.db, taken.receipt)
  const isRecent = +ctx.now - +taken.takenAt < again
  return found && isRecent ? { receipt: found.receipt, phrase } : { sentBefore: taken.number }
}
