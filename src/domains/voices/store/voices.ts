import { type Selectable, sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { Voice as VoiceRow } from '#platform/tables.ts'
import type { Pause } from '../rules/deadline.ts'
import type { Voice, VoiceId } from '../voice.ts'

const fromRow = (row: Selectable<VoiceRow>): Voice =>
  ({
    id: row.id,
    version: row.version,
    receipt: row.receipt_id,
    number: row.number,
    channel: row.channel,
    receivedOn: row.received_on,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
    language: row.language,
    sender: row.sender_kind,
    ageBand: row.age_band,
    district: row.district_id,
    replyBy: row.reply_by,
    mayPublish: row.may_publish,
    acknowledgedAt: row.acknowledged_at,
    dueOn: row.due_on,
    waitingSince: row.waiting_since,
    state: row.state,
    ...(row.into_id && { into: row.into_id }),
    ...(row.triaged_at && { triagedAt: row.triaged_at, triagedBy: row.triaged_by }),
    ...(row.replied_at && { repliedAt: row.replied_at }),
    ...(row.closed_at && { closedAt: row.closed_at }),
  }) as unknown as Voice

const toRow = (voice: Voice) => ({
  receipt_id: voice.receipt,
  number: voice.number,
  channel: voice.channel,
  received_on: voice.receivedOn,
  taken_at: voice.takenAt,
  taken_by: voice.takenBy,
  language: voice.language,
  sender_kind: voice.sender,
  age_band: voice.ageBand,
  district_id: voice.district,
  reply_by: voice.replyBy,
  may_publish: voice.mayPublish,
  acknowledged_at: voice.acknowledgedAt,
  due_on: voice.dueOn,
  waiting_since: voice.waitingSince,
  state: voice.state,
  into_id: voice.state === 'joined' ? voice.into : null,
  triaged_at: 'triagedAt' in voice ? voice.triagedAt : null,
  triaged_by: 'triagedBy' in voice ? voice.triagedBy : null,
  replied_at: 'repliedAt' in voice ? voice.repliedAt : null,
  closed_at: 'closedAt' in voice ? voice.closedAt : null,
})

/** By what the same words, and the same sender, are found again; keyed, so that nobody is. */
export interface Marks {
  readonly text: string
  readonly sender: string | null
  /** Name and address, by which a stop knows who comes in by the other form. */
  readonly person: string | null
}

export async function insertVoice(tx: Writer, voice: Voice, marks: Marks): Promise<void> {
  const { text: text_mark, sender: sender_mark, person: person_mark } = marks
  await tx
    .insertInto('voice')
    .values({
      id: voice.id,
      version: voice.version,
      text_mark,
      sender_mark,
      person_mark,
      ...toRow(voice),
    })
    .execute()
}

/** The voice as it was read, changed; stale when somebody was sooner. */
export async function updateVoice(tx: Writer, voice: Voice): Promise<Voice> {
  const { numUpdatedRows } = await tx
    .updateTable('voice')
    .set({ ...toRow(voice), version: voice.version + 1 })
    .where('id', '=', voice.id)
    .where('version', '=', voice.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
  return { ...voice, version: voice.version + 1 }
}

export async function voiceById(db: Reader, id: VoiceId): Promise<Voice | undefined> {
  const row = await db.selectFrom('voice').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Whether a voice of that id is there; whoever else takes it in waits until this transaction is over. */
export async function isTaken(tx: Writer, id: VoiceId): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${id}))`.execute(tx)
  return (await voiceById(tx, id)) !== undefined
}

export async function voiceOfReceipt(db: Reader, receipt: string): Promise<Voice | undefined> {
  const row = await db
    .selectFrom('voice')
    .selectAll()
    .where('receipt_id', '=', receipt)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Other voices with the same words, oldest first: what a campaign sends. */
export async function sameWords(db: Reader, id: VoiceId, limit: number): Promise<readonly Voice[]> {
  const rows = await db
    .selectFrom('voice')
    .selectAll()
    .where('text_mark', '=', (e) => e.selectFrom('voice').select('text_mark').where('id', '=', id))
    .where('id', '<>', id)
    .orderBy('received_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Voices that were joined to it: texts, and the persons among them. */
export async function joinedTo(
  db: Reader,
  id: VoiceId,
): Promise<{ readonly texts: number; readonly persons: number }> {
  const row = await db
    .selectFrom('voice')
    .select((e) => [
      e.fn.countAll<string>().as('texts'),
      // Whoever gave no name is somebody of their own each time: nobody can know better.
      e.fn.count<string>(e.fn.coalesce('sender_mark', 'id')).distinct().as('persons'),
    ])
    .where((e) => e.or([e('id', '=', id), e('into_id', '=', id)]))
    .executeTakeFirstOrThrow()
  return { texts: Number(row.texts), persons: Number(row.persons) }
}

export async function putSealed(
  tx: Writer,
  table: 'voice_original' | 'voice_sender',
  id: VoiceId,
  sealed: string,
): Promise<void> {
  await tx
    .insertInto(table)
    .values({ voice_id: id, sealed })
    .onConflict((oc) => oc.column('voice_id').doUpdateSet({ sealed }))
    .execute()
}

export async function sealedOf(
  db: Reader,
  table: 'voice_original' | 'voice_sender',
  id: VoiceId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .select('sealed')
    .where('voice_id', '=', id)
    .executeTakeFirst()
  return row?.sealed
}

export async function pausesOf(db: Reader, id: VoiceId): Promise<readonly Pause[]> {
  const rows = await db
    .selectFrom('voice_pause')
    .select(['from_on', 'to_on'])
    .where('voice_id', '=', id)
    .orderBy('from_on')
    .execute()
  return rows.map((row) => ({ from: row.from_on, to: row.to_on }))
}

export async function beginPause(
  tx: Writer,
  id: VoiceId,
  pause: { readonly from: IsoDate; readonly reason: string; readonly by: string },
): Promise<void> {
  const { from, reason, by } = pause
  // Asked again on the day of the answer: the clock goes on standing.
  await tx
    .insertInto('voice_pause')
    .values({ voice_id: id, from_on: from, to_on: null, reason, by })
    .onConflict((oc) =>
      oc.columns(['voice_id', 'from_on']).doUpdateSet({ to_on: null, reason, by }),
    )
    .execute()
}

export async function endPause(tx: Writer, id: VoiceId, to: IsoDate): Promise<void> {
  await tx
    .updateTable('voice_pause')
    .set({ to_on: to })
    .where('voice_id', '=', id)
    .where('to_on', 'is', null)
    .execute()
}
