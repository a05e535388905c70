import type { Ctx } from './context.ts'
import { BrokenSeal } from './seal.ts'
import type { SealedColumn } from './sealed.ts'

const batch = 200

async function* rowsOf(ctx: Pick<Ctx, 'db'>, column: SealedColumn) {
  for (let after = ''; ; ) {
    const rows = await column.after(ctx.db, after, batch)
    if (!rows.length) return
    yield rows
    after = rows.at(-1)?.id ?? ''
  }
}

/** The text, or null where key, text and place do not fit together. */
function opened({ seal }: Pick<Ctx, 'seal'>, sealed: string, place: string): string | null {
  try {
    return seal.open(sealed, place)
  } catch (thrown) {
    if (thrown instanceof BrokenSeal) return null
    throw thrown
  }
}

/** How many texts of each column lie under a key that is not the newest. It changes nothing. */
export async function countOld(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  columns: readonly SealedColumn[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const column of columns) {
    let old = 0
    for await (const rows of rowsOf(ctx, column))
      old += rows.filter(({ sealed }) => ctx.seal.isOld(sealed)).length
    counts.set(column.name, old)
  }
  return counts
}

export interface Rotated {
  readonly count: number
  /** Keys of rows that could not be opened: they stay as they are. */
  readonly broken: readonly string[]
}

/**
 * Seals anew what an older key sealed, a short transaction a batch, so that nobody waits for it. A text that
 * somebody writes meanwhile stays theirs. Stopped anywhere, it goes on from there when it is run again.
 */
export async function rotate(
  ctx: Ctx,
  columns: readonly SealedColumn[],
): Promise<ReadonlyMap<string, Rotated>> {
  const done = new Map<string, Rotated>()
  for (const column of columns) {
    let count = 0
    const broken: string[] = []
    for await (const rows of rowsOf(ctx, column)) {
      const fresh = rows
        .filter(({ sealed }) => ctx.seal.isOld(sealed))
        .flatMap((row) => {
          const place = column.place(row.id)
          const text = opened(ctx, row.sealed, place)
          if (text !== null) return [{ row, sealed: ctx.seal.seal(text, place) }]
          broken.push(row.id)
          return []
        })
      if (!fresh.length) continue
      count += await ctx.record(async (tx) => {
        let put = 0
        for (const { row, sealed } of fresh) if (await column.put(tx, row, sealed)) put += 1
        const basis = '情報セキュリティ規程(暗号鍵)'
        return [put, { fact: 'seal.rotated', subject: column.name, basis, detail: { count: put } }]
      })
    }
    done.set(column.name, { count, broken })
  }
  return done
}

/**
 * Seals what lay open before its column was a sealed one, and says how much that was: at every start, because
 * the key is known only then. Where nothing lies open it asks one question a column and writes nothing.
 */
export async function sealOpen(ctx: Ctx, columns: readonly SealedColumn[]): Promise<number> {
  let all = 0
  for (const column of columns.filter(({ wasOpen }) => wasOpen))
    for (;;) {
      const rows = await column.open(ctx.db, batch)
      if (!rows.length) break
      all += await ctx.record(async (tx) => {
        let put = 0
        for (const row of rows)
          if (await column.put(tx, row, ctx.seal.seal(row.sealed, column.place(row.id)))) put += 1
        const basis = '情報セキュリティ規程(暗号鍵)'
        const detail = { count: put, open: true }
        return [put, { fact: 'seal.rotated', subject: column.name, basis, detail }]
      })
    }
  return all
}

export interface Verified {
  readonly name: string
  readonly all: number
  readonly old: number
  /** Keys of the rows, never what stands there. */
  readonly broken: readonly string[]
}

/** Opens every sealed text where it lies and says nothing of it. */
export async function verifySeals(
  ctx: Pick<Ctx, 'db' | 'seal'>,
  columns: readonly SealedColumn[],
): Promise<readonly Verified[]> {
  const found: Verified[] = []
  for (const column of columns) {
    let [all, old] = [0, 0]
    const broken: string[] = []
    for await (const rows of rowsOf(ctx, column))
      for (const { id, sealed } of rows) {
        all += 1
        if (ctx.seal.isOld(sealed)) old += 1
        if (opened(ctx, sealed, column.place(id)) === null) broken.push(id)
      }
    found.push({ name: column.name, all, old, broken })
  }
  return found
}
