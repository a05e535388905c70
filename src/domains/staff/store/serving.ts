import { districtReach, districts } from '#domains/districts/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { type Places, placeNames } from '../rules.ts'
import type { Assignment, StaffId } from '../staff.ts'
import { allDepartments, successions } from './organisation.ts'

/** An assignment with the name and the telephone of whoever holds it. */
export interface Serving extends Assignment {
  readonly name: string
  readonly phone: string
}

/** Who serves where on any day from the first to the last, both inclusive. */
export async function serviceBetween(
  db: Reader,
  first: IsoDate,
  last: IsoDate,
): Promise<readonly Serving[]> {
  const rows = await db
    .selectFrom('staff_assignment as a')
    .innerJoin('staff_user as u', 'u.id', 'a.user_id')
    .leftJoin('staff_person as p', 'p.user_id', 'a.user_id')
    .select(['a.id', 'a.user_id', 'a.department_id', 'a.post', 'a.rank', 'a.is_main'])
    .select(['a.from_on', 'a.until_on', 'u.name', 'p.phone'])
    .where('a.from_on', '<=', last)
    .where((e) => e.or([e('a.until_on', 'is', null), e('a.until_on', '>=', first)]))
    .orderBy('a.department_id')
    .orderBy('a.rank')
    .orderBy('u.name')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Serving['id'],
    user: row.user_id as StaffId,
    department: row.department_id as Serving['department'],
    post: row.post,
    rank: row.rank as Serving['rank'],
    isMain: row.is_main,
    from: String(row.from_on),
    until: row.until_on === null ? null : String(row.until_on),
    name: row.name,
    phone: row.phone ?? '',
  }))
}

/** What lies in which department on a day, by id and by every name; and which districts are one. */
export async function placesOn(db: Reader, on: IsoDate): Promise<Places> {
  const known = await districts(db)
  const reach = (district: string) => districtReach(known, district, on)
  return placeNames(await allDepartments(db), await successions(db), on, reach)
}

/** The last day of a granted role, brought forward; a role that has not begun by then never begins. */
export async function endDutyOn(tx: Writer, id: string, lastDay: IsoDate): Promise<void> {
  await tx
    .updateTable('staff_duty')
    .set({ until_on: lastDay })
    .where('id', '=', id)
    .where('from_on', '<=', lastDay)
    .execute()
  await tx.deleteFrom('staff_duty').where('id', '=', id).where('from_on', '>', lastDay).execute()
}
