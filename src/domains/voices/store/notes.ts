import type { Reader, Writer } from '#platform/database.ts'
import type { Id } from '#platform/id.ts'
import type { VoiceId } from '../voice.ts'

export type NoteId = Id<'vno'>

/** 内部のメモ, as it lies there: never public, and never in a list. */
export interface Note {
  readonly id: NoteId
  readonly voice: VoiceId
  /** The section that was asked; empty where nobody was. */
  readonly asked: string
  readonly sealed: string
  readonly at: Date
  readonly by: string
  readonly answeredAt: Date | null
}

export async function insertNote(tx: Writer, note: Note): Promise<void> {
  const { id, voice, asked, sealed, at, by, answeredAt } = note
  await tx
    .insertInto('voice_note')
    .values({ id, voice_id: voice, asked, sealed, at, by, answered_at: answeredAt })
    .execute()
}

export async function notesOf(db: Reader, voice: VoiceId): Promise<readonly Note[]> {
  const rows = await db
    .selectFrom('voice_note')
    .selectAll()
    .where('voice_id', '=', voice)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        voice: row.voice_id,
        asked: row.asked,
        sealed: row.sealed,
        at: row.at,
        by: row.by,
        answeredAt: row.answered_at,
      }) as unknown as Note,
  )
}

/** Whoever was asked has answered: the questions to these sections wait no longer. */
export async function markAnswered(
  tx: Writer,
  voice: VoiceId,
  sections: readonly string[],
  at: Date,
): Promise<void> {
  if (!sections.length) return
  await tx
    .updateTable('voice_note')
    .set({ answered_at: at })
    .where('voice_id', '=', voice)
    .where('asked', 'in', sections)
    .where('answered_at', 'is', null)
    .execute()
}

export interface AskedNote {
  readonly voice: VoiceId
  readonly number: string
  readonly asked: string
  readonly at: Date
}

/** Questions to these sections that nobody there has answered, oldest first. null: to any. */
export async function openQuestions(
  db: Reader,
  sections: readonly string[] | null,
  limit: number,
): Promise<readonly AskedNote[]> {
  const rows = await db
    .selectFrom('voice_note as n')
    .innerJoin('voice as v', 'v.id', 'n.voice_id')
    .select(['n.voice_id', 'v.number', 'n.asked', 'n.at'])
    .where('n.asked', '<>', '')
    .where('n.answered_at', 'is', null)
    .$if(sections !== null, (q) => q.where('n.asked', 'in', sections?.length ? sections : ['']))
    .orderBy('n.at')
    .limit(limit)
    .execute()
  return rows.map(
    (row) =>
      ({ voice: row.voice_id, number: row.number, asked: row.asked, at: row.at }) as AskedNote,
  )
}
