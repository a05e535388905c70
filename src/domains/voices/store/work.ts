import { sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import type { Point } from '../point.ts'
import type { Channel, Voice } from '../voice.ts'

/** A point as a list of the desk shows it. */
export interface DeskPoint
  extends Pick<
    Point,
    'id' | 'version' | 'voice' | 'no' | 'gist' | 'kind' | 'topic' | 'section' | 'state'
  > {
  readonly number: string
  readonly channel: Channel
  readonly receivedOn: IsoDate
  readonly dueOn: IsoDate | null
  readonly isWaiting: boolean
}

/** What has not been settled: the same states as the partial indexes of the table. */
export const openStates = ['assigned', 'drafting', 'submitted', 'returned'] as const

export interface Wanted {
  /** null: the whole city. */
  readonly reach: readonly string[] | null
  readonly states?: readonly Point['state'][] | undefined
  readonly section?: string | undefined
  readonly topic?: string | undefined
  readonly channel?: string | undefined
  /** Due on or before this day. */
  readonly dueBy?: IsoDate | undefined
}
/** The last line of the page before: its day, and its id. */
export interface After {
  readonly on: IsoDate
  readonly id: string
}

/** A day that is not known yet stands behind all others; the indexes say the same. */
const byDue = sql<IsoDate>`coalesce(p.due_on, '9999-12-31'::date)`

function pointsWanted(db: Reader, wanted: Wanted) {
  const { reach, states, section, topic, channel, dueBy } = wanted
  return db
    .selectFrom('voice_point as p')
    .innerJoin('voice as v', 'v.id', 'p.voice_id')
    .$if(reach !== null, (q) => q.where('p.section', 'in', reach?.length ? reach : ['']))
    .$if(states !== undefined, (q) => q.where('p.state', 'in', [...(states ?? [])]))
    .$if(section !== undefined, (q) => q.where('p.section', '=', section ?? ''))
    .$if(topic !== undefined, (q) => q.where('p.topic', '=', topic ?? ''))
    .$if(channel !== undefined, (q) => q.where('v.channel', '=', channel ?? ''))
    .$if(dueBy !== undefined, (q) => q.where('p.due_on', '<=', dueBy ?? ''))
}

const pointColumns = [
  ...(['p.id', 'p.version', 'p.voice_id', 'p.no', 'p.gist', 'p.kind', 'p.topic'] as const),
  ...(['p.section', 'p.state', 'p.due_on', 'p.received_on'] as const),
  ...(['v.number', 'v.channel', 'v.waiting_since'] as const),
] as const

/** Points that are not settled, the nearest day first, or all of them, newest first. Reads by key. */
export async function deskPoints(
  db: Reader,
  wanted: Wanted,
  {
    by,
    after,
    limit,
  }: { readonly by: 'due' | 'newest'; readonly after?: After | undefined; readonly limit: number },
): Promise<readonly DeskPoint[]> {
  const rows = await pointsWanted(db, wanted)
    .select([...pointColumns])
    .$if(by === 'due' && !wanted.states, (q) => q.where('p.state', 'in', [...openStates]))
    .$if(by === 'due' && after !== undefined, (q) =>
      q.where(sql<boolean>`(${byDue}, p.id) > (${after?.on}::date, ${after?.id})`),
    )
    .$if(by === 'newest' && after !== undefined, (q) =>
      q.where(sql<boolean>`(p.received_on, p.id) < (${after?.on}::date, ${after?.id})`),
    )
    .$if(by === 'due', (q) => q.orderBy(byDue).orderBy('p.id'))
    .$if(by === 'newest', (q) => q.orderBy('p.received_on', 'desc').orderBy('p.id', 'desc'))
    .limit(limit)
    .execute()
  return rows.map(
    (row) =>
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
        number: row.number,
        channel: row.channel,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        isWaiting: row.waiting_since !== null,
      }) as unknown as DeskPoint,
  )
}

export type DeskVoice = Pick<
  Voice,
  'id' | 'number' | 'channel' | 'receivedOn' | 'dueOn' | 'waitingSince' | 'state' | 'replyBy'
>

const voiceRow = (row: {
  id: string
  number: string
  channel: string
  received_on: string
  due_on: string | null
  waiting_since: string | null
  state: string
  reply_by: string
}) =>
  ({
    id: row.id,
    number: row.number,
    channel: row.channel,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    waitingSince: row.waiting_since,
    state: row.state,
    replyBy: row.reply_by,
  }) as unknown as DeskVoice

