import { sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import type { Point } from '../point.ts'
import { type Outcome, outcomeOf } from '../rules/outcome.ts'
import type { Voice } from '../voice.ts'

/** By what the public figures are told apart. `text` and `days` count voices, everything else points. */
export const dimensions = [
  'text',
  'total',
  'channel',
  'topic',
  'section',
  'district',
  'age',
  'ground',
  'days',
] as const
export type Dimension = (typeof dimensions)[number]

export interface Counted {
  readonly month: IsoDate
  readonly dimension: Dimension
  readonly key: string
  readonly outcome: Outcome | Voice['state']
  readonly n: number
}

const monthOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`

type Of = Pick<Voice, 'receivedOn' | 'channel' | 'district' | 'ageBand'>

function keysOf(voice: Of, point: Point): readonly (readonly [Dimension, string])[] {
  const { ground } = outcomeOf(point)
  return [
    ['total', ''],
    ['channel', voice.channel],
    ['topic', point.topic],
    ['section', point.section],
    ['district', voice.district ?? ''],
    ['age', voice.ageBand ?? ''],
    ...(ground ? [['ground', ground] as const] : []),
  ]
}

/**
 * What a change does to the public figures, as rows that are only ever added: no two writers wait for one
 * another, and what is public is always the sum. Written in the transaction of the change itself.
 */
export async function countPoint(
  tx: Writer,
  voice: Of,
  before: Point | null,
  after: Point | null,
): Promise<void> {
  const rows = new Map<string, Counted>()
  const add = (point: Point | null, n: number) => {
    if (!point) return
    const { outcome } = outcomeOf(point)
    for (const [dimension, key] of keysOf(voice, point)) {
      const name = JSON.stringify([dimension, key, outcome])
      const so = rows.get(name)?.n ?? 0
      rows.set(name, { month: monthOf(voice.receivedOn), dimension, key, outcome, n: so + n })
    }
  }
  add(before, -1)
  add(after, 1)
  await insert(tx, [...rows.values()])
}

export const countText = (
  tx: Writer,
  { receivedOn }: Pick<Voice, 'receivedOn'>,
  before: Voice['state'] | null,
  after: Voice['state'] | null,
): Promise<void> => {
  const row = (outcome: Voice['state'] | null, n: number): Counted[] =>
    outcome === null ? [] : [{ month: monthOf(receivedOn), dimension: 'text', key: '', outcome, n }]
  return before === after ? Promise.resolve() : insert(tx, [...row(before, -1), ...row(after, 1)])
}

/** 回答までの日数: how many days the sender waited, counted once when the reply went out. */
export const countDays = (
  tx: Writer,
  { receivedOn }: Pick<Voice, 'receivedOn'>,
  days: number,
): Promise<void> =>
  insert(tx, [
    { month: monthOf(receivedOn), dimension: 'days', key: String(days), outcome: 'replied', n: 1 },
  ])

async function insert(tx: Writer, rows: readonly Counted[]): Promise<void> {
  const changed = rows.filter(({ n }) => n !== 0)
  if (changed.length) await tx.insertInto('voice_tally').values(changed).execute()
}

/** The sums of the months from `from` to before `until`, first days of months. */
export async function tally(
  db: Reader,
  from: IsoDate,
  until: IsoDate,
): Promise<readonly Counted[]> {
  const rows = await db
    .selectFrom('voice_tally')
    .select(['month', 'dimension', 'key', 'outcome'])
    .select((e) => e.fn.sum<string>('n').as('n'))
    .where('month', '>=', from)
    .where('month', '<', until)
    .groupBy(['month', 'dimension', 'key', 'outcome'])
    .orderBy('month')
    .execute()
  return rows.map((row) => ({ ...row, n: Number(row.n) }) as Counted).filter(({ n }) => n !== 0)
}

/** 集約: many rows of one sum become one, so that reading them does not grow with the work. Answers how many went. */
export async function fold(tx: Writer): Promise<number> {
  const { rows } = await sql<{ gone: string }>`
    with gone as (
      delete from voice_tally returning month, dimension, key, outcome, n
    ), kept as (
      insert into voice_tally (month, dimension, key, outcome, n)
        select month, dimension, key, outcome, sum(n) from gone
          group by month, dimension, key, outcome having sum(n) <> 0
    )
    select count(*) as gone from gone`.execute(tx)
  return Number(rows[0]?.gone ?? 0)
}

/** The months of the first and of the last voice; undefined where none has come. */
export async function talliedMonths(
  db: Reader,
): Promise<{ readonly first: IsoDate; readonly last: IsoDate } | undefined> {
  const row = await db
    .selectFrom('voice_tally')
    .select((e) => [e.fn.min('month').as('first'), e.fn.max('month').as('last')])
    .executeTakeFirst()
  return row?.first && row.last ? { first: row.first, last: row.last } : undefined
}
