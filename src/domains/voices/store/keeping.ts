import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'

/** What is thrown away of an answered voice: its words, its sender, its pictures, what colleagues wrote about it. */
type Kept = 'voice_original' | 'voice_sender' | 'voice_file' | 'voice_note'

/**
 * Voices that were answered before a moment, of which `table` still holds something; oldest first. Whoever's voice was
 * joined is answered with the other. Where the city still owes what it promised, everything stays: it has to be told.
 */
export async function answeredBefore(
  db: Reader,
  table: Kept,
  before: Date,
  limit: number,
): Promise<readonly VoiceId[]> {
  const rows = await db
    .selectFrom('voice as answering')
    .innerJoin('voice as v', (j) =>
      j.on((e) =>
        e.or([e('v.id', '=', e.ref('answering.id')), e('v.into_id', '=', e.ref('answering.id'))]),
      ),
    )
    .select('v.id')
    .where('answering.replied_at', '<', before)
    .where(sql<boolean>`exists (select from ${sql.table(table)} k where k.voice_id = v.id)`)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('voice_follow_up as f')
            .innerJoin('voice_point as p', 'p.id', 'f.point_id')
            .select('f.id')
            .where('f.state', '=', 'open')
            .whereRef('p.voice_id', '=', 'answering.id'),
        ),
      ),
    )
    .orderBy('answering.replied_at')
    .orderBy('v.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as VoiceId)
}

/** What was written, and what its sender said against a gist; answers their receipts. The gists and answers stay. */
export async function forgetWords(
  tx: Writer,
  voices: readonly string[],
): Promise<readonly string[]> {
  if (!voices.length) return []
  await tx.deleteFrom('voice_original').where('voice_id', 'in', voices).execute()
  await tx
    .updateTable('voice_objection')
    .set({ sealed: '' })
    .where('settled_at', 'is not', null)
    .where('point_id', 'in', (e) =>
      e.selectFrom('voice_point').select('id').where('voice_id', 'in', voices),
    )
    .execute()
  return receiptsOf(tx, voices)
}

/** Who it was, and what was said to them by telephone. Answers their receipts. */
export async function forgetSenders(
  tx: Writer,
  voices: readonly string[],
): Promise<readonly string[]> {
  if (!voices.length) return []
  await tx.deleteFrom('voice_sender').where('voice_id', 'in', voices).execute()
  await tx
    .updateTable('voice_dispatch')
    .set({ sealed: '' })
    .where('voice_id', 'in', voices)
    .where('done_at', 'is not', null)
    .execute()
  return receiptsOf(tx, voices)
}

async function receiptsOf(db: Reader, voices: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom('voice').select('receipt_id').where('id', 'in', voices).execute()
  return rows.map(({ receipt_id }) => receipt_id)
}

export async function forgetNotes(tx: Writer, voices: readonly string[]): Promise<void> {
  if (voices.length) await tx.deleteFrom('voice_note').where('voice_id', 'in', voices).execute()
}

/** Pictures and scans leave the voices; their bytes are thrown away by night. */
export async function forgetFiles(tx: Writer, voices: readonly string[], at: Date): Promise<void> {
  if (!voices.length) return
  const files = await tx
    .deleteFrom('voice_file')
    .where('voice_id', 'in', voices)
    .returning('key')
    .execute()
  const scans = await tx
    .deleteFrom('voice_scan')
    .where('entry_id', 'in', (e) =>
      e.selectFrom('voice_entry').select('id').where('voice_id', 'in', voices),
    )
    .returning('key')
    .execute()
  await setLoose(
    tx,
    [...files, ...scans].map(({ key }) => key),
    at,
  )
}

/** Sheets that were no voice, left out before a moment, of which scans are still there. */
export async function leftOutBefore(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('voice_entry as n')
    .select('n.id')
    .where('n.state', '=', 'left-out')
    .where('n.typed_at', '<', before)
    .where((e) =>
      e.exists(e.selectFrom('voice_scan as s').select('s.key').whereRef('s.entry_id', '=', 'n.id')),
    )
    .orderBy('n.typed_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function forgetScans(tx: Writer, entries: readonly string[], at: Date): Promise<void> {
  if (!entries.length) return
  const rows = await tx
    .deleteFrom('voice_scan')
    .where('entry_id', 'in', entries)
    .returning('key')
    .execute()
  await setLoose(
    tx,
    rows.map(({ key }) => key),
    at,
  )
}

/** From this moment on nobody needs these bytes, unless a voice holds them. */
export async function setLoose(tx: Writer, keys: readonly string[], at: Date): Promise<void> {
  for (const key of new Set(keys))
    await tx
      .insertInto('voice_loose_file')
      .values({ key, over_at: at })
      .onConflict((oc) => oc.column('key').doUpdateSet({ over_at: at }))
      .execute()
}

/** Files whose time is over; `isHeld` where the same bytes came with a voice or a sheet that is still there. */
export async function looseFiles(
  db: Reader,
  now: Date,
  limit: number,
): Promise<readonly { readonly key: string; readonly isHeld: boolean }[]> {
  const rows = await db
    .selectFrom('voice_loose_file as l')
    .select((e) => [
      'l.key',
      e
        .or([
          e.exists(e.selectFrom('voice_file as f').select('f.id').whereRef('f.key', '=', 'l.key')),
          e.exists(
            e.selectFrom('voice_scan as s').select('s.entry_id').whereRef('s.key', '=', 'l.key'),
          ),
          e.exists(
            e
              .selectFrom('voice_photo as d')
              .select('d.file_id')
              .whereRef('d.large_key', '=', 'l.key'),
          ),
          e.exists(
            e
              .selectFrom('voice_photo as d')
              .select('d.file_id')
              .whereRef('d.small_key', '=', 'l.key'),
          ),
        ])
        .as('held'),
    ])
    .where('l.over_at', '<=', now)
    .orderBy('l.over_at')
    .limit(limit)
    .execute()
  return rows.map(({ key, held }) => ({ key, isHeld: Boolean(held) }))
}

export async function dropLoose(tx: Writer, keys: readonly string[]): Promise<void> {
  if (keys.length) await tx.deleteFrom('voice_loose_file').where('key', 'in', keys).execute()
}

/** Mails that were set aside and that somebody has looked at, before a moment; the file in the inbox's folder. */
export async function settledMails(
  db: Reader,
  before: Date,
  limit: number,
): Promise<readonly { readonly mark: string; readonly file: string }[]> {
  return db
    .selectFrom('voice_mail')
    .select(['mark', 'file'])
    .where('file', '<>', '')
    .where('settled_at', '<', before)
    .orderBy('settled_at')
    .limit(limit)
    .execute()
}

export async function forgetMailFiles(tx: Writer, marks: readonly string[]): Promise<void> {
  if (marks.length)
    await tx.updateTable('voice_mail').set({ file: '' }).where('mark', 'in', marks).execute()
}