const voiceColumns = [
  ...(['v.id', 'v.number', 'v.channel', 'v.received_on', 'v.due_on'] as const),
  ...(['v.waiting_since', 'v.state', 'v.reply_by'] as const),
] as const

/** Voices that nobody has split yet, or whose every point is settled; the nearest day first. */
export async function voicesByDue(
  db: Reader,
  state: 'received' | 'ready',
  {
    channel,
    after,
    limit,
  }: {
    readonly channel?: string | undefined
    readonly after?: After | undefined
    readonly limit: number
  },
): Promise<readonly DeskVoice[]> {
  const day = sql<IsoDate>`coalesce(v.due_on, '9999-12-31'::date)`
  const rows = await openVoices(db, state)
    .select([...voiceColumns])
    .$if(channel !== undefined, (q) => q.where('v.channel', '=', channel ?? ''))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(${day}, v.id) > (${after?.on}::date, ${after?.id})`),
    )
    .orderBy(day)
    .orderBy('v.id')
    .limit(limit)
    .execute()
  return rows.map(voiceRow)
}

const openVoices = (db: Reader, state: 'received' | 'ready') =>
  db
    .selectFrom('voice as v')
    .where('v.state', '=', state === 'ready' ? 'answering' : state)
    .$if(state === 'ready', (q) =>
      q.where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('voice_point as p')
              .select('p.id')
              .whereRef('p.voice_id', '=', 'v.id')
              .where('p.state', 'in', [...openStates]),
          ),
        ),
      ),
    )

/** Every voice, newest first. */
export async function newestVoices(
  db: Reader,
  {
    state,
    channel,
    after,
    limit,
  }: {
    readonly state?: string | undefined
    readonly channel?: string | undefined
    readonly after?: After | undefined
    readonly limit: number
  },
): Promise<readonly DeskVoice[]> {
  const rows = await db
    .selectFrom('voice as v')
    .select([...voiceColumns])
    .$if(state !== undefined, (q) => q.where('v.state', '=', state ?? ''))
    .$if(channel !== undefined, (q) => q.where('v.channel', '=', channel ?? ''))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(v.received_on, v.id) < (${after?.on}::date, ${after?.id})`),
    )
    .orderBy('v.received_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(voiceRow)
}

/** Nobody counts further: 1000 says "many". */
export const mostCounted = 1000

/** `limit` inside, so that a backlog of a year costs what one of a thousand does. */
export async function countPoints(db: Reader, wanted: Wanted): Promise<number> {
  const some = pointsWanted(db, wanted).select('p.id').limit(mostCounted)
  const row = await db
    .selectFrom(some.as('some'))
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function countVoices(db: Reader, state: 'received' | 'ready'): Promise<number> {
  const some = openVoices(db, state).select('v.id').limit(mostCounted)
  const row = await db
    .selectFrom(some.as('some'))
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Open points of one section and one day: what a reminder is about. Sections of whoever was not split yet are ''. */
export interface DueLine {
  readonly section: string
  readonly dueOn: IsoDate
  readonly count: number
}

export async function dueBetween(
  db: Reader,
  from: IsoDate,
  until: IsoDate,
): Promise<readonly DueLine[]> {
  const points = await db
    .selectFrom('voice_point')
    .select(['section', 'due_on'])
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('state', 'in', [...openStates])
    .where('due_on', '>=', from)
    .where('due_on', '<=', until)
    .groupBy(['section', 'due_on'])
    .orderBy('due_on')
    .orderBy('section')
    .execute()
  const voices = await db
    .selectFrom('voice')
    .select('due_on')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('state', '=', 'received')
    .where('due_on', '>=', from)
    .where('due_on', '<=', until)
    .groupBy('due_on')
    .orderBy('due_on')
    .execute()
  const line = (section: string, row: { due_on: string | null; n: string }) => ({
    section,
    dueOn: row.due_on ?? '',
    count: Number(row.n),
  })
  return [...voices.map((row) => line('', row)), ...points.map((row) => line(row.section, row))]
}

/** The newest points as the city decided on them: what suggestions are learnt from. Bounded, however old the city. */
export async function pastPoints(db: Reader, limit: number) {
  return db
    .selectFrom('voice_point')
    .select(['gist', 'topic', 'section'])
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
