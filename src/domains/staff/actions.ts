import type { Actor } from '#platform/actor.ts'
import { localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type RoleName, roles } from './roles.ts'
import {
  type Department,
  type NewDepartment,
  passwordLength,
  type Rank,
  type StaffId,
  type StaffMember,
  sinceEver,
} from './staff.ts'
import * as organisation from './store/organisation.ts'
import * as people from './store/people.ts'
import { standing, workflow } from './workflow.ts'

const store = { ...organisation, ...people }

export async function addDepartments(
  ctx: Ctx,
  list: readonly NewDepartment[],
): Promise<Department[]> {
  accept(permit(workflow, 'addDepartment', standing(ctx.actor), nothing))
  const known = await store.allDepartments(ctx.db)
  const fresh = list.filter((d) => !known.some((k) => k.name === d.name && k.until === null))
  if (!fresh.length) return []
  return ctx.record(async (tx) => {
    const added = fresh.map(
      (d, at): Department => ({
        id: newId('dep'),
        parent: null,
        phone: '',
        from: sinceEver,
        ...d,
        until: null,
        position: known.length + at,
      }),
    )
    for (const department of added) await store.insertDepartment(tx, department)
    const [first, ...rest] = added.map((d) => ({
      fact: 'staff.department-added' as const,
      subject: d.id,
      basis: workflow.addDepartment.basis,
      detail: { name: d.name, from: d.from },
    }))
    return [added, first ?? accept(no({ kind: 'not-found' })), ...rest]
  })
}

/** A colleague as first entered: where they serve from today, and the role beside it. */
export interface NewMember extends Omit<StaffMember, 'id'> {
  readonly post?: string
  readonly rank?: Rank
  readonly employeeNo?: string
}

const byAssignment: readonly RoleName[] = ['section-staff', 'section-head']

/** Opens an account. `passwordHash` comes from the sign-in library; the password itself is not seen here. */
export async function addMember(
  ctx: Ctx,
  input: NewMember,
  password: string,
  hash: (password: string) => Promise<string>,
): Promise<StaffMember> {
  accept(permit(workflow, 'addMember', standing(ctx.actor), nothing))
  const email = input.email.trim().toLowerCase()
  if (!/^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email))
    accept(no({ kind: 'refused', reason: 'bad-email', place: input.email }))
  const length = [...password].length
  if (length < passwordLength.least || length > passwordLength.most)
    accept(no({ kind: 'refused', reason: 'bad-password' }))
  if (await store.emailTaken(ctx.db, email))
    accept(no({ kind: 'refused', reason: 'email-taken', place: email }))
  const today = localDate(ctx.now)
  const known = await store.departments(ctx.db, today)
  const department = known.find((d) => d.name === input.department)
  if (input.department && !department)
    accept(no({ kind: 'refused', reason: 'unknown-department', place: input.department }))
  if (roles[input.role].reach === 'section' && !department)
    accept(no({ kind: 'refused', reason: 'department-needed' }))
  const passwordHash = await hash(password)
  return ctx.record(async (tx) => {
    const { name, role, rank = role === 'section-head' ? 'head' : 'member' } = input
    const id: StaffId = newId('per')
    const { employeeNo } = input
    const account = { id, name, email, ...(employeeNo !== undefined && { employeeNo }) }
    await store.insertAccount(tx, account, passwordHash, ctx.now)
    const span = { user: id, from: today, until: null }
    if (department) {
      const { post = '担当' } = input
      const assignment = { id: newId('asg'), department: department.id, post, rank } as const
      await store.insertAssignment(tx, { ...span, ...assignment, isMain: true })
    }
    if (!byAssignment.includes(role)) {
      const place = roles[role].reach === 'section' ? (department?.id ?? null) : null
      const scope = { department: place, district: null, scheme: null }
      const grant = { grantedBy: ctx.actor.id, reason: workflow.addMember.basis }
      await store.insertDuty(tx, { id: newId('dty'), role, ...span, ...scope, ...grant }, ctx.now)
    }
    const detail = { role, department: input.department }
    const member: StaffMember = { id, name, email, role, department: input.department }
    return [
      member,
      { fact: 'staff.member-added', subject: id, basis: workflow.addMember.basis, detail },
    ]
  })
}

/** The library has opened or closed the session; this is its entry in the ledger. */
export const noteSession = (ctx: Ctx, fact: 'staff.signed-in' | 'staff.signed-out', who: string) =>
  ctx.record(async () => [undefined, { fact, subject: who, basis: workflow.signIn.basis }])

/** The desk is open to those who have a role; to others it is closed, by the same table. */
export const mayOpenDesk = (actor: Actor): boolean =>
  permit(workflow, 'openDesk', standing(actor), nothing).ok

export const mayReadLedger = (actor: Actor) =>
  accept(permit(workflow, 'readLedger', standing(actor), nothing))
