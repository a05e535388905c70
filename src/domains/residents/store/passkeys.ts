import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { ResidentPasskey } from '#platform/tables.ts'
import type { Passkey, PasskeyId, Question, QuestionAct, Transport } from '../passkey.ts'
import type { ResidentId } from '../resident.ts'

const fromRow = (row: Selectable<ResidentPasskey>): Passkey => ({
  id: row.id as PasskeyId,
  resident: row.resident_id as ResidentId,
  credential: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports as unknown as readonly Transport[],
  sealedName: row.name,
  addedAt: row.added_at,
  lastUsedAt: row.last_used_at,
})

/** False where the device's key is known already, whoever's it is. */
export async function insertPasskey(tx: Writer, key: Passkey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resident_passkey')
    .values({
      id: key.id,
      resident_id: key.resident,
      credential_id: key.credential,
      public_key: key.publicKey,
      counter: key.counter,
      transports: JSON.stringify(key.transports),
      name: key.sealedName,
      added_at: key.addedAt,
    })
    .onConflict((oc) => oc.column('credential_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const passkeysOf = async (db: Reader, resident: string): Promise<Passkey[]> =>
  (
    await db
      .selectFrom('resident_passkey')
      .selectAll()
      .where('resident_id', '=', resident)
      .orderBy('added_at')
      .execute()
  ).map(fromRow)

export async function passkeyCalled(db: Reader, credential: string): Promise<Passkey | undefined> {
  const row = await db
    .selectFrom('resident_passkey')
    .selectAll()
    .where('credential_id', '=', credential)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** False where the counter has not moved on: two devices sign with one key, or two answers came at once. */
export async function usePasskey(
  tx: Writer,
  id: PasskeyId,
  counter: number,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('resident_passkey')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.lit(counter === 0)])]),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False where the person has no such key. */
export async function removePasskey(tx: Writer, resident: string, id: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('resident_passkey')
    .where('id', '=', id)
    .where('resident_id', '=', resident)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertQuestion(tx: Writer, { resident, ...asked }: Question) {
  await tx
    .insertInto('resident_passkey_question')
    .values({
      id: asked.id,
      act: resident ? 'add' : 'sign-in',
      resident_id: resident,
      challenge: asked.challenge,
      created_at: asked.createdAt,
      expires_at: asked.expiresAt,
    })
    .execute()
}

/** Takes a question away: of two answers at the same moment one gets it. None where it is too old. */
export async function takeQuestion(
  tx: Writer,
  id: string,
  act: QuestionAct,
  now: Date,
): Promise<Pick<Question, 'resident' | 'challenge'> | undefined> {
  const row = await tx
    .deleteFrom('resident_passkey_question')
    .where('id', '=', id)
    .returning(['act', 'resident_id', 'challenge', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.act !== act || row.expires_at <= now) return undefined
  return { resident: row.resident_id as ResidentId | null, challenge: row.challenge }
}

export const questionsBefore = async (db: Reader, before: Date, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('resident_passkey_question')
      .select('id')
      .where('created_at', '<', before)
      .orderBy('created_at')
      .limit(limit)
      .execute()
  ).map((r) => r.id)

export async function forgetQuestions(tx: Writer, ids: readonly string[]) {
  await tx.deleteFrom('resident_passkey_question').where('id', 'in', ids).execute()
}
