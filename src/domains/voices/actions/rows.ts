import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { accept, no, Refused } from '#platform/result.ts'
import { setLoose } from '../store/keeping.ts'
import { type Became, insertRow, knownRows } from '../store/rows.ts'

/** A table that comes as a file, row by row, for voices as for comments on drafts. */
export interface Marked<Row> {
  readonly mark: string
  readonly row: Row
}

/** What of a file is new: rows that were taken in before are left, however often the file comes. */
export interface Sorted<Row> {
  readonly fresh: readonly Marked<Row>[]
  readonly known: number
}

/**
 * By what makes a row what it is, and the how-many-th of its like: two people who send the same words on one day are
 * two, and the same file twice is one.
 */
export async function sortRows<Row>(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  rows: readonly Row[],
  purpose: string,
  partsOf: (row: Row) => readonly unknown[],
): Promise<Sorted<Row>> {
  const seen = new Map<string, number>()
  const marked = rows.map((row): Marked<Row> => {
    const like = JSON.stringify(partsOf(row))
    const nth = (seen.get(like) ?? 0) + 1
    seen.set(like, nth)
    return { mark: ctx.seal.mark(`${like} ${nth}`, purpose), row }
  })
  const known = await knownRows(
    ctx.db,
    marked.map(({ mark }) => mark),
  )
  const fresh = marked.filter(({ mark }) => !known.has(mark))
  return { fresh, known: marked.length - fresh.length }
}

export interface Taken {
  readonly taken: number
  readonly known: number
}

/** Each row by itself; after an interruption the same file goes on where it stopped. */
export async function takeSorted<Row>(
  { fresh, known }: Sorted<Row>,
  take: (one: Marked<Row>) => Promise<unknown>,
): Promise<Taken> {
  let taken = 0
  for (const one of fresh) if (await isNew(() => take(one))) taken += 1
  return { taken, known: known + fresh.length - taken }
}

/** False where a colleague took the same row in meanwhile. */
async function isNew(take: () => Promise<unknown>): Promise<boolean> {
  try {
    await take()
    return true
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.refusal.kind === 'stale') return false
    throw thrown
  }
}

/** In the transaction of what the row becomes: a row is taken in once. */
export async function rememberRow(tx: Writer, mark: string, became: Became): Promise<void> {
  if (!(await insertRow(tx, mark, became))) accept(no({ kind: 'stale' }))
}

const week = 7 * 86_400_000

/** A table with the names of a whole survey does not lie about for ever, if nobody takes it in. */
export const keepForAWeek = (
  ctx: Ctx,
  key: string,
  noted: { readonly fact: `voice.${string}`; readonly subject: string; readonly basis: string },
): Promise<void> =>
  ctx.record(async (tx) => {
    await setLoose(tx, [key], new Date(+ctx.now + week))
    return [undefined, noted]
  })
