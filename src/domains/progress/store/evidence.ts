import { coversOf } from '#domains/moderation/index.ts'
import type { PlanId } from '#domains/plan/index.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { FileId, PlacedPicture, ReportFile } from '../evidence.ts'
import { type ReportId, reportSubject } from '../progress.ts'

interface Row {
  readonly id: string
  readonly report_id: string
  readonly kind: string
  readonly title: string
  readonly key: string
  readonly small_key: string
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
  readonly taken_on: string | null
  readonly added_at: Date
  readonly added_by: string
}

const fromRow = (row: Row) =>
  ({
    id: row.id,
    reportId: row.report_id,
    kind: row.kind,
    title: row.title,
    key: row.key,
    smallKey: row.small_key,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    ...(row.kind === 'picture' && {
      width: row.width,
      height: row.height,
      takenOn: row.taken_on,
    }),
    addedAt: row.added_at,
    addedBy: row.added_by,
  }) as unknown as ReportFile

/** What belongs to these reports now, pictures first, in the order in which it was handed in. */
export async function filesOf(
  db: Reader,
  reports: readonly ReportId[],
): Promise<readonly ReportFile[]> {
  if (!reports.length) return []
  const rows = await db
    .selectFrom('progress_file')
    .selectAll()
    .where('report_id', 'in', reports)
    .where('removed_at', 'is', null)
    .where('key', '<>', '')
    .orderBy('kind', 'desc')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** Nothing once it was taken off its report. */
export async function fileById(db: Reader, id: FileId): Promise<ReportFile | undefined> {
  const row = await db
    .selectFrom('progress_file')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where('key', '<>', '')
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Whoever adds or hands in waits for the other: no file slips into what was handed in already. */
export async function holdReport(tx: Writer, id: ReportId): Promise<void> {
  await tx.selectFrom('progress_report').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertFile(tx: Writer, file: ReportFile, consent: boolean): Promise<void> {
  const picture = file.kind === 'picture' ? file : null
  await tx
    .insertInto('progress_file')
    .values({
      id: file.id,
      report_id: file.reportId,
      kind: file.kind,
      title: file.title,
      key: file.key,
      small_key: file.smallKey,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      taken_on: picture?.takenOn ?? null,
      consent,
      added_at: file.addedAt,
      added_by: file.addedBy,
    })
    .execute()
}

export async function takeOff(
  tx: Writer,
  id: FileId,
  how: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('progress_file')
    .set({ removed_at: how.at, removed_by: how.by, reason: how.reason })
    .where('id', '=', id)
    .execute()
}

/** Pictures of the public reports of a plan, newest report first; none of a report that moderation hides. */
export async function picturesOf(db: Reader, plan: PlanId): Promise<readonly PlacedPicture[]> {
  const hidden = [...(await coversOf(db, reportSubject)).keys()]
  const rows = await db
    .selectFrom('progress_file as file')
    .innerJoin('progress_report as report', 'report.id', 'file.report_id')
    .innerJoin('progress_round as round', 'round.id', 'report.round_id')
    .select(['file.id', 'report.item_id', 'file.title', 'file.key', 'file.small_key'])
    .select(['file.width', 'file.height', 'report.asked'])
    .where('round.plan_id', '=', plan)
    .where('report.state', '=', 'confirmed')
    .$if(hidden.length > 0, (q) => q.where('report.id', 'not in', hidden))
    .where('file.kind', '=', 'picture')
    .where('file.removed_at', 'is', null)
    .where('file.key', '<>', '')
    .orderBy('report.confirmed_at', 'desc')
    .orderBy('file.added_at')
    .orderBy('file.id')
    .execute()
  return rows.map(
    ({ item_id, asked, small_key, ...file }) =>
      ({ ...file, smallKey: small_key, itemId: item_id, by: asked }) as unknown as PlacedPicture,
  )
}

/** Taken off before a moment, and still in the store. */
export async function takenOffBefore(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('progress_file')
    .select('id')
    .where('removed_at', '<', before)
    .where('forgotten_at', 'is', null)
    .orderBy('removed_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Of reports that never became public, of these plans. */
export async function neverPublic(
  db: Reader,
  plans: readonly PlanId[],
  limit: number,
): Promise<readonly string[]> {
  if (!plans.length) return []
  const rows = await db
    .selectFrom('progress_file as file')
    .innerJoin('progress_report as report', 'report.id', 'file.report_id')
    .innerJoin('progress_round as round', 'round.id', 'report.round_id')
    .select('file.id')
    .where('round.plan_id', 'in', plans)
    .where('report.state', '<>', 'confirmed')
    .where('file.forgotten_at', 'is', null)
    .orderBy('file.added_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Nothing of them is said any more; their bytes go from the store in the same night. */
export async function forgetFiles(
  tx: Writer,
  ids: readonly string[],
  { now }: { readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('progress_file')
    .set({ title: '', name: '', forgotten_at: now })
    .where('id', 'in', ids)
    .execute()
}

/** What the store still holds of the forgotten, and whether another file of ours is the same. */
export async function forgottenKeys(
  db: Reader,
): Promise<readonly { readonly id: string; readonly keys: readonly string[] }[]> {
  const rows = await db
    .selectFrom('progress_file')
    .select(['id', 'key', 'small_key'])
    .where('forgotten_at', 'is not', null)
    .where('key', '<>', '')
    .execute()
  const keys = rows.flatMap((row) => [row.key, row.small_key])
  const living = keys.length
    ? await db
        .selectFrom('progress_file')
        .select(['key', 'small_key'])
        .where('forgotten_at', 'is', null)
        .where((e) => e.or([e('key', 'in', keys), e('small_key', 'in', keys)]))
        .execute()
    : []
  const kept = new Set(['', ...living.flatMap((row) => [row.key, row.small_key])])
  return rows.map(({ id, key, small_key }) => ({
    id,
    keys: [key, small_key].filter((one) => !kept.has(one)),
  }))
}

export async function dropKeys(tx: Writer, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('progress_file')
    .set({ key: '', small_key: '' })
    .where('id', 'in', ids)
    .execute()
}
