import type { Actor } from '#platform/actor.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { roles, rolesByServing } from '../roles.ts'
import {
  type Assignment,
  type GrantedDuty,
  type Person,
  passwordLength,
  type Rank,
  type StaffId,
  type StaffMember,
} from '../staff.ts'
import * as organisation from '../store/organisation.ts'
import * as people from '../store/people.ts'
import * as posts from '../store/posts.ts'
import { standing, workflow } from '../workflow.ts'

/** A colleague as first entered: where they serve from today, and the role beside it. */
export interface NewMember extends Omit<StaffMember, 'id'> {
  readonly post?: string
  readonly rank?: Rank
  readonly employeeNo?: string
}

/** An address as sign-in compares it; refused where it is none. */
export function emailIn(text: string): string {
  const email = text.trim().toLowerCase()
  if (!/^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email))
    accept(no({ kind: 'refused', reason: 'bad-email', place: text }))
  return email
}

/** Opens an account. `passwordHash` comes from the sign-in library; the password itself is not seen here. */
export async function addMember(
  ctx: Ctx,
  input: NewMember,
  password: string,
  hash: (password: string) => Promise<string>,
): Promise<StaffMember> {
  accept(permit(workflow, 'addMember', standing(ctx.actor), nothing))
  const email = emailIn(input.email)
  const length = [...password].length
  if (length < passwordLength.least || length > passwordLength.most)
    accept(no({ kind: 'refused', reason: 'bad-password' }))
  if (await people.emailTaken(ctx.db, email))
    accept(no({ kind: 'refused', reason: 'email-taken', place: email }))
  const today = localDate(ctx.now)
  const known = await organisation.departments(ctx.db, today)
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
    await people.insertAccount(tx, account, passwordHash, ctx.now)
    const span = { user: id, from: today, until: null }
    const reason = workflow.addMember.basis
    if (department) {
      const { post = '担当' } = input
      const assignment = { id: newId('asg'), department: department.id, post, rank } as const
      const made = { madeBy: ctx.actor.id, reason }
      await posts.insertAssignment(tx, { ...span, ...assignment, ...made, isMain: true })
    }
    if (!rolesByServing.has(role)) {
      const place = roles[role].reach === 'section' ? (department?.id ?? null) : null
      const scope = { department: place, district: null, scheme: null }
      const grant = { grantedBy: ctx.actor.id, reason }
      await posts.insertDuty(tx, { id: newId('dty'), role, ...span, ...scope, ...grant }, ctx.now)
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

/** A person with all that they serve in and were given, as an action reads them in its transaction. */
export interface Holder {
  readonly person: Person
  readonly assignments: readonly Assignment[]
  readonly grants: readonly GrantedDuty[]
}

/** Other changes of this person wait until the transaction ends. */
export async function holder(tx: Writer, id: StaffId, today: IsoDate): Promise<Holder> {
  await people.lockPerson(tx, id)
  return {
    person: found(await people.personById(tx, id, today)),
    assignments: await posts.assignmentsOf(tx, id),
    grants: await posts.grantedDuties(tx, id),
  }
}

/**
 * 退職・転出: the last day with the city. Posts and roles end with it, what was to begin later does not;
 * a day that has passed ends the sessions at once, a day to come ends them by itself.
 */
export const leave = (ctx: Ctx, id: StaffId, lastDay: IsoDate, reason: string) =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'assign', standing(ctx.actor, { people: [id] }), nothing))
    const all = await holder(tx, id, localDate(ctx.now))
    return [undefined, ...(await left(tx, ctx, all, lastDay, reason))]
  })

/** The same within a transaction in which more happens. */
export async function left(
  tx: Writer,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  { person, assignments, grants }: Holder,
  lastDay: IsoDate,
  reason: string,
): Promise<readonly [Fact, ...Fact[]]> {
  if (person.leftOn !== null)
    accept(no({ kind: 'refused', reason: 'person-left', place: person.leftOn }))
  const end = { until: lastDay, by: ctx.actor.id, reason }
  const { basis } = workflow.assign
  const facts: Fact[] = []
  const open = (span: { readonly until: IsoDate | null }) =>
    span.until === null || span.until > lastDay
  for (const a of assignments.filter(open)) {
    if (a.from > lastDay) await posts.deleteAssignment(tx, a.id)
    else await posts.endAssignment(tx, a.id, end)
    const detail = { assignment: a.id, until: lastDay }
    facts.push({ fact: 'staff.assignment-ended', subject: person.id, basis, detail })
  }
  for (const d of grants.filter(open)) {
    if (d.from > lastDay) await posts.deleteDuty(tx, d.id)
    else await posts.endDuty(tx, d.id, end)
    const detail = { duty: d.id, role: d.role, until: lastDay }
    facts.push({ fact: 'staff.role-revoked', subject: person.id, basis, detail })
  }
  await people.setLeftOn(tx, person.id, lastDay)
  if (lastDay < localDate(ctx.now)) await people.endSessionsOf(tx, person.id)
  return [
    { fact: 'staff.member-left', subject: person.id, basis, detail: { until: lastDay } },
    ...facts,
  ]
}
