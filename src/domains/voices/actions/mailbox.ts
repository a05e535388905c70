import type { Ctx } from '#platform/context.ts'
import { carryOver, MailboxError, type MailboxFault, type MailServer } from '#platform/mail/imap.ts'
import type { Maildir } from '#platform/mail/maildir.ts'
import { mailboxState, saveMailboxState } from '../store/mailbox.ts'
import { workflow } from '../workflow.ts'
import { mayTakeIn } from './entries.ts'

const { basis } = workflow.takeIn

/**
 * 郵便受けを空ける: carries what lies at the mail server into our inbox. Whether it is reached is kept when that
 * changes, so that no mail is waited for behind a wrong password; answers why it was not.
 */
export async function emptyMailbox(
  ctx: Ctx,
  server: MailServer,
  inbox: Pick<Maildir, 'lay'>,
): Promise<MailboxFault | null> {
  mayTakeIn(ctx)
  const failed = await carryOver(server, inbox).then(
    () => null,
    (thrown: unknown) => {
      if (thrown instanceof MailboxError) return thrown
      throw thrown
    },
  )
  const fault = failed?.fault ?? null
  const known = (await mailboxState(ctx.db))?.fault ?? null
  if (known === fault) return fault
  return ctx.record(async (tx) => {
    await saveMailboxState(tx, failed && { fault: failed.fault, said: failed.said, since: ctx.now })
    const about = { subject: 'voice', basis }
    return failed
      ? [fault, { ...about, fact: 'voice.mailbox-failed', detail: { why: failed.fault } }]
      : [fault, { ...about, fact: 'voice.mailbox-reached' }]
  })
}
