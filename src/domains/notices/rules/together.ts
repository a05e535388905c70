import type { Delivery, MailId, Notice, RecipientId } from '../notice.ts'
import { terms } from '../terms.ts'

export interface Parcel {
  readonly to: RecipientId
  /** A mail that was begun keeps its name, and what is in it. */
  readonly mailId: MailId | null
  readonly deliveries: readonly Delivery[]
}

/**
 * What goes out in one mail: a notice at once by itself, all others of a person together. Mails of days
 * on which nothing could be sent become one; an urgent one is always its own.
 */
export function parcels(due: readonly Delivery[], now: Date): Parcel[] {
  const isOwn = (d: Delivery) =>
    d.urgent || (d.cadence === 'at-once' && now.getTime() - d.dueAt.getTime() < terms.lateAfter)
  const keyOf = (d: Delivery) =>
    d.mailId ? `mail ${d.mailId}` : isOwn(d) ? `own ${d.id}` : `all ${d.recipientId}`
  const groups = Map.groupBy(due, keyOf)
  return [...groups.values()].flatMap((deliveries) => {
    const [first] = deliveries
    return first ? [{ to: first.recipientId, mailId: first.mailId, deliveries }] : []
  })
}

/** By thing, the thing with the newest word first, within it newest first. */
export function byThing<N extends Pick<Notice, 'thing' | 'postedAt'>>(
  notices: readonly N[],
): (readonly [thing: string, notices: readonly N[]])[] {
  const sorted = notices.toSorted((a, b) => b.postedAt.getTime() - a.postedAt.getTime())
  return [...Map.groupBy(sorted, ({ thing }) => thing)]
}
