import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { StaffId } from '../staff.ts'

const providerOf = (issuer: string) => `oidc:${issuer}`

/** Whose account a subject of the directory is. */
export async function linked(
  db: Reader,
  issuer: string,
  subject: string,
): Promise<StaffId | undefined> {
  const row = await db
    .selectFrom('staff_account')
    .select('user_id')
    .where('provider_id', '=', providerOf(issuer))
    .where('account_id', '=', subject)
    .executeTakeFirst()
  return row?.user_id as StaffId | undefined
}

/** Whose the number or the address is, and whether another subject of this directory is theirs already. */
export async function known(
  db: Reader,
  issuer: string,
  by: { readonly employeeNo: string | null; readonly email: string | null },
): Promise<{ readonly user: StaffId; readonly taken: boolean } | undefined> {
  if (by.employeeNo === null && by.email === null) return undefined
  const rows = await db
    .selectFrom('staff_user as u')
    .leftJoin('staff_person as p', 'p.user_id', 'u.id')
    .leftJoin('staff_account as a', (join) =>
      join.onRef('a.user_id', '=', 'u.id').on('a.provider_id', '=', providerOf(issuer)),
    )
    .select(['u.id', 'a.id as link', 'p.employee_no'])
    .where((e) =>
      e.or([
        e('u.email', '=', by.email ?? sql<string>`null`),
        e('p.employee_no', '=', by.employeeNo ?? sql<string>`null`),
      ]),
    )
    .execute()
  // The number says who somebody is; an address may have been another's.
  const row =
    rows.find((one) => by.employeeNo !== null && one.employee_no === by.employeeNo) ?? rows[0]
  return row && { user: row.id as StaffId, taken: row.link !== null }
}

export async function link(
  tx: Writer,
  user: string,
  issuer: string,
  subject: string,
  at: Date,
): Promise<void> {
  const ids = { id: newId('acc'), user_id: user, account_id: subject }
  await tx
    .insertInto('staff_account')
    .values({ ...ids, provider_id: providerOf(issuer), created_at: at, updated_at: at })
    .execute()
}
