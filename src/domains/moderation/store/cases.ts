import { type Selectable, sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import { query as searchQuery, tokens } from '#platform/search.ts'
import type { DB } from '#platform/tables.ts'
import type { Case, CaseId, Flag, Subject } from '../case.ts'

const fromRow = (row: Selectable<DB['moderation_case']>): Case =>
  ({
    id: row.id,
    version: row.version,
    subject: { kind: row.subject_kind, id: row.subject_id },
    authorId: row.author_id,
    state: row.state,
    openedAt: row.opened_at,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    ground: row.ground,
    appealUntil: row.appeal_until,
    appeal: row.appeal,
    appealedAt: row.appealed_at,
    appealBy: row.appeal_by,
  }) as Case

const toRow = (of: Case) => ({
  author_id: of.authorId,
  state: of.state,
  opened_at: of.openedAt,
  claimed_by: of.claimedBy,
  claimed_at: of.claimedAt,
  decided_by: of.decidedBy,
  decided_at: of.decidedAt,
  ground: of.ground,
  appeal_until: of.appealUntil,
  appeal: of.appeal,
  appealed_at: of.appealedAt,
  appeal_by: of.appealBy,
})

export async function caseById(db: Reader, id: string): Promise<Case | undefined> {
  const row = await db
    .selectFrom('moderation_case')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function caseOf(db: Reader, { kind, id }: Subject): Promise<Case | undefined> {
  const row = await db
    .selectFrom('moderation_case')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** `words` is what a moderator may look for later. Two first flags at once: one waits and finds the other. */
export async function insertCase(tx: Writer, of: Case, words: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('moderation_case')
    .values({
      id: of.id,
      version: 1,
      subject_kind: of.subject.kind,
      subject_id: of.subject.id,
      search: sql<string>`array_to_tsvector(${tokens(words)}::text[])`,
      ...toRow(of),
    })
    .onConflict((oc) => oc.columns(['subject_kind', 'subject_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Saves over the version that was read. */
export async function updateCase(tx: Writer, of: Case): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('moderation_case')
    .set({ ...toRow(of), version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

export async function insertFlag(tx: Writer, caseId: CaseId, flag: Flag): Promise<void> {
  await tx
    .insertInto('moderation_flag')
    .values({
      id: flag.id,
      case_id: caseId,
      at: flag.at,
      by_id: flag.by,
      ground: flag.ground,
      note: flag.note,
    })
    .execute()
}

export async function flagsOf(db: Reader, id: CaseId): Promise<Flag[]> {
  const rows = await db
    .selectFrom('moderation_flag')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, at, by_id, ground, note }) => ({
    id: id as Flag['id'],
    at,
    by: by_id,
    ground,
    note,
  }))
}

/** What somebody has to decide: cases flagged, claimed or appealed, the oldest first. */
export async function casesWaiting(db: Reader): Promise<readonly Case[]> {
  const rows = await db
    .selectFrom('moderation_case')
    .selectAll()
    .where('state', 'in', ['flagged', 'claimed', 'appealed'])
    .orderBy('opened_at')
    .limit(100)
    .execute()
  return rows.map(fromRow)
}

/** The cases of these subjects: what the author of a receipt reads about their own words. */
export async function casesOf(
  db: Reader,
  kind: string,
  ids: readonly string[],
): Promise<readonly Case[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('moderation_case')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...ids])
    .orderBy('opened_at')
    .execute()
  return rows.map(fromRow)
}

export interface Filter {
  readonly state: string | null
  readonly kind: string | null
  readonly ground: string | null
  readonly claimedBy: string | null
  readonly unclaimed: boolean
  readonly q: string
}

export interface Listed {
  readonly of: Case
  readonly flags: number
  readonly grounds: readonly string[]
}

/** Oldest first: what has waited longest. `more` when there are further ones. */
export async function casesWith(
  db: Reader,
  filter: Filter,
  page: number,
  size: number,
): Promise<{ readonly list: readonly Listed[]; readonly count: number }> {
  const sought = filter.q ? searchQuery(filter.q) : null
  const base = db
    .selectFrom('moderation_case')
    .$if(filter.state !== null, (qb) => qb.where('state', '=', filter.state ?? ''))
    .$if(filter.kind !== null, (qb) => qb.where('subject_kind', '=', filter.kind ?? ''))
    .$if(filter.claimedBy !== null, (qb) => qb.where('claimed_by', '=', filter.claimedBy))
    .$if(filter.unclaimed, (qb) => qb.where('claimed_by', 'is', null))
    .$if(filter.ground !== null, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('moderation_flag')
            .select('moderation_flag.id')
            .whereRef('moderation_flag.case_id', '=', 'moderation_case.id')
            .where('moderation_flag.ground', '=', filter.ground ?? ''),
        ),
      ),
    )
    .$if(sought !== null, (qb) => qb.where(sql<boolean>`search @@ ${sought}::tsquery`))
  const { count } = await base
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await base
    .selectAll('moderation_case')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const ids = rows.map((row) => row.id)
  const flags = ids.length
    ? await db
        .selectFrom('moderation_flag')
        .select(['case_id', 'ground'])
        .where('case_id', 'in', ids)
        .orderBy('at')
        .execute()
    : []
  const list = rows.map((row) => {
    const own = flags.filter((flag) => flag.case_id === row.id)
    return {
      of: fromRow(row),
      flags: own.length,
      grounds: [...new Set(own.map(({ ground }) => ground))],
    }
  })
  return { list, count: Number(count) }
}
