import { sql } from 'kysely'
import type { ItemId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Point, PointId } from '../point.ts'
import type { VoiceId } from '../voice.ts'

export interface WaitingSection {
  readonly section: string
  readonly waiting: number
  readonly late: number
  /** The day on which the one that waits longest came in. */
  readonly since: IsoDate
}

/** What waits for an answer in each section, the longest wait first. Reads what is open, and nothing else. */
export async function waitingSections(
  db: Reader,
  today: IsoDate,
): Promise<readonly WaitingSection[]> {
  const rows = await db
    .selectFrom('voice_point')
    .select((e) => [
      'section',
      e.fn.countAll<string>().as('waiting'),
      sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
      sql<IsoDate>`min(received_on)::text`.as('since'),
    ])
    // As the partial indexes say it, so that what is settled is never read.
    .where((e) =>
      e.or([
        e('state', 'in', ['assigned', 'drafting', 'submitted', 'returned']),
        e('state', '=', 'approved'),
      ]),
    )
    .groupBy('section')
    .orderBy('since')
    .orderBy('section')
    .execute()
  return rows.map(({ section, waiting, late, since }) => ({
    section,
    waiting: Number(waiting),
    late: Number(late),
    since,
  }))
}

export async function voiceNumbered(db: Reader, number: string): Promise<VoiceId | undefined> {
  const row = await db
    .selectFrom('voice')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id as VoiceId | undefined
}

/** A point whose answer went out, as the desk of decisions lists it: oldest first. */
export interface Deciding {
  readonly id: PointId
  readonly version: number
  readonly no: number
  readonly gist: string
  readonly answer: Point['answer']
  readonly section: string
  readonly receivedOn: IsoDate
  readonly number: string
  readonly mayPublish: boolean
  readonly submittedBy: string | null
}

const lines = (db: Reader) =>
  db
    .selectFrom('voice_point as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .select(['p.id', 'p.version', 'p.no', 'p.gist', 'p.answer', 'p.section', 'p.received_on'])
    .select(['v.number', 'v.may_publish', 'p.submitted_by'])

type Line = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

const fromLine = (row: Line): Deciding =>
  ({
    id: row.id,
    version: row.version,
    no: row.no,
    gist: row.gist,
    answer: row.answer,
    section: row.section,
    receivedOn: row.received_on,
    number: row.number,
    mayPublish: row.may_publish,
    submittedBy: row.submitted_by,
  }) as unknown as Deciding

export async function deciding(
  db: Reader,
  after: Pick<Deciding, 'receivedOn' | 'id'> | undefined,
  limit: number,
): Promise<readonly Deciding[]> {
  const rows = await lines(db)
    .where('p.state', '=', 'answered')
    .where('p.decision', '=', 'undecided')
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(p.received_on, p.id) > (${after?.receivedOn}, ${after?.id})`),
    )
    .orderBy('p.received_on')
    .orderBy('p.id')
    .limit(limit)
    .execute()
  return rows.map(fromLine)
}

/** Points tied to an item, public or not, newest first: for the desk. */
export async function pointsOfItem(
  db: Reader,
  item: ItemId,
  limit: number,
): Promise<readonly Deciding[]> {
  const rows = await lines(db)
    .where('p.id', 'in', (e) =>
      e.selectFrom('voice_point_item').select('point_id').where('item_id', '=', item),
    )
    .orderBy('p.received_on', 'desc')
    .orderBy('p.id')
    .limit(limit)
    .execute()
  return rows.map(fromLine)
}
