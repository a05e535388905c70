import type { Actor } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { type Department, passwordLength, type StaffMember } from './staff.ts'
import * as store from './store.ts'
import { standing, workflow } from './workflow.ts'

export async function addDepartments(
  ctx: Ctx,
  list: readonly Omit<Department, 'id'>[],
): Promise<Department[]> {
  accept(permit(workflow, 'addDepartment', standing(ctx.actor), nothing))
  const known = await store.departments(ctx.db)
  const fresh = list.filter((d) => !known.some((k) => k.name === d.name))
  if (!fresh.length) return []
  return ctx.record(async (tx) => {
    const added = fresh.map((d): Department => ({ id: newId('dep'), ...d }))
    for (const [at, department] of added.entries())
      await store.insertDepartment(tx, department, known.length + at)
    const [first, ...rest] = added.map((d) => ({
      fact: 'staff.department-added' as const,
      subject: d.id,
      basis: workflow.addDepartment.basis,
      detail: { name: d.name },
    }))
    return [added, first ?? accept(no({ kind: 'not-found' })), ...rest]
  })
}

/** Opens an account. `passwordHash` comes from the sign-in library; the password itself is not seen here. */
export async function addMember(
  ctx: Ctx,
  input: Omit<StaffMember, 'id'>,
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
  const department = (await store.departments(ctx.db)).find((d) => d.name === input.department)
  if (input.department && !department)
    accept(no({ kind: 'refused', reason: 'unknown-department', place: input.department }))
  if (input.role === 'department' && !department)
    accept(no({ kind: 'refused', reason: 'department-needed' }))
  const passwordHash = await hash(password)
  return ctx.record(async (tx) => {
    const member: StaffMember = { id: newId('per'), ...input, email }
    await store.insertMember(
      tx,
      { ...member, departmentId: department?.id ?? null },
      passwordHash,
      ctx.now,
    )
    const detail = { role: member.role, department: member.department }
    return [
      member,
      { fact: 'staff.member-added', subject: member.id, basis: workflow.addMember.basis, detail },
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
