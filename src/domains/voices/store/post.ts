import type { Reader, Writer } from '#platform/database.ts'
import type { Dispatch, PostWay } from '../post.ts'
import type { Voice, VoiceId } from '../voice.ts'

/** Written with the reply: what has to be posted or called. A second reply to the same is none. */
export async function insertDispatch(
  tx: Writer,
  voice: VoiceId,
  way: PostWay,
  since: Date,
): Promise<void> {
  await tx
    .insertInto('voice_dispatch')
    .values({ voice_id: voice, way, since })
    .onConflict((oc) => oc.column('voice_id').doNothing())
    .execute()
}

const listed = (db: Reader) =>
  db
    .selectFrom('voice_dispatch')
    .innerJoin('voice', 'voice.id', 'voice_dispatch.voice_id')
    .select([
      'voice_dispatch.voice_id',
      'voice.number',
      'voice_dispatch.way',
      'voice_dispatch.since',
      'voice_dispatch.printed_at',
      'voice_dispatch.done_at',
      'voice_dispatch.done_by',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

const fromRow = (row: Row): Dispatch =>
  ({
    voice: row.voice_id,
    number: row.number,
    way: row.way,
    since: row.since,
    printedAt: row.printed_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
  }) as unknown as Dispatch

/** What is to go out by one way, oldest first. */
export async function waitingToSend(
  db: Reader,
  way: PostWay,
  limit: number,
): Promise<readonly Dispatch[]> {
  const rows = await listed(db)
    .where('voice_dispatch.way', '=', way)
    .where('voice_dispatch.done_at', 'is', null)
    .orderBy('voice_dispatch.since')
    .orderBy('voice_dispatch.voice_id')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** What went out last, newest first. */
export async function lastSent(db: Reader, limit: number): Promise<readonly Dispatch[]> {
  const rows = await listed(db)
    .where('voice_dispatch.done_at', 'is not', null)
    .orderBy('voice_dispatch.done_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

export async function dispatchOf(db: Reader, voice: VoiceId): Promise<Dispatch | undefined> {
  const row = await listed(db).where('voice_dispatch.voice_id', '=', voice).executeTakeFirst()
  return row && fromRow(row)
}

export async function setPrinted(
  tx: Writer,
  voices: readonly VoiceId[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  if (!voices.length) return
  await tx
    .updateTable('voice_dispatch')
    .set({ printed_at: at, printed_by: by })
    .where('voice_id', 'in', voices)
    .execute()
}

/** Once; answers how many really were still waiting. */
export async function setSent(
  tx: Writer,
  voices: readonly VoiceId[],
  { at, by, sealed }: { readonly at: Date; readonly by: string; readonly sealed: string },
): Promise<number> {
  if (!voices.length) return 0
  const { numUpdatedRows } = await tx
    .updateTable('voice_dispatch')
    .set({ done_at: at, done_by: by, sealed })
    .where('voice_id', 'in', voices)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Voices that are answered with this one: each sender hears for themself. */
export async function joinedVoices(
  db: Reader,
  into: VoiceId,
): Promise<readonly Pick<Voice, 'id' | 'receipt' | 'replyBy'>[]> {
  const rows = await db
    .selectFrom('voice')
    .select(['id', 'receipt_id', 'reply_by'])
    .where('into_id', '=', into)
    .execute()
  return rows.map(
    (row) =>
      ({ id: row.id, receipt: row.receipt_id, replyBy: row.reply_by }) as Pick<
        Voice,
        'id' | 'receipt' | 'replyBy'
      >,
  )
}
