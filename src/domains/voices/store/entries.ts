import type { Selectable, Updateable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import type { VoiceEntry } from '#platform/tables.ts'
import type { Batch, BatchCount, BatchId, Entry, EntryId, Scan } from '../paper.ts'
import type { Channel, VoiceId } from '../voice.ts'
import { insertFile } from './files.ts'

/** What came on one day for the city's voices, or, with a case, to comment on its draft. */
export type AnyBatch = Omit<Batch, 'channel'> & {
  readonly channel: Channel
  readonly caseId?: string
}

export async function insertBatch(tx: Writer, batch: AnyBatch): Promise<void> {
  const { id, channel, receivedOn, isSingle, begunAt, begunBy, caseId = null } = batch
  await tx
    .insertInto('voice_batch')
    .values({
      id,
      channel,
      received_on: receivedOn,
      is_single: isSingle,
      begun_at: begunAt,
      begun_by: begunBy,
      case_id: caseId,
    })
    .execute()
}

const batchColumns = ['id', 'channel', 'received_on', 'is_single', 'begun_at', 'begun_by'] as const
const batchFrom = (row: {
  id: string
  channel: string
  received_on: string
  is_single: boolean
  begun_at: Date
  begun_by: string
}): Batch =>
  ({
    id: row.id,
    channel: row.channel,
    receivedOn: row.received_on,
    isSingle: row.is_single,
    begunAt: row.begun_at,
    begunBy: row.begun_by,
  }) as unknown as Batch

/** Of voices: what came for a case is none of these. */
export async function batchById(db: Reader, id: BatchId): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('voice_batch')
    .select(batchColumns)
    .where('id', '=', id)
    .where('case_id', 'is', null)
    .executeTakeFirst()
  return row && batchFrom(row)
}

/** Those in which something waits, and the latest others; newest first. */
export async function batches(
  db: Reader,
  isSingle: boolean,
  limit: number,
): Promise<readonly (readonly [Batch, BatchCount])[]> {
  const rows = await db
    .selectFrom('voice_batch')
    .select(batchColumns)
    .where('is_single', '=', isSingle)
    .where('case_id', 'is', null)
    .$if(isSingle, (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('voice_entry')
            .select('voice_entry.id')
            .whereRef('voice_entry.batch_id', '=', 'voice_batch.id')
            .where('voice_entry.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const all = rows.map(batchFrom)
  const counts = await countsOf(
    db,
    all.map(({ id }) => id),
  )
  return all.map((batch) => [batch, counts.get(batch.id) ?? noneCounted] as const)
}

const noneCounted: BatchCount = { all: 0, waiting: 0, leftOut: 0 }

async function countsOf(
  db: Reader,
  ids: readonly BatchId[],
): Promise<ReadonlyMap<string, BatchCount>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('voice_entry')
    .select((e) => [
      'batch_id',
      e.fn.countAll<string>().as('all'),
      e.fn.countAll<string>().filterWhere('state', '=', 'waiting').as('waiting'),
      e.fn.countAll<string>().filterWhere('state', '=', 'left-out').as('left_out'),
    ])
    .where('batch_id', 'in', ids)
    .groupBy('batch_id')
    .execute()
  return new Map(
    rows.map((row) => [
      row.batch_id,
      { all: Number(row.all), waiting: Number(row.waiting), leftOut: Number(row.left_out) },
    ]),
  )
}

export const countOf = async (db: Reader, id: BatchId): Promise<BatchCount> =>
  (await countsOf(db, [id])).get(id) ?? noneCounted

const fromRow = (row: Selectable<VoiceEntry>): Entry =>
  ({
    id: row.id,
    version: row.version,
    batch: row.batch_id,
    position: row.position,
    state: row.state,
    ...(row.state === 'waiting' && { sealed: row.sealed }),
    ...(row.state === 'taken' && {
      voice: row.voice_id,
      phrase: row.phrase,
      check: row.check_state,
    }),
    ...(row.state === 'left-out' && { why: row.left_out_why }),
    ...(row.typed_by && { typedBy: row.typed_by, typedAt: row.typed_at }),
  }) as unknown as Entry

/** One sheet more, with its pages. */
export async function insertEntry(
  tx: Writer,
  batch: BatchId,
  position: number,
  scans: readonly Scan[],
): Promise<EntryId> {
  const id: EntryId = newId('ven')
  await tx
    .insertInto('voice_entry')
    .values({ id, batch_id: batch, position, state: 'waiting' })
    .execute()
  if (scans.length)
    await tx
      .insertInto('voice_scan')
      .values(
        scans.map(({ position: at, kind, key, mediaType, bytes }) => ({
          entry_id: id,
          position: at,
          kind,
          key,
          media_type: mediaType,
          bytes,
        })),
      )
      .execute()
  return id
}

export async function entryById(db: Reader, id: EntryId): Promise<Entry | undefined> {
  const row = await db.selectFrom('voice_entry').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function entriesOf(db: Reader, batch: BatchId): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('voice_entry')
    .selectAll()
    .where('batch_id', '=', batch)
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

/** The next sheet that waits: the one after this, or else the first that was passed over. */
export async function nextWaiting(
  db: Reader,
  batch: BatchId,
  after: number,
): Promise<EntryId | undefined> {
  const row = await db
    .selectFrom('voice_entry')
    .select('id')
    .where('batch_id', '=', batch)
    .where('state', '=', 'waiting')
    .orderBy((e) => e('position', '<=', after))
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.id as EntryId | undefined
}

/** As it was seen, and still waiting; stale when somebody was sooner. */
export async function changeWaiting(
  tx: Writer,
  { id, version }: Pick<Entry, 'id' | 'version'>,
  change: Updateable<VoiceEntry>,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_entry')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

export async function scansOf(db: Reader, id: EntryId): Promise<readonly Scan[]> {
  const rows = await db
    .selectFrom('voice_scan')
    .select(['position', 'kind', 'key', 'media_type', 'bytes'])
    .where('entry_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(
    (row) =>
      ({
        position: row.position,
        kind: row.kind,
        key: row.key,
        mediaType: row.media_type,
        bytes: row.bytes,
      }) as Scan,
  )
}

/** What a second person has to compare with its picture: typed by others, oldest first. */
export async function toCheck(db: Reader, not: string, limit: number): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('voice_entry')
    .selectAll()
    .where('check_state', '=', 'wanted')
    .where('voice_id', 'is not', null)
    .where('typed_by', '<>', not)
    .orderBy('typed_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export async function setChecked(
  tx: Writer,
  { id, version }: Pick<Entry, 'id' | 'version'>,
  state: 'confirmed' | 'corrected',
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_entry')
    .set({ check_state: state, checked_by: by, checked_at: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('check_state', '=', 'wanted')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
}

/** The pages of the paper go along with the voice, for whoever works on it. */
export async function giveScans(
  tx: Writer,
  scans: readonly Scan[],
  { voice, at, by }: { readonly voice: VoiceId; readonly at: Date; readonly by: string },
): Promise<void> {
  for (const scan of scans)
    await insertFile(tx, { ...scan, id: newId('vfl'), voice, addedAt: at, addedBy: by })
}
