import type { Ctx } from '#platform/context.ts'
import type { Writer } from '#platform/database.ts'
import { accept, no } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import type { StoredRoster, Undo } from '../roster/stored.ts'
import type { AssignmentId, DutyId } from '../staff.ts'
import * as organisation from '../store/organisation.ts'
import * as people from '../store/people.ts'
import * as posts from '../store/posts.ts'
import { standing, workflow } from '../workflow.ts'

/**
 * Takes back what a roster wrote, newest first. Refused where somebody has since built on one of its rows.
 * Accounts that it opened stay, without a post: they may do nothing, and are found again by their number.
 */
export async function undone(tx: Writer, ctx: Ctx, { undo }: StoredRoster): Promise<void> {
  const assignments = await posts.assignmentsOf(tx)
  const grants = await posts.grantedDuties(tx)
  const concerned = undo.flatMap((one): string[] => {
    if (one.kind === 'assignment' || one.kind === 'assignment-end')
      return [assignments.find((a) => a.id === one.id)?.user ?? '']
    if (one.kind === 'duty' || one.kind === 'duty-end')
      return [grants.find((d) => d.id === one.id)?.user ?? '']
    if (one.kind === 'assignment-gone') return [one.assignment.user]
    if (one.kind === 'duty-gone') return [one.duty.user]
    return one.kind === 'left' || one.kind === 'detail' ? [one.user] : []
  })
  const about = standing(ctx.actor, { people: concerned })
  if (undo.length) accept(permit(workflow, 'acceptRoster', about, nothing))
  const mine = new Set(undo.flatMap((one) => (one.kind === 'assignment' ? [one.id] : [])))
  for (const one of undo) {
    if (one.kind === 'department') {
      const built =
        assignments.some((a) => a.department === one.id && !mine.has(a.id)) ||
        (await organisation.allDepartments(tx)).some((d) => d.parent === one.id)
      if (built) accept(no({ kind: 'refused', reason: 'roster-changed-since', place: one.id }))
    }
    await take(tx, ctx, one)
  }
}

async function take(tx: Writer, ctx: Ctx, one: Undo): Promise<void> {
  switch (one.kind) {
    case 'assignment':
      return posts.deleteAssignment(tx, one.id as AssignmentId)
    case 'assignment-end':
      return posts.endAssignment(tx, one.id as AssignmentId, {
        until: one.was,
        by: null,
        reason: '',
      })
    case 'assignment-gone':
      return posts.insertAssignment(tx, one.assignment)
    case 'duty':
      return posts.deleteDuty(tx, one.id as DutyId)
    case 'duty-end':
      return posts.endDuty(tx, one.id as DutyId, { until: one.was, by: null, reason: '' })
    case 'duty-gone':
      return posts.insertDuty(tx, one.duty, ctx.now)
    case 'department':
      return organisation.deleteDepartment(tx, one.id)
    case 'period':
      return organisation.deletePeriod(tx, one.id, one.from)
    case 'period-end':
      return organisation.setPeriodEnd(tx, one.id, one.from, one.was)
    case 'successor':
      return organisation.deleteSuccession(tx, one.id, one.to)
    case 'detail':
      return people.deleteDetail(tx, one.user, one.from)
    case 'left':
      return people.setLeftOn(tx, one.user, one.was)
  }
}
