import type { Permission } from '#platform/actor.ts'
import { addDays, type IsoDate, localDate } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { knownPermissions, type Reach, rolesByServing } from '../roles.ts'
import { soundPlace, soundPost, soundSpan } from '../rules/posts.ts'
import { periodOn } from '../rules/tree.ts'
import { overlap, roleOn } from '../rules.ts'
import type {
  Assignment,
  AssignmentId,
  CustomRole,
  CustomRoleId,
  DutyId,
  GrantedDuty,
  StaffId,
} from '../staff.ts'
import { allDepartments } from '../store/organisation.ts'
import * as store from '../store/posts.ts'
import { standing, workflow } from '../workflow.ts'
import { holder } from './members.ts'

type NewAssignment = Pick<
  Assignment,
  'department' | 'post' | 'rank' | 'isMain' | 'from' | 'until'
> & { readonly reason: string }

/** 発令: somebody else serves in a section from a first to a last day. */
export const assign = (ctx: Ctx, user: StaffId, input: NewAssignment): Promise<Assignment> =>
  ctx.record(async (tx) => {
    const about = { people: [user], sections: [input.department] }
    accept(permit(workflow, 'assign', standing(ctx.actor, about), nothing))
    const { person, assignments } = await holder(tx, user, localDate(ctx.now))
    accept(soundSpan(input, person))
    accept(soundPost(await allDepartments(tx), assignments, input))
    const made: Assignment = { id: newId('asg'), user, ...input, madeBy: ctx.actor.id }
    await store.insertAssignment(tx, made)
    const { basis } = workflow.assign
    const detail = { assignment: made.id, department: made.department, from: made.from }
    return [made, { fact: 'staff.assigned', subject: user, basis, detail }]
  })

/** The last day of a post. One that has not begun is taken back instead, and never was. */
export const endAssignment = (
  ctx: Ctx,
  user: StaffId,
  id: AssignmentId,
  lastDay: IsoDate,
  reason: string,
) =>
  ctx.record(async (tx) => {
    const { assignments } = await holder(tx, user, localDate(ctx.now))
    const a = found(assignments.find((one) => one.id === id))
    const about = { people: [user], sections: [a.department] }
    accept(permit(workflow, 'assign', standing(ctx.actor, about), nothing))
    const { basis } = workflow.assign
    const withdrawn = endsBeforeItBegins(ctx, a, lastDay)
    if (withdrawn) await store.deleteAssignment(tx, id)
    else await store.endAssignment(tx, id, { until: lastDay, by: ctx.actor.id, reason })
    const fact = withdrawn ? 'staff.assignment-withdrawn' : 'staff.assignment-ended'
    const detail = { assignment: id, until: lastDay }
    return [undefined, { fact, subject: user, basis, detail }]
  })

/** What ends was open or ended later; what lies wholly ahead may be taken back. */
function endsBeforeItBegins(
  { now }: Pick<Ctx, 'now'>,
  span: { readonly from: IsoDate; readonly until: IsoDate | null },
  lastDay: IsoDate,
): boolean {
  if (span.until !== null && span.until <= lastDay)
    accept(no({ kind: 'refused', reason: 'ended-already', place: span.until }))
  if (lastDay >= span.from) return false
  if (span.from <= localDate(now))
    accept(no({ kind: 'refused', reason: 'end-before-begin', place: `${span.from} – ${lastDay}` }))
  return true
}

type NewGrant = Pick<
  GrantedDuty,
  'role' | 'department' | 'district' | 'scheme' | 'from' | 'until' | 'reason'
>

/** 役割の付与: beside what serving brings, to somebody else, for a term and within a place. */
export const grantRole = (ctx: Ctx, user: StaffId, input: NewGrant): Promise<GrantedDuty> =>
  ctx.record(async (tx) => {
    const place = input.department === null ? {} : { sections: [input.department] }
    const about = { people: [user], ...place }
    accept(permit(workflow, 'grantRole', standing(ctx.actor, about), nothing))
    const { person, grants } = await holder(tx, user, localDate(ctx.now))
    accept(soundSpan(input, person))
    const role = roleOn(input.role, await store.customRoles(tx), input.from)
    if (!role || rolesByServing.has(input.role))
      return accept(no({ kind: 'refused', reason: 'unknown-role', place: input.role }))
    accept(soundPlace(role.reach, input))
    const section = input.department
    if (section && !periodOn(await allDepartments(tx), section, input.from))
      accept(no({ kind: 'refused', reason: 'section-not-there', place: input.from }))
    const twice = grants.find((one) => sameGrant(one, input) && overlap(one, input))
    if (twice) accept(no({ kind: 'refused', reason: 'already-held', place: twice.from }))
    const duty: GrantedDuty = { id: newId('dty'), user, ...input, grantedBy: ctx.actor.id }
    await store.insertDuty(tx, duty, ctx.now)
    return [duty, grantedFact(duty)]
  })

