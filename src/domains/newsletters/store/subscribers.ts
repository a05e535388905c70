import { sql } from 'kysely'
import { districtParts, districts } from '#domains/districts/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Segment, SubscriberId, Tongue, Wish } from '../newsletter.ts'

/** Until the commit nobody else does anything with this address. */
export async function lockAddress(tx: Writer, mark: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${mark}))`.execute(tx)
}

export async function insertSubscriber(
  tx: Writer,
  one: {
    readonly id: SubscriberId
    readonly wish: Wish
    readonly sealed: string
    readonly addressMark: string
    readonly codeMark: string
    readonly codeUntil: Date
    readonly consentText: string
    readonly at: Date
  },
): Promise<void> {
  const { wish } = one
  await tx
    .insertInto('newsletter_subscriber')
    .values({
      id: one.id,
      state: 'unconfirmed',
      locale: wish.locale,
      topics: JSON.stringify(wish.topics),
      district: wish.district,
      sealed: one.sealed,
      address_mark: one.addressMark,
      code_mark: one.codeMark,
      code_until: one.codeUntil,
      asked_at: one.at,
      consent_text: one.consentText,
      consent_locale: wish.locale,
    })
    .execute()
}

export interface Pending {
  readonly id: SubscriberId
  readonly codeMark: string
  readonly addressMark: string
  readonly consentText: string
  readonly wish: Wish
}

/** Takes one of the tries before anything is compared: guesses at the same moment wait for one another. */
export async function takeTry(
  tx: Writer,
  id: string,
  now: Date,
  most: number,
): Promise<Pending | undefined> {
  const row = await tx
    .updateTable('newsletter_subscriber')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'unconfirmed')
    .where('tries', '<', most)
    .where('code_until', '>', now)
    .returning(['id', 'code_mark', 'address_mark', 'locale', 'topics', 'district', 'consent_text'])
    .executeTakeFirst()
  if (!row?.code_mark || !row.address_mark) return undefined
  return {
    id: row.id as SubscriberId,
    codeMark: row.code_mark,
    addressMark: row.address_mark,
    consentText: row.consent_text,
    wish: {
      locale: row.locale as Tongue,
      topics: row.topics as unknown as readonly string[],
      district: row.district,
    },
  }
}

const consent = (at: Date) => ({ consent_act: 'code-from-mail', confirmed_at: at })

export async function activate(tx: Writer, id: SubscriberId, at: Date): Promise<void> {
  await tx
    .updateTable('newsletter_subscriber')
    .set({ state: 'active', code_mark: null, code_until: null, ...consent(at) })
    .where('id', '=', id)
    .execute()
}

/**
 * Whoever receives already and asked anew gets what they asked for now; links in older mails still lead to
 * them. The first consent keeps its day, the new one its own.
 */
export async function renew(
  tx: Writer,
  id: SubscriberId,
  { wish, consentText }: { readonly wish: Wish; readonly consentText: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('newsletter_subscriber')
    .set({
      locale: wish.locale,
      topics: JSON.stringify(wish.topics),
      district: wish.district,
      consent_text: consentText,
      consent_locale: wish.locale,
      renewed_at: at,
    })
    .where('id', '=', id)
    .execute()
}

/** Who receives at this address already, if anybody. */
export async function activeWith(tx: Writer, mark: string): Promise<SubscriberId | undefined> {
  const row = await tx
    .selectFrom('newsletter_subscriber')
    .select('id')
    .where('address_mark', '=', mark)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row?.id as SubscriberId | undefined
}

/** Takes the address out and keeps that somebody was here, with the proof of consent. */
export async function forget(
  tx: Writer,
  id: string,
  by: 'one-click' | 'bounce' | 'counter',
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('newsletter_subscriber')
    .set({
      state: 'left',
      sealed: null,
      address_mark: null,
      district: null,
      topics: '[]',
      left_at: at,
      left_by: by,
    })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Reach {
  readonly id: SubscriberId
  readonly sealed: string
  readonly locale: Tongue
}

/** Where to write to; whoever left has no line. */
export async function reachOf(db: Reader, ids: readonly string[]): Promise<readonly Reach[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('newsletter_subscriber')
    .select(['id', 'sealed', 'locale'])
    .where('id', 'in', [...ids])
    .where('sealed', 'is not', null)
    .execute()
  return rows.map(
    ({ id, sealed, locale }) => ({ id, sealed: sealed ?? '', locale }) as unknown as Reach,
  )
}

/** The ids under which people may have named the segment's district: its own, and of those that became it. */
const partsOf = async (db: Reader, { district }: Segment): Promise<readonly string[] | null> =>
  district === null ? null : districtParts(await districts(db), district)

/** Those who asked for what the segment says, before that moment. The same as `isMeant` in rules.ts. */
const meant = (db: Reader, { topics }: Segment, parts: readonly string[] | null, before: Date) =>
  db
    .selectFrom('newsletter_subscriber')
    .where('state', '=', 'active')
    .where('confirmed_at', '<=', before)
    .$if(parts !== null, (q) => q.where('district', 'in', parts ?? []))
    .$if(topics.length > 0, (q) =>
      q.where((eb) =>
        eb.or([
          eb('topics', '=', '[]'),
          ...topics.map((one) => sql<boolean>`topics @> ${JSON.stringify([one])}::jsonb`),
        ]),
      ),
    )

export async function recipientCount(db: Reader, segment: Segment, before: Date): Promise<number> {
  const row = await meant(db, segment, await partsOf(db, segment), before)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** The next of them by id, so that a chunk can be taken up where the last one ended. */
export async function recipientsAfter(
  db: Reader,
  segment: Segment,
  before: Date,
  after: string,
  limit: number,
): Promise<readonly SubscriberId[]> {
  const rows = await meant(db, segment, await partsOf(db, segment), before)
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as SubscriberId)
}

/** How many left between two moments. */
export async function leftBetween(db: Reader, from: Date, until: Date): Promise<number> {
  const row = await db
    .selectFrom('newsletter_subscriber')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('left_at', '>=', from)
    .where('left_at', '<', until)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

const idsBefore =
  (state: 'unconfirmed' | 'left', moment: 'asked_at' | 'left_at') =>
  async (db: Reader, before: Date, limit: number): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom('newsletter_subscriber')
      .select('id')
      .where('state', '=', state)
      .where(moment, '<', before)
      .orderBy(moment)
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  }
export const unconfirmedBefore = idsBefore('unconfirmed', 'asked_at')
export const leftBefore = idsBefore('left', 'left_at')

export async function deleteSubscribers(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('newsletter_subscriber')
    .where('id', 'in', [...ids])
    .execute()
}
