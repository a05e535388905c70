import type { Ctx } from '#platform/context.ts'
import { accept, no } from '#platform/result.ts'
import * as sessions from '../store/sessions.ts'
import { terms } from '../terms.ts'
import { workflow } from '../workflow.ts'
import { self, tokenMark } from './account.ts'
import { askCode, withCode } from './codes.ts'
import { ownContacts } from './contacts.ts'

const { basis } = workflow.signIn

/**
 * いま本人か: whether whoever sits before an open account has shown within ten minutes that it is theirs. A
 * browser left open on a shared machine stays signed in for weeks; it must not be enough to add a key.
 */
export async function isFresh(ctx: Ctx, token: string): Promise<boolean> {
  const session = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  return session !== undefined && +ctx.now < +session.provedAt + terms.session.fresh
}

/** To the address of the account; null where it has none, and signing in again is the way. */
export async function askToProve(ctx: Ctx): Promise<string | null> {
  const { id, locale } = await self(ctx)
  const mail = (await ownContacts(ctx, id)).find((c) => c.kind === 'mail' && c.isConfirmed)
  return mail ? askCode(ctx, { act: 'prove', subject: id, mail: mail.text, locale }) : null
}

/** The code that came: from now on this session, and no other one of the account, is fresh. */
export async function prove(ctx: Ctx, token: string, codeId: string, code: string): Promise<void> {
  const { id } = await self(ctx)
  const here = await sessions.sessionMarked(ctx.db, tokenMark(ctx, token))
  if (here?.resident !== id) return accept(no({ kind: 'not-signed-in' }))
  await withCode(ctx, { id: codeId, code, act: 'prove', subject: id }, async (tx) => {
    await sessions.proveSession(tx, here.id, ctx.now)
    return [undefined, { fact: 'resident.proved-again', subject: id, basis }]
  })
}
