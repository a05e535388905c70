import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { StaffId } from '../staff.ts'

export interface Credential {
  readonly user: StaffId
  readonly name: string
  readonly email: string
  readonly hash: string | null
  readonly mustChange: boolean
}

/** What an address signs in with; nobody is told whether there is such an address. */
export const credentialBy = (db: Reader, email: string) => credential(db, 'email', email)
export const credentialOf = (db: Reader, user: string) => credential(db, 'id', user)

async function credential(
  db: Reader,
  by: 'email' | 'id',
  value: string,
): Promise<Credential | undefined> {
  const row = await db
    .selectFrom('staff_user as u')
    .leftJoin('staff_account as a', (join) =>
      join.onRef('a.user_id', '=', 'u.id').on('a.provider_id', '=', 'credential'),
    )
    .select(['u.id', 'u.name', 'u.email', 'a.password', 'a.must_change'])
    .where(by === 'email' ? 'u.email' : 'u.id', '=', value)
    .executeTakeFirst()
  return (
    row && {
      user: row.id as StaffId,
      name: row.name,
      email: row.email,
      hash: row.password,
      mustChange: row.must_change ?? false,
    }
  )
}

export async function savePassword(
  tx: Writer,
  user: string,
  hash: string,
  mustChange: boolean,
  at: Date,
): Promise<void> {
  const row = { password: hash, must_change: mustChange, updated_at: at }
  const { numUpdatedRows } = await tx
    .updateTable('staff_account')
    .set(row)
    .where('user_id', '=', user)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const ids = { id: newId('acc'), user_id: user, account_id: user, provider_id: 'credential' }
  await tx
    .insertInto('staff_account')
    .values({ ...ids, ...row, created_at: at })
    .execute()
}

export type PassKind = 'invitation' | 'reset'

export interface Pass {
  readonly user: StaffId
  readonly kind: PassKind
}

export async function insertPass(
  tx: Writer,
  hash: string,
  pass: { readonly user: string | null; readonly kind: PassKind },
  at: Date,
  until: Date,
): Promise<void> {
  const { user, kind } = pass
  await tx
    .insertInto('staff_pass')
    .values({ hash, user_id: user, kind, made_at: at, expires_at: until })
    .execute()
}

/** A link that still opens its form. */
export async function passBy(db: Reader, hash: string, now: Date): Promise<Pass | undefined> {
  const row = await db
    .selectFrom('staff_pass')
    .select(['user_id', 'kind'])
    .where('hash', '=', hash)
    .where('user_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.user_id ? { user: row.user_id as StaffId, kind: row.kind as PassKind } : undefined
}

/** Uses up the link, and with it every other of the person. */
export async function takePass(tx: Writer, hash: string, now: Date): Promise<Pass | undefined> {
  const row = await tx
    .updateTable('staff_pass')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('user_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['user_id', 'kind'])
    .executeTakeFirst()
  if (!row?.user_id) return undefined
  await dropPasses(tx, row.user_id, now)
  return { user: row.user_id as StaffId, kind: row.kind as PassKind }
}

export async function dropPasses(tx: Writer, user: string, now: Date): Promise<void> {
  await tx
    .updateTable('staff_pass')
    .set({ used_at: now })
    .where('user_id', '=', user)
    .where('used_at', 'is', null)
    .execute()
}

/** Links by which nobody came in yet: they open nothing any more. Links of a lost password stay. */
export async function dropInvitations(tx: Writer, user: string, now: Date): Promise<void> {
  await tx
    .updateTable('staff_pass')
    .set({ used_at: now })
    .where('user_id', '=', user)
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .execute()
}

/** Everybody with an account, and how it can be entered. */
export async function accountList(db: Reader) {
  const rows = await db
    .selectFrom('staff_user as u')
    .leftJoin('staff_person as p', 'p.user_id', 'u.id')
    .leftJoin('staff_account as a', (join) =>
      join.onRef('a.user_id', '=', 'u.id').on('a.provider_id', '=', 'credential'),
    )
    .leftJoin('staff_totp as t', 't.user_id', 'u.id')
    .select(['u.id', 'u.name', 'u.email', 'p.left_on', 'p.employee_no', 'a.must_change'])
    .select((eb) => [
      eb('a.password', 'is not', null).as('has_password'),
      eb('t.user_id', 'is not', null).as('has_totp'),
      eb
        .exists(
          eb.selectFrom('staff_passkey as k').select('k.id').whereRef('k.user_id', '=', 'u.id'),
        )
        .as('has_passkey'),
      eb
        .selectFrom('staff_device as d')
        .select((d) => d.fn.max('d.last_at').as('at'))
        .whereRef('d.user_id', '=', 'u.id')
        .as('last_at'),
    ])
    .orderBy('u.email')
    .execute()
  return rows.map((row) => ({
    id: row.id as StaffId,
    name: row.name,
    email: row.email,
    employeeNo: row.employee_no ?? '',
    leftOn: row.left_on,
    hasPassword: Boolean(row.has_password),
    hasSecond: Boolean(row.has_totp) || Boolean(row.has_passkey),
    lastAt: row.last_at,
  }))
}

export type AccountLine = Awaited<ReturnType<typeof accountList>>[number]
