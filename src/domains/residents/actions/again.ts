import type { Ctx } from '#platform/context.ts'
import { found } from '#platform/result.ts'
import type { Receipt } from '../receipt.ts'
import { mayDo, type Way } from './behalf.ts'
import { askCode } from './codes.ts'
import { ownContacts } from './contacts.ts'

/** 新しい番号: to the address that is still unconfirmed, with the growing pause of every code. */
export async function sendAgain(ctx: Ctx, receipt: Receipt, way: Way): Promise<string> {
  mayDo(ctx, 'changeContact', receipt.id, { resident: receipt.resident }, way)
  const mail = found(
    (await ownContacts(ctx, receipt.id)).find((c) => c.kind === 'mail' && !c.isConfirmed),
  )
  return askCode(ctx, {
    act: 'confirm-contact',
    subject: receipt.id,
    mail: mail.text,
    locale: receipt.locale,
  })
}
