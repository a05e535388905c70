import type { Actor, Duty } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import { isRoleName } from '../roles.ts'
import { dutiesOf, placeNames } from '../rules.ts'
import type { Assignment, GrantedDuty, StaffId } from '../staff.ts'
import { allDepartments, successions } from './organisation.ts'

export async function assignmentsOf(db: Reader, user?: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('staff_assignment')
    .selectAll()
    .$if(user !== undefined, (q) => q.where('user_id', '=', user ?? ''))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        user: row.user_id,
        department: row.department_id,
        post: row.post,
        rank: row.rank,
        isMain: row.is_main,
        from: row.from_on,
        until: row.until_on,
      }) as unknown as Assignment,
  )
}

/** Roles of which this release knows nothing give nothing; they stay in the table. */
export async function grantedDuties(db: Reader, user?: string): Promise<GrantedDuty[]> {
  const rows = await db
    .selectFrom('staff_duty')
    .selectAll()
    .$if(user !== undefined, (q) => q.where('user_id', '=', user ?? ''))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => isRoleName(row.role))
    .map(
      (row) =>
        ({
          id: row.id,
          user: row.user_id,
          role: row.role,
          department: row.department_id,
          district: row.district,
          scheme: row.scheme,
          from: row.from_on,
          until: row.until_on,
          grantedBy: row.granted_by,
          reason: row.reason,
        }) as unknown as GrantedDuty,
    )
}

/** Who signed in, with the duties of that day; undefined once there are none. */
export async function actorOf(
  db: Reader,
  userId: string,
  today: IsoDate,
): Promise<Actor | undefined> {
  const user = await db
    .selectFrom('staff_user')
    .select('name')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!user) return undefined
  const assignments = await assignmentsOf(db, userId)
  const granted = await grantedDuties(db, userId)
  const places = placeNames(await allDepartments(db), await successions(db), today)
  const duties: Duty[] = dutiesOf(assignments, granted, places, today)
  if (!duties.length) return undefined
  const main = assignments.filter((a) => a.from <= today && (!a.until || today <= a.until))
  const department = places.today.get((main.find((a) => a.isMain) ?? main[0])?.department ?? '')
  const id = userId as Actor['id']
  return { id, name: user.name, duties, ...(department && { department }) }
}

export async function emailTaken(db: Reader, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewAccount {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly employeeNo?: string | null
  readonly phone?: string
}

/** The account, and what the city keeps beside it. Without a hash the person cannot sign in by password. */
export async function insertAccount(
  tx: Writer,
  account: NewAccount,
  passwordHash: string | null,
  at: Date,
): Promise<void> {
  const { id, name, email, employeeNo = null, phone = '' } = account
  const times = { created_at: at, updated_at: at }
  await tx
    .insertInto('staff_user')
    .values({ id, name, email, ...times })
    .execute()
  await tx
    .insertInto('staff_person')
    .values({ user_id: id, employee_no: employeeNo, phone })
    .execute()
  if (passwordHash !== null)
    await tx
      .insertInto('staff_account')
      .values({
        id: newId('acc'),
        user_id: id,
        account_id: id,
        provider_id: 'credential',
        password: passwordHash,
        ...times,
      })
      .execute()
}

export async function insertAssignment(tx: Writer, a: Assignment): Promise<void> {
  await tx
    .insertInto('staff_assignment')
    .values({
      id: a.id,
      user_id: a.user,
      department_id: a.department,
      post: a.post,
      rank: a.rank,
      is_main: a.isMain,
      from_on: a.from,
      until_on: a.until,
    })
    .execute()
}

export async function insertDuty(tx: Writer, d: GrantedDuty, at: Date): Promise<void> {
  await tx
    .insertInto('staff_duty')
    .values({
      id: d.id,
      user_id: d.user,
      role: d.role,
      department_id: d.department,
      district: d.district,
      scheme: d.scheme,
      from_on: d.from,
      until_on: d.until,
      granted_by: d.grantedBy,
      granted_at: at,
      reason: d.reason,
    })
    .execute()
}

/** Names for the ids of a history; people who left keep their id as the name. */
export async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await db
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
