import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { forgetCodesFor } from '../store/codes.ts'
import { contactsOf, forgetContacts } from '../store/contacts.ts'
import { forgetReasons } from '../store/openings.ts'
import { buryResident } from '../store/people.ts'
import { endReceipt, forgetAdditions, receiptsOf, setReach } from '../store/receipts.ts'
import { standing, workflow } from '../workflow.ts'
import { self } from './account.ts'
import { withCode } from './codes.ts'

/** 退会, by a code to the account's own address; an account without one by its session alone. */
export async function closeAccount(
  ctx: Ctx,
  code: { readonly id: string; readonly code: string } | null,
): Promise<void> {
  const { id } = await self(ctx)
  accept(permit(workflow, 'close', standing(ctx.actor, { resident: id }), nothing))
  if (!code) return ctx.record(async (tx) => [undefined, await bury(tx, ctx, id, 'own')])
  return withCode(ctx, { ...code, act: 'close-account', subject: id }, async (tx) => [
    undefined,
    await bury(tx, ctx, id, 'own'),
  ])
}

/** By the clock, after notice: nobody has been here for years. The retention run writes the entry. */
export const buryOne = (tx: Writer, at: Pick<Ctx, 'now'>, id: string) =>
  bury(tx, at, id, 'inactive')

/**
 * The person goes, the public record stays: contacts, additions, codes, sessions, the unique mark, and what
 * colleagues wrote about the person are gone; receipts keep number, act and day.
 */
async function bury(
  tx: Writer,
  { now }: Pick<Ctx, 'now'>,
  id: string,
  why: 'own' | 'inactive',
): Promise<Fact> {
  const receipts = (await receiptsOf(tx, id)).map((r) => r.id)
  const owners = [id, ...receipts]
  const marks = (await Promise.all(owners.map((one) => contactsOf(tx, one)))).flat()
  await forgetCodesFor(
    tx,
    owners,
    marks.map((contact) => contact.mark),
  )
  const contacts = await forgetContacts(tx, owners)
  await forgetAdditions(tx, receipts)
  await forgetReasons(tx, owners)
  for (const receipt of receipts) {
    await endReceipt(tx, receipt, now)
    await setReach(tx, receipt, 'none')
  }
  await buryResident(tx, id, now)
  return {
    fact: 'resident.closed',
    subject: id,
    basis: workflow.close.basis,
    detail: { why, contacts, receipts: receipts.length },
  }
}
