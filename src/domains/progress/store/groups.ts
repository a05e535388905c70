import type { Selectable } from 'kysely'
import { coversOf } from '#domains/moderation/index.ts'
import type { PlanId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { DB } from '#platform/tables.ts'
import type { Asking, DifferenceNote, Hearing, Link, ProgressGroup, PublicNote } from '../group.ts'
import { type ReportId, reportSubject } from '../progress.ts'

const groupFrom = (row: Selectable<DB['progress_group']>) =>
  ({
    id: row.id,
    planId: row.plan_id,
    name: row.name,
    language: row.language,
    sealed: row.sealed,
  }) as unknown as ProgressGroup

/** Every group that was asked anything of a plan, by name. */
export async function groupsOf(db: Reader, plan: PlanId): Promise<readonly ProgressGroup[]> {
  const rows = await db
    .selectFrom('progress_group')
    .selectAll()
    .where('plan_id', '=', plan)
    .orderBy('name')
    .execute()
  return rows.map(groupFrom)
}

export async function groupsById(
  db: Reader,
  ids: readonly string[],
): Promise<readonly ProgressGroup[]> {
  if (!ids.length) return []
  const rows = await db.selectFrom('progress_group').selectAll().where('id', 'in', ids).execute()
  return rows.map(groupFrom)
}

export async function insertGroup(
  tx: Writer,
  group: ProgressGroup,
  made: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, planId, name, language, sealed } = group
  await tx
    .insertInto('progress_group')
    .values({ id, plan_id: planId, name, language, sealed, made_at: made.at, made_by: made.by })
    .execute()
}

export async function updateGroup(
  tx: Writer,
  { id, language, sealed }: Pick<ProgressGroup, 'id' | 'language' | 'sealed'>,
): Promise<void> {
  await tx.updateTable('progress_group').set({ language, sealed }).where('id', '=', id).execute()
}

