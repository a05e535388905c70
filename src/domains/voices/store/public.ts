import { sql } from 'kysely'
import { coversOf } from '#domains/moderation/index.ts'
import type { ItemId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { query, tokens } from '#platform/search.ts'
import {
  type Point,
  type PointId,
  pointSubject,
  publicTexts,
  type Redaction,
  textsOf,
} from '../point.ts'
import { publicPieces, publicText } from '../rules/redaction.ts'
import { covered, type PublicPoint } from '../rules/shown.ts'
import type { Voice } from '../voice.ts'

/** Writes what is public of a point; a second decision takes the place of the first. */
export async function show(
  tx: Writer,
  point: Point,
  voice: Voice,
  redactions: readonly Redaction[],
  at: Date,
): Promise<void> {
  const texts = textsOf(point)
  const [gist, answer, promise] = publicTexts.map((of) => publicPieces(of, texts[of], redactions))
  const words = tokens([gist, answer, promise].map((one = []) => publicText(one)).join('\n'))
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
      promise: JSON.stringify(promise),
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
  /** Received from this day to before `until`. */
  readonly since?: IsoDate | undefined
  readonly until?: IsoDate | undefined
  /** The last of the page before. */
  readonly after?: Pick<PublicPoint, 'receivedOn' | 'voice' | 'id'> | undefined
}

const columns = [
  'point_id',
  'voice_id',
  'received_on',
  'topic',
  'section',
  'district_id',
  'age_band',
  'kind',
  'gist',
  'answer',
  'disposition',
  'promise',
  'shown_at',
] as const

const shown = (db: Reader) =>
  db
    .selectFrom('voice_public as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(columns.map((name) => `p.${name}` as const))
    .select('v.number')

type Row = Awaited<ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): PublicPoint =>
  ({
    id: row.point_id,
    voice: row.voice_id,
    number: row.number,
    receivedOn: row.received_on,
    topic: row.topic,
    section: row.section,
    district: row.district_id,
    ageBand: row.age_band,
    kind: row.kind,
    gist: row.gist,
    answer: row.answer,
    disposition: row.disposition,
    promise: row.promise,
    shownAt: row.shown_at,
    cover: null,
  }) as unknown as PublicPoint

/** As anybody may read them: what moderation hides is hidden wherever points are read. */
async function fromRows(db: Reader, rows: readonly Row[]): Promise<readonly PublicPoint[]> {
  const covers = await coversOf(db, pointSubject)
  return rows.map((row) => covered(fromRow(row), covers.get(row.point_id)))
}

/**
 * One page of what is public, newest first, the points of a voice together. Reads by key: the thousandth page costs
 * what the first does.
 */
export async function publicPoints(
  db: Reader,
  { words: typed, after, ...asked }: Asked,
  limit: number,
): Promise<readonly PublicPoint[]> {
  const words = typed.trim() ? query(typed) : undefined
  if (words === null) return []
  // Who asks for words that are hidden is not told where they stand.
  const unsought = words === undefined ? [] : [...(await coversOf(db, pointSubject)).keys()]
  const { topic, section, district, ageBand, since, until } = asked
  const rows = await shown(db)
    .$if(words !== undefined, (q) => q.where(sql<boolean>`p.words @@ ${words}::tsquery`))
    .$if(unsought.length > 0, (q) => q.where('p.point_id', 'not in', unsought))
    .$if(topic !== undefined, (q) => q.where('p.topic', '=', topic ?? ''))
    .$if(section !== undefined, (q) => q.where('p.section', '=', section ?? ''))
    .$if(district !== undefined, (q) => q.where('p.district_id', '=', district ?? ''))
    .$if(ageBand !== undefined, (q) => q.where('p.age_band', '=', ageBand ?? ''))
    .$if(since !== undefined, (q) => q.where('p.received_on', '>=', since ?? ''))
    .$if(until !== undefined, (q) => q.where('p.received_on', '<', until ?? ''))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(p.received_on, p.voice_id, p.point_id) < (${after?.receivedOn}, ${after?.voice}, ${after?.id})`,
      ),
    )
    .orderBy('p.received_on', 'desc')
    .orderBy('p.voice_id', 'desc')
    .orderBy('p.point_id', 'desc')
    .limit(limit)
    .execute()
  return fromRows(db, rows)
}

/** The last that became public, newest first, of all topics and districts or of one: for feeds. */
export async function latestShown(
  db: Reader,
  limit: number,
  { topic, district }: Readonly<Record<'topic' | 'district', string>>,
): Promise<readonly PublicPoint[]> {
  const rows = await shown(db)
    .$if(topic !== '', (q) => q.where('p.topic', '=', topic))
    .$if(district !== '', (q) => q.where('p.district_id', '=', district))
    .orderBy('p.shown_at', 'desc')
    .orderBy('p.point_id', 'desc')
    .limit(limit)
    .execute()
  return fromRows(db, rows)
}

/** What is public of these points. */
export async function shownOf(
  db: Reader,
  points: readonly PointId[],
): Promise<readonly PublicPoint[]> {
  if (!points.length) return []
  const rows = await shown(db).where('p.point_id', 'in', points).execute()
  return fromRows(db, rows)
}

/** Public points that are tied to one of these items, newest first. */
export async function shownBesideItems(
  db: Reader,
  items: readonly ItemId[],
  limit: number,
): Promise<readonly PublicPoint[]> {
  if (!items.length) return []
  const rows = await shown(db)
    .where('p.point_id', 'in', (e) =>
      e.selectFrom('voice_point_item').select('point_id').where('item_id', 'in', items),
    )
    .orderBy('p.received_on', 'desc')
    .orderBy('p.voice_id', 'desc')
    .orderBy('p.point_id', 'desc')
    .limit(limit)
    .execute()
  return fromRows(db, rows)
}

/** The numbers of voices of which moderation hides something now: few. */
export async function hiddenNumbers(db: Reader): Promise<ReadonlySet<string>> {
  const points = [...(await coversOf(db, pointSubject)).keys()]
  if (!points.length) return new Set()
  const rows = await db
    .selectFrom('voice_point as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select('v.number')
    .where('p.id', 'in', points)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** The sections that answered something public: from one to the next in the index, not point by point. */
export async function sectionsShown(db: Reader): Promise<readonly string[]> {
  const sections: string[] = []
  for (;;) {
    const next = await db
      .selectFrom('voice_public')
      .select('section')
      .where('section', '>', sections.at(-1) ?? '')
      .orderBy('section')
      .limit(1)
      .executeTakeFirst()
    if (!next) return sections
    sections.push(next.section)
  }
}

/** What moderators read of a point: its public texts, hidden or not. Undefined where it is not public. */
export async function uncovered(db: Reader, id: string): Promise<PublicPoint | undefined> {
  const row = await shown(db).where('p.point_id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}
