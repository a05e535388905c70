import type { Selectable } from 'kysely'
import type { Reader, Writer } from '#platform/database.ts'
import type { ResidentPerson } from '#platform/tables.ts'
import type { AgeBand, Profile, Resident, ResidentId, Tongue } from '../resident.ts'

const fromRow = (row: Selectable<ResidentPerson>): Resident => {
  const kept = {
    id: row.id as ResidentId,
    version: row.version,
    locale: row.locale as Tongue,
    createdAt: row.created_at,
  }
  if (row.state === 'closed')
    return { state: 'closed', closedAt: row.closed_at ?? row.seen_at, ...kept }
  const languages = row.languages as unknown as readonly Tongue[]
  const profile = {
    nickname: row.nickname,
    district: row.district,
    ageBand: row.age_band as AgeBand | null,
    languages,
  }
  return { state: 'active', profile, hasPassword: row.password !== null, ...kept }
}

export async function residentById(db: Reader, id: string): Promise<Resident | undefined> {
  const row = await db
    .selectFrom('resident_person')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The account with this mail, and its password's hash if it has one. */
export async function residentByMail(
  db: Reader,
  mark: string,
): Promise<{ readonly id: ResidentId; readonly password: string | null } | undefined> {
  const row = await db
    .selectFrom('resident_person')
    .select(['id', 'password'])
    .where('mail_mark', '=', mark)
    .executeTakeFirst()
  return row && { id: row.id as ResidentId, password: row.password }
}

/** False where the mail has an account already. */
export async function insertResident(
  tx: Writer,
  id: ResidentId,
  mailMark: string | null,
  locale: Tongue,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resident_person')
    .values({ id, state: 'active', mail_mark: mailMark, locale, created_at: at, seen_at: at })
    .onConflict((oc) => oc.column('mail_mark').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveProfile(tx: Writer, id: string, p: Profile) {
  await tx
    .updateTable('resident_person')
    .set((eb) => ({
      nickname: p.nickname,
      district: p.district,
      age_band: p.ageBand,
      languages: JSON.stringify(p.languages),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute()
}

export async function savePassword(tx: Writer, id: string, hash: string | null) {
  await tx
    .updateTable('resident_person')
    .set({ password: hash })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute()
}

/** False where another account has this mail. */
export async function moveMail(tx: Writer, id: string, mark: string): Promise<boolean> {
  const taken = await tx
    .selectFrom('resident_person')
    .select('id')
    .where('mail_mark', '=', mark)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (taken) return false
  await tx.updateTable('resident_person').set({ mail_mark: mark }).where('id', '=', id).execute()
  return true
}

/** 退会: what is left is the id, so that what was done in public has somebody to point to. */
export async function buryResident(tx: Writer, id: string, at: Date) {
  await tx
    .updateTable('resident_person')
    .set({
      state: 'closed',
      nickname: '',
      district: null,
      age_band: null,
      languages: '[]',
      mail_mark: null,
      password: null,
      closed_at: at,
    })
    .where('id', '=', id)
    .execute()
  for (const table of [
    'resident_session',
    'resident_identity',
    'resident_passkey',
    'resident_unique_mark',
  ] as const)
    await tx.deleteFrom(table).where('resident_id', '=', id).execute()
}

export async function identityOf(db: Reader, mark: string): Promise<ResidentId | undefined> {
  const row = await db
    .selectFrom('resident_identity')
    .select('resident_id')
    .where('subject_mark', '=', mark)
    .executeTakeFirst()
  return row?.resident_id as ResidentId | undefined
}

export async function insertIdentity(
  tx: Writer,
  id: string,
  resident: ResidentId,
  provider: string,
  mark: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('resident_identity')
    .values({ id, resident_id: resident, provider, subject_mark: mark, linked_at: at })
    .onConflict((oc) => oc.column('subject_mark').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const identitiesOf = async (db: Reader, resident: string) =>
  (
    await db
      .selectFrom('resident_identity')
      .select(['provider', 'linked_at'])
      .where('resident_id', '=', resident)
      .orderBy('linked_at')
      .execute()
  ).map((r) => ({ provider: r.provider, at: r.linked_at }))

/** Accounts in which nobody has been since then. */
export const sleepersSince = async (
  db: Reader,
  before: Date,
  warnedBefore: Date | null,
): Promise<ResidentId[]> =>
  (
    await db
      .selectFrom('resident_person')
      .select('id')
      .where('state', '=', 'active')
      .where('seen_at', '<', before)
      .$if(warnedBefore === null, (q) => q.where('warned_at', 'is', null))
      .$if(warnedBefore !== null, (q) => q.where('warned_at', '<', warnedBefore))
      .execute()
  ).map((r) => r.id as ResidentId)

export async function noteWarned(tx: Writer, id: string, at: Date) {
  await tx.updateTable('resident_person').set({ warned_at: at }).where('id', '=', id).execute()
}
