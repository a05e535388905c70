import type { Actor } from '#platform/actor.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { groupBy } from '#platform/group.ts'
import { newId } from '#platform/id.ts'
import { dutiesOf } from '../rules.ts'
import { type Assignment, type GrantedDuty, isOn, type Person, type StaffId } from '../staff.ts'
import { assignmentsOf, customRoles, grantedDuties } from './posts.ts'
import { placesOn } from './serving.ts'

export { assignmentsOf, grantedDuties, insertAssignment, insertDuty } from './posts.ts'

/** Who signed in, with the duties of that day; undefined once there are none. */
export async function actorOf(
  db: Reader,
  userId: string,
  today: IsoDate,
): Promise<Actor | undefined> {
  const user = await personById(db, userId, today)
  if (!user) return undefined
  const assignments = await assignmentsOf(db, userId)
  const granted = await grantedDuties(db, userId)
  return actorFrom(user, assignments, granted, await surroundingsOf(db, today), today)
}

/** Everyone who serves on a day, with what they may do: asked for all at once, for whoever tells many. */
export async function actorsOn(db: Reader, today: IsoDate): Promise<readonly Actor[]> {
  const everybody = await allPeople(db, today)
  const assignments = groupBy(await assignmentsOf(db), ({ user }) => user)
  const granted = groupBy(await grantedDuties(db), ({ user }) => user)
  const around = await surroundingsOf(db, today)
  return everybody.flatMap((user) => {
    const [served, given] = [assignments.get(user.id) ?? [], granted.get(user.id) ?? []]
    return actorFrom(user, served, given, around, today) ?? []
  })
}

/** What a person's duties are read by, on a day. */
const surroundingsOf = async (db: Reader, today: IsoDate) => ({
  places: await placesOn(db, today),
  custom: await customRoles(db),
})

function actorFrom(
  user: Person,
  assignments: readonly Assignment[],
  granted: readonly GrantedDuty[],
  { places, custom }: Awaited<ReturnType<typeof surroundingsOf>>,
  today: IsoDate,
): Actor | undefined {
  if (user.leftOn !== null && user.leftOn < today) return undefined
  const duties = dutiesOf(assignments, granted, places, today, custom)
  if (!duties.length) return undefined
  const now = assignments.filter((a) => isOn(a, today))
  const department = places.today.get((now.find((a) => a.isMain) ?? now[0])?.department ?? '')
  return { id: user.id, name: user.name, duties, ...(department && { department }) }
}

const people = (db: Reader, on: IsoDate) =>
  db
    .selectFrom('staff_user as u')
    .leftJoin('staff_person as p', 'p.user_id', 'u.id')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('staff_person_detail as d')
          .select(['d.name', 'd.phone'])
          .whereRef('d.user_id', '=', 'u.id')
          .where('d.from_on', '<=', on)
          .orderBy('d.from_on', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select((e) => [
      'u.id',
      'u.email',
      'p.employee_no',
      'p.left_on',
      e.fn.coalesce('said.name', 'u.name').as('name'),
      e.fn.coalesce('said.phone', 'p.phone').as('phone'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

const fromRow = (row: Row) =>
  ({
    id: row.id,
    name: row.name,
    email: row.email,
    employeeNo: row.employee_no,
    phone: row.phone ?? '',
    leftOn: row.left_on,
  }) as unknown as Person

/** Everyone with an account, as they are called on the day. */
export async function allPeople(db: Reader, on: IsoDate): Promise<Person[]> {
  const rows = await people(db, on).orderBy('p.employee_no').orderBy('u.created_at').execute()
  return rows.map(fromRow)
}

export async function personById(db: Reader, id: string, on: IsoDate): Promise<Person | undefined> {
  const row = await people(db, on).where('u.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
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

/** What somebody is called and how they are reached, from a day on. */
export async function insertDetail(
  tx: Writer,
  user: StaffId,
  from: IsoDate,
  said: Pick<Person, 'name' | 'phone'>,
): Promise<void> {
  await tx
    .insertInto('staff_person_detail')
    .values({ user_id: user, from_on: from, ...said })
    .onConflict((c) => c.columns(['user_id', 'from_on']).doUpdateSet(said))
    .execute()
}

/** Only for what has not begun. */
export async function deleteDetail(tx: Writer, user: StaffId, from: IsoDate): Promise<void> {
  await tx
    .deleteFrom('staff_person_detail')
    .where('user_id', '=', user)
    .where('from_on', '=', from)
    .execute()
}

export async function setEmployeeNo(tx: Writer, user: StaffId, no: string): Promise<void> {
  await tx
    .updateTable('staff_person')
    .set({ employee_no: no })
    .where('user_id', '=', user)
    .execute()
}

/** The last day with the city; null takes it back. */
export async function setLeftOn(tx: Writer, user: StaffId, day: IsoDate | null): Promise<void> {
  await tx.updateTable('staff_person').set({ left_on: day }).where('user_id', '=', user).execute()
}

/** Ends every session of a person at once. */
export async function endSessionsOf(tx: Writer, user: StaffId): Promise<void> {
  await tx.deleteFrom('staff_session').where('user_id', '=', user).execute()
}

/** Holds other changes of this person back until the transaction ends: two main posts at once cannot slip by. */
export async function lockPerson(tx: Writer, user: string): Promise<void> {
  await tx.selectFrom('staff_user').select('id').where('id', '=', user).forUpdate().execute()
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
