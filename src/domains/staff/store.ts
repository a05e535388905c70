import type { Actor, Role } from '#platform/actor.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Department, DepartmentId, StaffMember } from './staff.ts'

/** In the city's own order. */
export async function departments(db: Reader): Promise<Department[]> {
  const rows = await db
    .selectFrom('staff_department')
    .selectAll()
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(
    (row) =>
      ({
        id: row.id,
        name: row.name,
        kind: row.kind,
        translations: row.translations,
      }) as unknown as Department,
  )
}

export async function insertDepartment(tx: Writer, d: Department, position: number): Promise<void> {
  await tx
    .insertInto('staff_department')
    .values({
      id: d.id,
      name: d.name,
      kind: d.kind,
      position,
      translations: JSON.stringify(d.translations),
    })
    .execute()
}

/** Who signed in, with all that the workflow tables ask about; undefined once the roles are gone. */
export async function actorOf(db: Reader, userId: string): Promise<Actor | undefined> {
  const rows = await db
    .selectFrom('staff_user')
    .innerJoin('staff_role', 'staff_role.user_id', 'staff_user.id')
    .leftJoin('staff_department', 'staff_department.id', 'staff_role.department_id')
    .select(['staff_user.name', 'staff_role.role', 'staff_department.name as department'])
    .where('staff_user.id', '=', userId)
    .execute()
  const [first] = rows
  if (!first) return undefined
  const department = rows.find((row) => row.department)?.department
  return {
    id: userId as Actor['id'],
    name: first.name,
    roles: rows.map((row) => row.role as Role),
    ...(department && { department }),
  }
}

export async function emailTaken(db: Reader, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMember(
  tx: Writer,
  member: StaffMember & { readonly departmentId: DepartmentId | null },
  passwordHash: string,
  at: Date,
): Promise<void> {
  const times = { created_at: at, updated_at: at }
  await tx
    .insertInto('staff_user')
    .values({ id: member.id, name: member.name, email: member.email, ...times })
    .execute()
  await tx
    .insertInto('staff_account')
    .values({
      id: newId('acc'),
      user_id: member.id,
      account_id: member.id,
      provider_id: 'credential',
      password: passwordHash,
      ...times,
    })
    .execute()
  await tx
    .insertInto('staff_role')
    .values({ user_id: member.id, role: member.role, department_id: member.departmentId })
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

export async function hasEndedSessions(db: Reader, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('staff_session')
    .select('id')
    .where('expires_at', '<', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetSessions(tx: Writer, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_session')
    .where('expires_at', '<', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
