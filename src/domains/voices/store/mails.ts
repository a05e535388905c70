import type { Reader, Writer } from '#platform/database.ts'
import type { ReadMail } from '../mail.ts'

/** False where this mail was read before: the same Message-ID twice is one mail. */
export async function insertMail(tx: Writer, mail: ReadMail): Promise<boolean> {
  const { mark, state, why, file, voice, readAt } = mail
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('voice_mail')
    .values({ mark, state, why, file, voice_id: voice, read_at: readAt })
    .onConflict((oc) => oc.column('mark').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

export async function isRead(db: Reader, mark: string): Promise<boolean> {
  const row = await db
    .selectFrom('voice_mail')
    .select('mark')
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row !== undefined
}

/** What could not be read, and nobody has looked at yet; oldest first. */
export async function unreadable(db: Reader, limit: number): Promise<readonly ReadMail[]> {
  const rows = await db
    .selectFrom('voice_mail')
    .select(['mark', 'state', 'why', 'file', 'voice_id', 'read_at'])
    .where('state', '=', 'unreadable')
    .where('settled_at', 'is', null)
    .orderBy('read_at')
    .limit(limit)
    .execute()
  return rows.map(
    (row) =>
      ({
        mark: row.mark,
        state: row.state,
        why: row.why,
        file: row.file,
        voice: row.voice_id,
        readAt: row.read_at,
      }) as unknown as ReadMail,
  )
}

/** One that could not be read, and nobody has looked at yet. */
export async function openMail(
  db: Reader,
  mark: string,
): Promise<Pick<ReadMail, 'mark' | 'why' | 'file' | 'readAt'> | undefined> {
  const row = await db
    .selectFrom('voice_mail')
    .select(['mark', 'why', 'file', 'read_at'])
    .where('mark', '=', mark)
    .where('state', '=', 'unreadable')
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return row && ({ ...row, readAt: row.read_at } as unknown as ReadMail)
}

/** How many were read since a moment, by what became of them. */
export async function mailsSince(
  db: Reader,
  since: Date,
): Promise<Readonly<Record<ReadMail['state'], number>>> {
  const rows = await db
    .selectFrom('voice_mail')
    .select((e) => ['state', e.fn.countAll<string>().as('n')])
    .where('read_at', '>=', since)
    .groupBy('state')
    .execute()
  const of = (state: ReadMail['state']) => Number(rows.find((row) => row.state === state)?.n ?? 0)
  return { taken: of('taken'), automatic: of('automatic'), unreadable: of('unreadable') }
}

/** By whom, when, and what a person made of it: a voice, or the reason why it is none. */
interface Settled {
  readonly at: Date
  readonly by: string
  readonly became: { readonly voice: string } | { readonly why: string }
}

export async function settleMail(
  tx: Writer,
  mark: string,
  { at, by, became }: Settled,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('voice_mail')
    .set({
      settled_at: at,
      settled_by: by,
      ...('voice' in became
        ? { state: 'taken', voice_id: became.voice }
        : { settled_why: became.why }),
    })
    .where('mark', '=', mark)
    .where('state', '=', 'unreadable')
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Mails from the same sender since a moment; one whose sender has no mark has none. */
export async function mailsFrom(db: Reader, voice: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('voice')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('channel', '=', 'mail')
    .where('taken_at', '>=', since)
    .where('sender_mark', '=', (e) =>
      e.selectFrom('voice').select('sender_mark').where('id', '=', voice),
    )
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
