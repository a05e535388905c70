import type { Ctx } from './context.ts'
import type { Writer } from './database.ts'
import type { Fact } from './ledger.ts'

/**
 * The same moment within a change that is being recorded already: actions of other chapters become part of
 * it, and what they say has happened is gathered for the one entry that will be made.
 */
export function joined(ctx: Ctx, tx: Writer): { readonly ctx: Ctx; readonly facts: Fact[] } {
  const facts: Fact[] = []
  const record: Ctx['record'] = async (change) => {
    const [result, ...said] = await change(tx)
    facts.push(...said)
    return result
  }
  return { ctx: { ...ctx, db: tx, record }, facts }
}
