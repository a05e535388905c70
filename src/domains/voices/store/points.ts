import { type Selectable, sql } from 'kysely'
import type { ItemId } from '#domains/plan/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { Refused } from '#platform/result.ts'
import type { VoicePoint } from '#platform/tables.ts'
import type { Answer, Decision, Point, PointId } from '../point.ts'
import type { Voice, VoiceId } from '../voice.ts'

type Row = Selectable<VoicePoint> & { readonly items: readonly string[] }

function decisionOf(row: Row): Decision {
  const told = { by: row.decided_by, at: row.decided_at }
  if (row.decision === 'shown')
    return { kind: 'shown', redactions: row.redactions, ...told } as unknown as Decision
  if (row.decision === 'withheld')
    return { kind: 'withheld', ground: row.ground, reason: row.decided_why, ...told } as Decision
  return { kind: 'undecided' }
}

const otherOf = (row: Row) =>
  row.state === 'transferred'
    ? { to: row.other }
    : row.state === 'declined'
      ? { ground: row.other }
      : {}

const fromRow = (row: Row): Point =>
  ({
    id: row.id,
    version: row.version,
    voice: row.voice_id,
    no: row.no,
    gist: row.gist,
    kind: row.kind,
    topic: row.topic,
    section: row.section,
    state: row.state,
    answer: row.answer,
    decision: decisionOf(row),
    items: row.items,
    ...(row.submitted_at && { submittedAt: row.submitted_at, submittedBy: row.submitted_by }),
    ...(row.approved_at && { approvedAt: row.approved_at, approvedBy: row.approved_by }),
    ...(row.reason && { reason: row.reason }),
    ...otherOf(row),
  }) as unknown as Point

function toRow(point: Point) {
  const { decision } = point
  return {
    gist: point.gist,
    kind: point.kind,
    topic: point.topic,
    section: point.section,
    state: point.state,
    answer: JSON.stringify(point.answer),
    submitted_by: 'submittedBy' in point ? point.submittedBy : null,
    submitted_at: 'submittedAt' in point ? point.submittedAt : null,
    approved_by: 'approvedBy' in point ? point.approvedBy : null,
    approved_at: 'approvedAt' in point ? point.approvedAt : null,
    reason: 'reason' in point ? point.reason : '',
    other:
      point.state === 'transferred' ? point.to : point.state === 'declined' ? point.ground : '',
    decision: decision.kind,
    redactions: JSON.stringify(decision.kind === 'shown' ? decision.redactions : []),
    ground: decision.kind === 'withheld' ? decision.ground : '',
    decided_why: decision.kind === 'withheld' ? decision.reason : '',
    decided_by: decision.kind === 'undecided' ? null : decision.by,
    decided_at: decision.kind === 'undecided' ? null : decision.at,
  }
}

const withItems = (db: Reader) =>
  db
    .selectFrom('voice_point as p')
    .selectAll('p')
    .select(
      sql<
        string[]
      >`array(select item_id from voice_point_item where point_id = p.id order by at, item_id)`.as(
        'items',
      ),
    )

export async function pointById(db: Reader, id: PointId): Promise<Point | undefined> {
  const row = await withItems(db).where('p.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** In the order of their numbers. */
export async function pointsOf(db: Reader, voice: VoiceId): Promise<readonly Point[]> {
  const rows = await withItems(db).where('p.voice_id', '=', voice).orderBy('p.no').execute()
  return rows.map(fromRow)
}

/** What voices are about: the gists of each, in the order of their numbers. One that nobody split has none. */
export async function gistsOf(
  db: Reader,
  voices: readonly VoiceId[],
): Promise<ReadonlyMap<VoiceId, readonly string[]>> {
  if (!voices.length) return new Map()
  const rows = await db
    .selectFrom('voice_point')
    .select(['voice_id', 'gist'])
    .where('voice_id', 'in', voices)
    .orderBy('voice_id')
    .orderBy('no')
    .execute()
  const of = new Map<VoiceId, string[]>()
  for (const { voice_id, gist } of rows) {
    const id = voice_id as VoiceId
    of.set(id, [...(of.get(id) ?? []), gist])
  }
  return of
}

export async function insertPoint(
  tx: Writer,
  point: Point,
  { receivedOn, dueOn }: Pick<Voice, 'receivedOn' | 'dueOn'>,
): Promise<void> {
  await tx
    .insertInto('voice_point')
    .values({
      id: point.id,
      version: point.version,
      voice_id: point.voice,
      no: point.no,
      received_on: receivedOn,
      due_on: dueOn,
      ...toRow(point),
    })
    .execute()
}

/** The point as it was read, changed; stale when somebody was sooner. */
export async function updatePoint(tx: Writer, point: Point): Promise<Point> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_point')
    .set({ ...toRow(point), version: point.version + 1 })
    .where('id', '=', point.id)
    .where('version', '=', point.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ kind: 'stale' })
  return { ...point, version: point.version + 1 }
}

export async function setDue(tx: Writer, voice: VoiceId, dueOn: IsoDate | null): Promise<void> {
  await tx.updateTable('voice_point').set({ due_on: dueOn }).where('voice_id', '=', voice).execute()
}

export async function keepAnswer(
  tx: Writer,
  id: PointId,
  handed: { readonly answer: Answer; readonly at: Date; readonly by: string },
): Promise<void> {
  const { n } = await tx
    .selectFrom('voice_answer_version')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('point_id', '=', id)
    .executeTakeFirstOrThrow()
  const { answer, at, by } = handed
  await tx
    .insertInto('voice_answer_version')
    .values({ point_id: id, no: Number(n) + 1, answer: JSON.stringify(answer), at, by })
    .execute()
}

export async function linkItem(
  tx: Writer,
  id: PointId,
  item: ItemId,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('voice_point_item')
    .values({ point_id: id, item_id: item, at, by })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function unlinkItem(tx: Writer, id: PointId, item: ItemId): Promise<void> {
  await tx
    .deleteFrom('voice_point_item')
    .where('point_id', '=', id)
    .where('item_id', '=', item)
    .execute()
}
