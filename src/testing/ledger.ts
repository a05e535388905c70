import { exportLines } from '#platform/ledger-tree-file.ts'
import { linesOf, verifyLedger } from '#platform/ledger-tree-verify.ts'
import type { Database } from '#platform/pool.ts'
import { contextOf } from './browser.ts'
import { people } from './people.ts'

/** Noon of a day of April 2013. */
export const at = (day: number) => new Date(Date.UTC(2013, 3, day, 3))

/** So many entries on a day. */
export async function write(database: Database, day: number, count: number) {
  const ctx = contextOf(database.db, people.author, at(day))
  for (let i = 0; i < count; i++)
    await ctx.record(async () => [
      undefined,
      { fact: 'plan.edited', subject: `pln_${day}x${i}`, basis: '要綱', detail: { b: i, a: 'あ' } },
    ])
}

/** The file of `ledger export`. */
export async function exported(database: Database, days: { from?: string; until?: string } = {}) {
  let text = ''
  for await (const line of exportLines(database.db, { origin: 'test', ...days })) text += line
  return text
}
export const verified = (text: string, head?: string) => verifyLedger(linesOf(once(text)), head)
async function* once(text: string) {
  yield text
}
