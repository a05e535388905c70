import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Seal } from '#platform/seal.ts'
import { type Kind, type NoticeId, type RecipientId, type Said, usualHabit } from '../notice.ts'
import { channelOf } from '../rules/channel.ts'
import { cadenceOf } from '../rules/choice.ts'
import { dueAt } from '../rules/when.ts'
import { insertDeliveries } from '../store/deliveries.ts'
import { insertNotice, insertRecipients, isKeyTaken } from '../store/notices.ts'
import { chosen, habits } from '../store/preferences.ts'
import { sealedIn } from '../store/sealed.ts'

export interface Posting<S extends Said> {
  readonly to: readonly RecipientId[]
  /** The id of what it is about: notices of one thing stand together. */
  readonly thing: string
  /** A page of this site: `/plans/2013`. */
  readonly path: `/${string}`
  readonly said: S
  /** Names the event: `plan.amended:amd_…`. The same key again is nothing. */
  readonly key: string
}

/**
 * Tells people something, in the transaction of the fact itself: both are there, or neither. The words are
 * made when it is sent or read, so only plain values are kept; sealed, if the kind is secret. Answers with
 * the notice's id, or null when this key has been told already, or to nobody.
 */
export async function post<S extends Said>(
  tx: Writer,
  { now, seal }: Pick<Ctx, 'now' | 'seal'>,
  kind: Kind<S>,
  { to, thing, path, said, key }: Posting<S>,
): Promise<NoticeId | null> {
  const people = [...new Set(to)]
  if (!people.length) return null
  const id: NoticeId = newId('ntc')
  const expiresAt = kind.life === undefined ? null : new Date(now.getTime() + kind.life * 60_000)
  const sealed = kind.secret ? seal.seal(JSON.stringify(said), sealedIn.said.place(id)) : null
  const kept = { said: kind.secret ? {} : said, sealed }
  const notice = { id, kind: kind.name, thing, path, ...kept, postedAt: now, expiresAt }
  if (!(await insertNotice(tx, notice, keyMark(seal, key)))) return null
  await insertRecipients(tx, id, people, !kind.unlisted && !kind.secret)
  const wishes = await chosen(tx, people)
  const ways = await habits(tx, people)
  const deliveries = people.flatMap((one) => {
    const cadence = cadenceOf(kind, wishes.get(one))
    if (cadence === 'never') return []
    const habit = ways.get(one) ?? usualHabit
    return [
      {
        id: newId('dlv'),
        noticeId: id,
        recipientId: one,
        channel: channelOf(kind, habit),
        cadence,
        urgent: kind.urgent === true,
        dueAt: dueAt(cadence, one, habit.weekday, now),
      },
    ]
  })
  await insertDeliveries(tx, deliveries)
  return id
}

/** A key may say more than a table should hold: only its mark is kept. */
const keyMark = (seal: Pick<Seal, 'mark'>, key: string) => seal.mark(key, 'notice.key')

export const isPosted = (db: Reader, seal: Seal, key: string): Promise<boolean> =>
  isKeyTaken(db, keyMark(seal, key))
