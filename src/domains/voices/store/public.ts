import { sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { query, tokens } from '#platform/search.ts'
import type { Point, PointId, Redaction } from '../point.ts'
import { type Piece, publicPieces, publicText } from '../rules/redaction.ts'
import type { Voice, VoiceId } from '../voice.ts'

/** A point as anyone may read it: made from its texts and redactions, without anything of the sender. */
export interface PublicPoint {
  readonly id: PointId
  readonly voice: VoiceId
  readonly receivedOn: IsoDate
  readonly topic: string
  readonly section: string
  readonly district: string | null
  readonly ageBand: string | null
  readonly kind: Point['kind']
  readonly gist: readonly Piece[]
  readonly answer: readonly Piece[]
  readonly disposition: string
}

/** Writes what is public of a point; a second decision takes the place of the first. */
export async function show(
  tx: Writer,
  point: Point,
  voice: Voice,
  redactions: readonly Redaction[],
  at: Date,
): Promise<void> {
  const gist = publicPieces('gist', point.gist, redactions)
  const answer = publicPieces('answer', point.answer.text, redactions)
  const words = tokens(`${publicText(gist)}\n${publicText(answer)}`)
  await withdrawShown(tx, point.id)
  await tx
    .insertInto('voice_public')
    .values({
      point_id: point.id,
      voice_id: voice.id,
      received_on: voice.receivedOn,
      topic: point.topic,
      section: point.section,
      district_id: voice.district,
      age_band: voice.ageBand,
      kind: point.kind,
      gist: JSON.stringify(gist),
      answer: JSON.stringify(answer),
      disposition: point.answer.disposition,
      words: sql<string>`array_to_tsvector(${words}::text[])`,
      shown_at: at,
    })
    .execute()
}

export async function withdrawShown(tx: Writer, id: PointId): Promise<void> {
  await tx.deleteFrom('voice_public').where('point_id', '=', id).execute()
}

export interface Asked {
  /** Words as they were typed. */
  readonly words: string
  readonly topic?: string | undefined
  readonly section?: string | undefined
  readonly district?: string | undefined
  readonly ageBand?: string | undefined
  /** The last of the page before. */
  readonly after?: { readonly receivedOn: IsoDate; readonly id: PointId } | undefined
}

/** One page of what is public, newest first. Reads by key: the thousandth page costs what the first does. */
export async function publicPoints(
  db: Reader,
  asked: Asked,
  limit: number,
): Promise<readonly PublicPoint[]> {
  const words = asked.words.trim() ? query(asked.words) : undefined
  if (words === null) return []
  const rows = await db
    .selectFrom('voice_public')
    .select([
      ...(['point_id', 'voice_id', 'received_on', 'topic', 'section', 'district_id'] as const),
      ...(['age_band', 'kind', 'gist', 'answer', 'disposition'] as const),
    ])
    .$if(words !== undefined, (q) => q.where(sql<boolean>`words @@ ${words}::tsquery`))
    .$if(asked.topic !== undefined, (q) => q.where('topic', '=', asked.topic ?? ''))
    .$if(asked.section !== undefined, (q) => q.where('section', '=', asked.section ?? ''))
    .$if(asked.district !== undefined, (q) => q.where('district_id', '=', asked.district ?? ''))
    .$if(asked.ageBand !== undefined, (q) => q.where('age_band', '=', asked.ageBand ?? ''))
    .$if(asked.after !== undefined, (q) =>
      q.where(
        sql<boolean>`(received_on, point_id) < (${asked.after?.receivedOn}, ${asked.after?.id})`,
      ),
    )
    .orderBy('received_on', 'desc')
    .orderBy('point_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.point_id,
        voice: row.voice_id,
        receivedOn: row.received_on,
        topic: row.topic,
        section: row.section,
        district: row.district_id,
        ageBand: row.age_band,
        kind: row.kind,
        gist: row.gist,
        answer: row.answer,
        disposition: row.disposition,
      }) as unknown as PublicPoint,
  )
}
