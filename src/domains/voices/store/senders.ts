import type { ReceiptId, Tongue } from '#domains/residents/index.ts'
import type { Reader } from '#platform/database.ts'
import type { VoiceId } from '../voice.ts'

/** Somebody who wants the reply by mail. */
export interface Mailed {
  readonly receipt: ReceiptId
  readonly number: string
  readonly language: Tongue
  /** Whether their words were joined to those of another. */
  readonly joined: boolean
}

/** Whoever sent this voice, or one that was joined to it, and hears by mail. */
export async function mailedWith(db: Reader, id: VoiceId): Promise<readonly Mailed[]> {
  const rows = await db
    .selectFrom('voice')
    .select(['id', 'receipt_id', 'number', 'language'])
    .where((e) => e.or([e('id', '=', id), e('into_id', '=', id)]))
    .where('reply_by', '=', 'mail')
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    receipt: row.receipt_id as ReceiptId,
    number: row.number,
    language: row.language as Tongue,
    joined: row.id !== id,
  }))
}
