import { sql } from 'kysely'
import { coversOf } from '#domains/moderation/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { type PointId, pointSubject } from '../point.ts'
import { type Piece, publicText } from '../rules/redaction.ts'
import { mostLike, tellingOf } from '../rules/similar.ts'

/** How many of the newest that share a word are compared: the page costs the same in a city of any size. */
const compared = 400

/** A published point beside what somebody is writing. */
export interface Similar {
  readonly id: PointId
  readonly number: string
  readonly receivedOn: IsoDate
  readonly gist: readonly Piece[]
  readonly answer: readonly Piece[]
}

/** Published points like a text, most like it first. What is not published, or hidden, is not even looked at. */
export async function similarTo(
  db: Reader,
  text: string,
  limit: number,
): Promise<readonly Similar[]> {
  const sought = tellingOf(text)
  if (!sought.length) return []
  const any = sought.map((token) => `'${token.replace(/['\\]/g, (c) => c + c)}'`).join(' | ')
  const hidden = [...(await coversOf(db, pointSubject)).keys()]
  const rows = await db
    .selectFrom('voice_public')
    .innerJoin('voice', 'voice.id', 'voice_public.voice_id')
    .select(['point_id', 'number', 'gist', 'answer'])
    .select('voice_public.received_on')
    .where(sql<boolean>`words @@ ${any}::tsquery`)
    .$if(hidden.length > 0, (q) => q.where('point_id', 'not in', hidden))
    .orderBy('voice_public.received_on', 'desc')
    .orderBy('point_id', 'desc')
    .limit(compared)
    .execute()
  const known = rows.map(
    ({ point_id, received_on, ...row }) =>
      ({ ...row, id: point_id, receivedOn: received_on }) as unknown as Similar,
  )
  return mostLike(text, known, ({ gist }) => publicText(gist), limit)
}
