import type { Reader, Writer } from '#platform/database.ts'
import type { MailboxState } from '../mail.ts'

/** Nothing while it is read, or there is none. */
export async function mailboxState(db: Reader): Promise<MailboxState | undefined> {
  const row = await db
    .selectFrom('voice_mailbox')
    .select(['failing_since', 'why', 'said'])
    .where('failing_since', 'is not', null)
    .executeTakeFirst()
  return (
    row && ({ fault: row.why, said: row.said, since: row.failing_since } as unknown as MailboxState)
  )
}

export async function saveMailboxState(tx: Writer, state: MailboxState | null): Promise<void> {
  const { since = null, fault = '', said = '' } = state ?? {}
  const row = { failing_since: since, why: fault, said }
  await tx
    .insertInto('voice_mailbox')
    .values(row)
    .onConflict((oc) => oc.column('only_one').doUpdateSet(row))
    .execute()
}
