import type { Reader, Writer } from '#platform/database.ts'
import type { Factors } from '../session.ts'

export async function factorsOf(db: Reader, user: string): Promise<Factors> {
  const password = await db
    .selectFrom('staff_account')
    .select('id')
    .where('user_id', '=', user)
    .where('provider_id', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst()
  const totp = await totpOf(db, user)
  const codes = await db
    .selectFrom('staff_backup_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('user_id', '=', user)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  const passkeys = await db
    .selectFrom('staff_passkey')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', user)
    .orderBy('created_at')
    .execute()
  return {
    hasPassword: password !== undefined,
    totpSince: totp?.addedAt ?? null,
    backupCodes: Number(codes?.n ?? 0),
    passkeys: passkeys.map((p) => ({ id: p.id, name: p.name ?? '', addedAt: p.created_at })),
  }
}

export async function totpOf(db: Reader, user: string) {
  const row = await db
    .selectFrom('staff_totp')
    .selectAll()
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row && { secret: row.secret, addedAt: row.added_at, lastStep: Number(row.last_step) }
}

export async function saveTotp(
  tx: Writer,
  user: string,
  secret: string,
  step: number,
  at: Date,
): Promise<void> {
  const row = { secret, added_at: at, last_step: step }
  await tx
    .insertInto('staff_totp')
    .values({ user_id: user, ...row })
    .onConflict((oc) => oc.column('user_id').doUpdateSet(row))
    .execute()
}

/** Uses up a step. Of two who bring the same code at once only one is told yes. */
export async function takeStep(tx: Writer, user: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_totp')
    .set({ last_step: step })
    .where('user_id', '=', user)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function saveBackupCodes(
  tx: Writer,
  user: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.deleteFrom('staff_backup_code').where('user_id', '=', user).execute()
  await tx
    .insertInto('staff_backup_code')
    .values(hashes.map((hash) => ({ user_id: user, hash })))
    .execute()
}

/** Uses up a code of the sheet. */
export async function takeBackupCode(
  tx: Writer,
  user: string,
  hash: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_backup_code')
    .set({ used_at: at })
    .where('user_id', '=', user)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function dropTotp(tx: Writer, user: string): Promise<void> {
  await tx.deleteFrom('staff_totp').where('user_id', '=', user).execute()
}

/** Without an id all of them. */
export async function dropPasskeys(tx: Writer, user: string, id?: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_passkey')
    .where('user_id', '=', user)
    .$if(id !== undefined, (q) => q.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export async function dropBackupCodes(tx: Writer, user: string): Promise<void> {
  await tx.deleteFrom('staff_backup_code').where('user_id', '=', user).execute()
}