export const sameGrant = (
  a: Pick<GrantedDuty, 'role' | 'department' | 'district' | 'scheme'>,
  b: Pick<GrantedDuty, 'role' | 'department' | 'district' | 'scheme'>,
): boolean =>
  a.role === b.role &&
  a.department === b.department &&
  a.district === b.district &&
  a.scheme === b.scheme

export const grantedFact = ({ id, user, role, department, from }: GrantedDuty): Fact => ({
  fact: 'staff.role-granted',
  subject: user,
  basis: workflow.grantRole.basis,
  detail: { duty: id, role, department, from },
})

/** The last day of a role; one that has not begun is taken back. */
export const revokeRole = (ctx: Ctx, user: StaffId, id: DutyId, lastDay: IsoDate, reason: string) =>
  ctx.record(async (tx) => {
    const { grants } = await holder(tx, user, localDate(ctx.now))
    const duty = found(grants.find((one) => one.id === id))
    const place = duty.department === null ? {} : { sections: [duty.department] }
    const about = { people: [user], ...place }
    accept(permit(workflow, 'grantRole', standing(ctx.actor, about), nothing))
    if (endsBeforeItBegins(ctx, duty, lastDay)) await store.deleteDuty(tx, id)
    else await store.endDuty(tx, id, { until: lastDay, by: ctx.actor.id, reason })
    const detail = { duty: id, role: duty.role, until: lastDay }
    const { basis } = workflow.grantRole
    return [undefined, { fact: 'staff.role-revoked', subject: user, basis, detail }]
  })

export interface RoleText {
  readonly name: string
  readonly reach: Reach
  readonly permissions: readonly Permission[]
  readonly from: IsoDate
  readonly reason: string
}

/** 役割を作る: known permissions under a name of the city's own. Gives nobody anything before it is granted. */
export const makeRole = (ctx: Ctx, text: RoleText): Promise<CustomRole> =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'makeRole', standing(ctx.actor), nothing))
    const id: CustomRoleId = newId('rol')
    const role = { ...text, id, until: null, decidedBy: ctx.actor.id }
    soundRole(await store.customRoles(tx), role)
    await store.insertCustomRole(tx, role, ctx.now)
    return [role, roleFact('staff.role-made', role)]
  })

/** From a day on it gives something else; nobody changes a role that they hold. */
export const changeRole = (ctx: Ctx, id: CustomRoleId, text: RoleText) =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'makeRole', standing(ctx.actor, { roles: [id] }), nothing))
    const all = await store.customRoles(tx)
    const now = open(all, id)
    if (text.from <= now.from || text.from <= localDate(ctx.now))
      accept(no({ kind: 'refused', reason: 'day-to-come', place: text.from }))
    const role = { ...text, id, until: null, decidedBy: ctx.actor.id }
    soundRole(
      all.filter((one) => one.id !== id),
      role,
    )
    await store.endCustomRole(tx, id, now.from, addDays(text.from, -1))
    await store.insertCustomRole(tx, role, ctx.now)
    return [role, roleFact('staff.role-changed', role)]
  })

/** From the day after, whoever holds it has nothing of it any more. */
export const endRole = (ctx: Ctx, id: CustomRoleId, lastDay: IsoDate) =>
  ctx.record(async (tx) => {
    accept(permit(workflow, 'makeRole', standing(ctx.actor, { roles: [id] }), nothing))
    const now = open(await store.customRoles(tx), id)
    if (lastDay < now.from)
      accept(no({ kind: 'refused', reason: 'end-before-begin', place: lastDay }))
    await store.endCustomRole(tx, id, now.from, lastDay)
    return [undefined, roleFact('staff.role-ended', { ...now, until: lastDay })]
  })

const open = (all: readonly CustomRole[], id: CustomRoleId): CustomRole =>
  found(all.find((one) => one.id === id && one.until === null))

function soundRole(others: readonly CustomRole[], role: CustomRole): void {
  const same = others.find((one) => one.name === role.name && overlap(one, role))
  if (same) accept(no({ kind: 'refused', reason: 'name-taken', place: same.name }))
  const unknown = role.permissions.find((one) => !knownPermissions.includes(one))
  if (unknown || !role.permissions.length)
    accept(no({ kind: 'refused', reason: 'unknown-permission', place: unknown ?? '' }))
}

const roleFact = (fact: Fact['fact'], role: CustomRole): Fact => ({
  fact,
  subject: role.id,
  basis: workflow.makeRole.basis,
  detail: {
    name: role.name,
    reach: role.reach,
    permissions: role.permissions.join(' '),
    from: role.from,
    until: role.until,
  },
})
