import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { addDays, dayStart, type IsoDate } from './calendar.ts'
import type { Reader } from './database.ts'
import type { DB } from './tables.ts'

/** Which entries: each condition that is given must hold. */
export interface LedgerAsked {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  /** A whole fact, or its beginning: `plan.` */
  readonly fact?: string | undefined
  /** The first and the last day, both counted. */
  readonly from?: IsoDate | undefined
  readonly until?: IsoDate | undefined
  /** Only openings of sealed personal data: facts whose name ends in `-opened`. */
  readonly opened?: boolean
  /** Facts that are left out. */
  readonly but?: readonly string[]
}

export interface LedgerEntry {
  readonly seq: number
  readonly at: Date
  readonly actorId: string
  readonly requestId: string
  readonly fact: string
  readonly subject: string
  readonly basis: string
  readonly detail: Readonly<Record<string, unknown>>
}

const where =
  ({ actor, subject, fact, from, until, opened, but = [] }: LedgerAsked) =>
  (e: ExpressionBuilder<DB, 'ledger'>) =>
    e.and([
      ...(actor === undefined ? [] : [e('actor_id', '=', actor)]),
      ...(subject === undefined ? [] : [e('subject_id', '=', subject)]),
      // Its own signs in a pattern stand for themselves.
      ...(fact === undefined
        ? []
        : [e('fact', 'like', `${fact.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)]),
      ...(from === undefined ? [] : [e('at', '>=', dayStart(from))]),
      ...(until === undefined ? [] : [e('at', '<', dayStart(addDays(until, 1)))]),
      ...(but.length === 0 ? [] : [e('fact', 'not in', but)]),
      // Written as in its index.
      ...(opened ? [sql<boolean>`fact like '%-opened'`] : []),
    ])

/** Newest first; `before` is the number of the entry at which the last page ended. */
export async function ledgerPage(
  db: Reader,
  asked: LedgerAsked,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where(where(asked))
    .$if(before !== null, (q) => q.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    requestId: row.request_id,
    fact: row.fact,
    subject: row.subject_id,
    basis: row.basis,
    detail: Object.fromEntries(Object.entries(row.detail ?? {})),
  }))
}

/** All that are asked for, newest first, page by page. */
export async function* ledgerEntries(db: Reader, asked: LedgerAsked): AsyncGenerator<LedgerEntry> {
  const limit = 1000
  for (let before: number | null = null; ; ) {
    const entries = await ledgerPage(db, asked, { before, limit })
    yield* entries
    const last = entries.at(-1)
    if (!last || entries.length < limit) return
    before = last.seq
  }
}

/** How many, counted no further than `most`. */
export async function ledgerCount(db: Reader, asked: LedgerAsked, most: number): Promise<number> {
  const some = db.selectFrom('ledger').select('seq').where(where(asked)).limit(most).as('some')
  const row = await db
    .selectFrom(some)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** Every kind of fact, and every actor but residents, that ever stood in the ledger. */
export async function ledgerNames(
  db: Reader,
): Promise<{ readonly actors: readonly string[]; readonly facts: readonly string[] }> {
  const residents = { first: 'res_', after: 'res`' }
  return {
    facts: await namesBetween(db, 'fact', '', '\u{10ffff}'),
    actors: [
      ...(await namesBetween(db, 'actor_id', '', residents.first)),
      ...(await namesBetween(db, 'actor_id', residents.after, '\u{10ffff}')),
    ],
  }
}

/** From one name to the next along the index: a million entries of ten kinds cost ten steps. */
async function namesBetween(
  db: Reader,
  column: 'actor_id' | 'fact',
  from: string,
  until: string,
): Promise<string[]> {
  const name = sql.ref(column)
  const next = (after: RawBuilder<unknown>) =>
    sql`select min(${name} collate "C") from ledger
      where ${name} collate "C" > ${after} and ${name} collate "C" < ${until}`
  const names = sql<{ name: string }>`(
    with recursive step(name) as (
      (${next(sql`${from}`)}) union all
      select (${next(sql`step.name`)}) from step where step.name is not null
    ) select name from step where name is not null limit 1000)`.as('names')
  return (await db.selectFrom(names).select('names.name').execute()).map((row) => row.name)
}

/** When a fact was last recorded, for each subject. */
export async function lastOf(db: Reader, fact: string): Promise<ReadonlyMap<string, LedgerEntry>> {
  const found = new Map<string, LedgerEntry>()
  for (const entry of await ledgerPage(db, { fact }, { before: null, limit: 1000 }))
    if (!found.has(entry.subject)) found.set(entry.subject, entry)
  return found
}

/** As the body of an answer, written while it is read. */
export function streamed(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const rest = lines[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await rest.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await rest.return?.()
    },
  })
}
