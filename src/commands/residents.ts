import { type SealedColumn, sealedColumns } from '#domains/residents/actions/rotate.ts'
import { openingsSince } from '#domains/residents/store/openings.ts'
import type { Ctx } from '#platform/context.ts'
import { writeCsv } from '#platform/csv.ts'
import { BrokenSeal } from '#platform/seal.ts'
import { type Command, done, refused, WrongUsage } from './command.ts'

/** Every column of sealed texts. A chapter that seals joins here; what is missing stays under its old key. */
export const sealed: readonly SealedColumn[] = [...sealedColumns]

const batch = 200

async function* rowsOf(ctx: Ctx, column: SealedColumn) {
  for (let after = ''; ; ) {
    const rows = await column.after(ctx.db, after, batch)
    if (!rows.length) return
    yield rows
    after = rows.at(-1)?.id ?? ''
  }
}

/**
 * Seals anew what an older key sealed, a batch a transaction: stopped anywhere, it goes on from there when it is
 * typed again. Answers how many of each column.
 */
export async function rotate(
  ctx: Ctx,
  columns: readonly SealedColumn[] = sealed,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const column of columns) {
    let count = 0
    for await (const rows of rowsOf(ctx, column)) {
      const old = rows.filter((row) => ctx.seal.isOld(row.sealed))
      if (!old.length) continue
      await ctx.record(async (tx) => {
        for (const { id, sealed } of old) {
          const place = column.place(id)
          await column.put(tx, id, sealed, ctx.seal.seal(ctx.seal.open(sealed, place), place))
        }
        const detail = { count: old.length }
        return [
          undefined,
          {
            fact: 'seal.rotated',
            subject: column.name,
            basis: '情報セキュリティ規程(暗号鍵)',
            detail,
          },
        ]
      })
      count += old.length
    }
    counts.set(column.name, count)
  }
  return counts
}

/** Opens every sealed text where it lies and says nothing of it: how many, how many under an older key, which are broken. */
export async function verifySeals(ctx: Ctx, columns: readonly SealedColumn[] = sealed) {
  const found: {
    readonly name: string
    readonly all: number
    readonly old: number
    readonly broken: readonly string[]
  }[] = []
  for (const column of columns) {
    let [all, old] = [0, 0]
    const broken: string[] = []
    for await (const rows of rowsOf(ctx, column))
      for (const { id, sealed } of rows) {
        all += 1
        if (ctx.seal.isOld(sealed)) old += 1
        try {
          ctx.seal.open(sealed, column.place(id))
        } catch (thrown) {
          if (!(thrown instanceof BrokenSeal)) throw thrown
          broken.push(id)
        }
      }
    found.push({ name: column.name, all, old, broken })
  }
  return found
}

export const sealRotate: Command = {
  usage: 'seal rotate',
  does: '個人情報を、いちばん新しい鍵で封じ直す(途中で止めても続きから)',
  async run({ io }, { ctx }) {
    for (const [name, count] of await rotate(ctx)) io.out(`${name}\t${count}件\n`)
    return done
  },
}

export const sealVerify: Command = {
  usage: 'seal verify',
  does: '封じた個人情報がすべて開けるか、古い鍵が残っていないかを確かめる',
  async run({ io }, { ctx }) {
    const found = await verifySeals(ctx)
    for (const { name, all, old, broken } of found)
      io.out(
        `${name}\t${all}件\t古い鍵 ${old}件\t開けない ${broken.length}件${broken.length ? `: ${broken.join(' ')}` : ''}\n`,
      )
    return found.some(({ broken }) => broken.length > 0) ? refused : done
  },
}

export const residentOpenings: Command = {
  usage: 'residents openings --since DATE',
  does: '連絡先を開いた記録を CSV にする(いつ・だれが・だれの・目的・理由)',
  options: { since: { type: 'string' } },
  async run({ io, flags }, { ctx }) {
    const { since } = flags
    if (typeof since !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(since))
      throw new WrongUsage('--since は 2013-04-01 の形です')
    const openings = await openingsSince(ctx.db, new Date(`${since}T00:00:00+09:00`))
    const rows = openings.map((o) => [
      o.at.toISOString(),
      o.who,
      o.owner,
      o.purpose,
      o.reason,
      o.fields.join(' '),
    ])
    io.out(writeCsv([['at', 'who', 'whose', 'purpose', 'reason', 'fields'], ...rows]))
    return done
  },
}
