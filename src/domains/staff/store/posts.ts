import { type Selectable, sql } from 'kysely'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { standing } from '#platform/recall.ts'
import type { DB } from '#platform/tables.ts'
import type {
  Assignment,
  AssignmentId,
  CustomRole,
  CustomRoleId,
  DutyId,
  GrantedDuty,
} from '../staff.ts'

/** 発令 and 役割: who serves where, and who was given what, from when to when. */
export async function assignmentsOf(db: Reader, user?: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('staff_assignment')
    .selectAll()
    .$if(user !== undefined, (q) => q.where('user_id', '=', user ?? ''))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(assignmentFrom)
}

const assignmentFrom = (row: Selectable<DB['staff_assignment']>) =>
  ({
    id: row.id,
    user: row.user_id,
    department: row.department_id,
    post: row.post,
    rank: row.rank,
    isMain: row.is_main,
    from: row.from_on,
    until: row.until_on,
    madeBy: row.made_by,
    reason: row.reason,
    endedBy: row.ended_by,
    endedReason: row.ended_reason,
  }) as unknown as Assignment

/** Every role that was ever given; what a word gives on a day is for the rules to say. */
export async function grantedDuties(db: Reader, user?: string): Promise<GrantedDuty[]> {
  const rows = await db
    .selectFrom('staff_duty')
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
        role: row.role,
        department: row.department_id,
        district: row.district,
        scheme: row.scheme,
        from: row.from_on,
        until: row.until_on,
        grantedBy: row.granted_by,
        reason: row.reason,
        endedBy: row.ended_by,
        endedReason: row.ended_reason,
      }) as unknown as GrantedDuty,
  )
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
      ...(a.madeBy !== undefined && { made_by: a.madeBy }),
      ...(a.reason !== undefined && { reason: a.reason }),
    })
    .execute()
}

/** The last day of what was open or ended later; who said so stands beside it. */
export interface Ending {
  readonly until: IsoDate | null
  readonly by: string | null
  readonly reason: string
}

export async function endAssignment(tx: Writer, id: AssignmentId, end: Ending): Promise<void> {
  await tx
    .updateTable('staff_assignment')
    .set({
      until_on: end.until,
      ended_by: end.by,
      ended_reason: end.reason,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Only for what has not begun. */
export async function deleteAssignment(tx: Writer, id: AssignmentId): Promise<void> {
  await tx.deleteFrom('staff_assignment').where('id', '=', id).execute()
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

export async function endDuty(tx: Writer, id: DutyId, end: Ending): Promise<void> {
  await tx
    .updateTable('staff_duty')
    .set({
      until_on: end.until,
      ended_by: end.by,
      ended_reason: end.reason,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Only for what has not begun. */
export async function deleteDuty(tx: Writer, id: DutyId): Promise<void> {
  await tx.deleteFrom('staff_duty').where('id', '=', id).execute()
}

/** Every period of every role of the city's own making, in the order of their names. */
export function customRoles(db: Reader): Promise<readonly CustomRole[]> {
  return standing(db, 'custom roles', async () => {
    const rows = await db
      .selectFrom('staff_custom_role')
      .selectAll()
      .orderBy('name')
      .orderBy('from_on')
      .execute()
    return rows.map(
      (row) =>
        ({
          id: row.id,
          name: row.name,
          reach: row.reach,
          permissions: row.permissions,
          from: row.from_on,
          until: row.until_on,
          decidedBy: row.decided_by,
          reason: row.reason,
        }) as unknown as CustomRole,
    )
  })
}

export async function insertCustomRole(tx: Writer, role: CustomRole, at: Date): Promise<void> {
  await tx
    .insertInto('staff_custom_role')
    .values({
      id: role.id,
      from_on: role.from,
      until_on: role.until,
      name: role.name,
      reach: role.reach,
      permissions: [...role.permissions],
      decided_by: role.decidedBy,
      decided_at: at,
      reason: role.reason,
    })
    .execute()
}

export async function endCustomRole(
  tx: Writer,
  id: CustomRoleId,
  from: IsoDate,
  until: IsoDate,
): Promise<void> {
  await tx
    .updateTable('staff_custom_role')
    .set({ until_on: until })
    .where('id', '=', id)
    .where('from_on', '=', from)
    .execute()
}
