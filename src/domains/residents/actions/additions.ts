import type { Ctx } from '#platform/context.ts'
import { additionsOf } from '../store/receipts.ts'
import { sealedIn } from '../store/sealed.ts'

/** What somebody added later: for themself, and for the chapter that owns the act. */
export const readAdditions = async (ctx: Pick<Ctx, 'db' | 'seal'>, receipt: string) =>
  (await additionsOf(ctx.db, receipt)).map(({ id, sealed, at, byStaff }) => ({
    text: ctx.seal.open(sealed, sealedIn.addition.place(id)),
    at,
    byStaff,
  }))
