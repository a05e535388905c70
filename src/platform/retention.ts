import { addDays, dayStart, type IsoDate, localDate } from './calendar.ts'
import type { Ctx } from './context.ts'
import type { Reader, Writer } from './database.ts'

/** From the day named in `since`: so many whole years, or days. */
export type Kept = { readonly years: number } | { readonly days: number }

/** 封をする, だれのものか分からなくする, 消す. */
export type Afterwards = 'seal' | 'anonymise' | 'delete'

/**
 * 保存の区分: one class of records, how long it is kept, and what happens then. A chapter gives one for
 * each kind of record that may not stay for ever; the shell gathers them in `retentions.ts`.
 */
export interface Retention {
  /** staff.session */
  readonly name: `${string}.${string}`
  /** Unless the city has set another term. */
  readonly kept: Kept
  readonly afterwards: Afterwards
  readonly basis: string
  /** What they are, and the day from which the years are counted. */
  readonly said: Readonly<Record<'ja' | 'en', { readonly what: string; readonly since: string }>>
  /** Those whose term began before this moment and that are still there: at most `limit`, oldest first. */
  readonly due: (db: Reader, before: Date, limit: number) => Promise<readonly string[]>
  /** Does it to just these. The fact is written by who asks. */
  readonly carry: (
    tx: Writer,
    ids: readonly string[],
    ctx: Pick<Ctx, 'now' | 'seal'>,
  ) => Promise<void>
}

/** What the city has set for itself on this day: amounts in the class's own unit, by its name. */
export type TermsOn = (db: Reader, day: IsoDate) => Promise<ReadonlyMap<string, number>>

/** What is to be done today in one class. */
export interface Due {
  readonly retention: Retention
  readonly kept: Kept
  readonly before: Date
  readonly ids: readonly string[]
}

/** More than this of one class waits for the next night, so that no transaction grows without end. */
const mostAtOnce = 5000

export const amountOf = (kept: Kept): number => ('years' in kept ? kept.years : kept.days)

/** The class's own unit with another amount. */
export const keptFor = (kept: Kept, amount: number | undefined): Kept => {
  if (amount === undefined) return kept
  return 'years' in kept ? { years: amount } : { days: amount }
}

/** What began before this moment has been kept long enough: whole days in Japan, the first not counted. */
export function beginningOf(kept: Kept, today: IsoDate): Date {
  if ('days' in kept) return dayStart(addDays(today, -kept.days))
  const year = String(Number(today.slice(0, 4)) - kept.years).padStart(4, '0')
  // 29 February is counted as the 28th where the year has none.
  const monthDay = today.slice(5)
  const isLeap = addDays(`${year}-02-28`, 1).endsWith('-29')
  return dayStart(`${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`)
}

/** What a run would do now. It changes nothing: this is the dry run, and the first half of the run. */
export async function dueOf(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  list: readonly Retention[],
  termsOn: TermsOn,
): Promise<Due[]> {
  const today = localDate(now)
  const terms = await termsOn(db, today)
  const found: Due[] = []
  for (const retention of list) {
    const kept = keptFor(retention.kept, terms.get(retention.name))
    const before = beginningOf(kept, today)
    found.push({ retention, kept, before, ids: await retention.due(db, before, mostAtOnce) })
  }
  return found
}

/** Carries out what is due; each class and its entry in the ledger commit together. */
export async function carryOut(
  ctx: Ctx,
  list: readonly Retention[],
  termsOn: TermsOn,
): Promise<Due[]> {
  const done: Due[] = []
  for (const due of await dueOf(ctx, list, termsOn)) {
    const { retention, kept, before } = due
    if (due.ids.length === 0) done.push(due)
    else
      done.push(
        await ctx.record(async (tx) => {
          // Asked again inside: what has been touched since is not due any more.
          const ids = await retention.due(tx, before, mostAtOnce)
          if (ids.length > 0) await retention.carry(tx, ids, ctx)
          const detail = { count: ids.length, afterwards: retention.afterwards, ...kept }
          const { name: subject, basis } = retention
          return [
            { ...due, ids },
            { fact: retentionFact, subject, basis, detail },
          ]
        }),
      )
  }
  return done
}

export const retentionFact = 'retention.carried-out'