/** Those of these plans of whom anything personal is still here, oldest first. */
export async function groupsWithContact(
  db: Reader,
  plans: readonly PlanId[],
  limit: number,
): Promise<readonly string[]> {
  if (!plans.length) return []
  const rows = await db
    .selectFrom('progress_group as g')
    .select('g.id')
    .where('g.plan_id', 'in', plans)
    .where((e) =>
      e.or([
        e('g.sealed', '<>', ''),
        e.exists(
          e
            .selectFrom('progress_group_asking as a')
            .innerJoin('progress_group_hearing as h', 'h.report_id', 'a.report_id')
            .select('h.report_id')
            .whereRef('a.group_id', '=', 'g.id')
            .where('h.sealed', '<>', ''),
        ),
      ]),
    )
    .orderBy('g.made_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The address and the names of those who were heard go; what the group said in public stays. */
export async function forgetContacts(tx: Writer, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx.updateTable('progress_group').set({ sealed: '' }).where('id', 'in', ids).execute()
  await tx
    .updateTable('progress_group_hearing')
    .set({ sealed: '' })
    .where('report_id', 'in', (e) =>
      e.selectFrom('progress_group_asking').select('report_id').where('group_id', 'in', ids),
    )
    .execute()
}

export async function insertAsking(tx: Writer, asking: Asking): Promise<void> {
  await tx
    .insertInto('progress_group_asking')
    .values({
      report_id: asking.reportId,
      group_id: asking.groupId,
      asked_at: asking.askedAt,
      asked_by: asking.askedBy,
      withdrawn_at: asking.withdrawnAt,
    })
    .execute()
}

/** Taken back, or asked once more. */
export async function setWithdrawn(tx: Writer, id: ReportId, at: Date | null): Promise<void> {
  await tx
    .updateTable('progress_group_asking')
    .set({ withdrawn_at: at })
    .where('report_id', '=', id)
    .execute()
}

export async function askings(db: Reader, ids: readonly ReportId[]): Promise<readonly Asking[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('progress_group_asking')
    .selectAll()
    .where('report_id', 'in', ids)
    .orderBy('asked_at')
    .execute()
  return rows.map(
    (row) =>
      ({
        reportId: row.report_id,
        groupId: row.group_id,
        askedAt: row.asked_at,
        askedBy: row.asked_by,
        withdrawnAt: row.withdrawn_at,
      }) as unknown as Asking,
  )
}

export async function insertLink(tx: Writer, link: Link, at: Date): Promise<void> {
  await tx
    .insertInto('progress_group_link')
    .values({
      token_hash: link.hash,
      report_id: link.reportId,
      until_on: link.until,
      made_at: at,
      ended_at: link.endedAt,
    })
    .execute()
}

/** All links of a report die. */
export async function endLinks(tx: Writer, id: ReportId, at: Date): Promise<void> {
  await tx
    .updateTable('progress_group_link')
    .set({ ended_at: at })
    .where('report_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

const linkFrom = (row: Selectable<DB['progress_group_link']>) =>
  ({
    hash: row.token_hash,
    reportId: row.report_id,
    until: row.until_on,
    endedAt: row.ended_at,
  }) as unknown as Link

export async function linkByHash(db: Reader, hash: string): Promise<Link | undefined> {
  const row = await db
    .selectFrom('progress_group_link')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row && linkFrom(row)
}

export async function linksOf(db: Reader, id: ReportId): Promise<readonly Link[]> {
  const rows = await db
    .selectFrom('progress_group_link')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('made_at')
    .execute()
  return rows.map(linkFrom)
}

/** What was typed for a group; a later one takes its place, as the report's own versions keep both. */
export async function saveHearing(tx: Writer, heard: Hearing, sealed: string): Promise<void> {
  const said = {
    way: heard.way,
    sealed,
    on_day: heard.on,
    typed_by: heard.typedBy,
    typed_at: heard.typedAt,
  }
  await tx
    .insertInto('progress_group_hearing')
    .values({ report_id: heard.reportId, ...said })
    .onConflict((c) => c.column('report_id').doUpdateSet(said))
    .execute()
}

/** The group itself has said it since. */
export async function dropHearing(tx: Writer, id: ReportId): Promise<void> {
  await tx.deleteFrom('progress_group_hearing').where('report_id', '=', id).execute()
}

export async function hearingOf(
  db: Reader,
  id: ReportId,
): Promise<(Hearing & { readonly sealed: string }) | undefined> {
  const row = await db
    .selectFrom('progress_group_hearing')
    .selectAll()
    .where('report_id', '=', id)
    .executeTakeFirst()
  return (
    row &&
    ({
      reportId: row.report_id,
      way: row.way,
      on: row.on_day,
      typedBy: row.typed_by,
      typedAt: row.typed_at,
      sealed: row.sealed,
    } as unknown as Hearing & { readonly sealed: string })
  )
}

/** Oldest first. */
export async function notesOn(
  db: Reader,
  ids: readonly ReportId[],
): Promise<readonly DifferenceNote[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('progress_difference_note')
    .selectAll()
    .where('report_id', 'in', ids)
    .orderBy('said_at')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        reportId: row.report_id,
        text: row.text,
        saidBy: row.said_by,
        saidAt: row.said_at,
      }) as unknown as DifferenceNote,
  )
}

/**
 * What was said of differences on one item, of confirmed reports only. Of a report that moderation hides, nothing:
 * the city may have said its words again.
 */
export async function publicNotes(db: Reader, item: string): Promise<readonly PublicNote[]> {
  const hidden = [...(await coversOf(db, reportSubject)).keys()]
  const rows = await db
    .selectFrom('progress_difference_note as n')
    .innerJoin('progress_report as r', 'r.id', 'n.report_id')
    .innerJoin('progress_round as o', 'o.id', 'r.round_id')
    .select(['n.text', 'r.asked', 'o.period'])
    .where('r.item_id', '=', item)
    .where('r.state', '=', 'confirmed')
    .$if(hidden.length > 0, (q) => q.where('r.id', 'not in', hidden))
    .orderBy('n.said_at')
    .execute()
  return rows as readonly PublicNote[]
}

export async function insertNote(tx: Writer, note: DifferenceNote): Promise<void> {
  await tx
    .insertInto('progress_difference_note')
    .values({
      id: note.id,
      report_id: note.reportId,
      text: note.text,
      said_by: note.saidBy,
      said_at: note.saidAt,
    })
    .execute()
}
