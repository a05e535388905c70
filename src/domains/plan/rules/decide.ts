import type { Fact } from '#platform/ledger.ts'
import { no, type Result, yes } from '#platform/result.ts'
import type { Ready } from '#platform/workflow.ts'
import type { Plan } from '../plan.ts'
import { itemsOf, type PlanTree } from '../tree.ts'
import { type PlanAction, workflow } from '../workflow.ts'

/** A rule's whole answer: the plan as it will be, and what to write in the ledger. */
export interface Decision {
  readonly plan: Plan
  readonly fact: Fact
}

export type PlanFor<Action extends PlanAction> = Ready<Plan, typeof workflow, Action>

export function openComment(plan: PlanFor<'openComment'>, until: string): Decision {
  return decided(
    'openComment',
    { ...plan, state: 'public-comment', commentUntil: until },
    'plan.comment-opened',
    { until },
  )
}

/** Nothing goes to the council with a gap in it: every item needs a lead and a department. */
export function submit(plan: PlanFor<'submit'>, tree: PlanTree): Result<Decision> {
  const items = itemsOf(tree)
  if (!items.length) return no({ kind: 'refused', reason: 'plan-is-empty' })
  const unled = items.find((item) => !item.lead)
  if (unled) return no({ kind: 'refused', reason: 'item-without-lead', place: unled.code })
  const homeless = items.find((item) => !item.departments.length)
  if (homeless)
    return no({ kind: 'refused', reason: 'item-without-department', place: homeless.code })
  return yes(decided('submit', { ...plan, state: 'council-review' }, 'plan.submitted'))
}

export function sendBack(plan: PlanFor<'sendBack'>, reason: string): Decision {
  return decided('sendBack', { ...plan, state: 'drafting' }, 'plan.sent-back', { reason })
}

/** 決裁. The workflow lets only those decide who did not write; see `standing`. */
export function decide(plan: PlanFor<'decide'>, by: string, on: string): Decision {
  return decided(
    'decide',
    { ...plan, state: 'decided', decidedOn: on, decidedBy: by },
    'plan.decided',
    { on },
  )
}

export function publish(plan: PlanFor<'publish'>, on: string): Decision {
  return decided('publish', { ...plan, state: 'published', publishedOn: on }, 'plan.published', {
    on,
  })
}

export const start = (plan: PlanFor<'start'>): Decision =>
  decided('start', { ...plan, state: 'in-progress' }, 'plan.started')

export const reachMidterm = (plan: PlanFor<'reachMidterm'>): Decision =>
  decided('reachMidterm', { ...plan, state: 'midterm' }, 'plan.midterm-reached')

export const beginClosing = (plan: PlanFor<'beginClosing'>): Decision =>
  decided('beginClosing', { ...plan, state: 'closing' }, 'plan.closing-begun')

export const evaluate = (plan: PlanFor<'evaluate'>): Decision =>
  decided('evaluate', { ...plan, state: 'evaluated' }, 'plan.evaluated')

export const archive = (plan: PlanFor<'archive'>): Decision =>
  decided('archive', { ...plan, state: 'archived' }, 'plan.archived')

/** The compiler holds the rule to the table: `plan` must be in the state that `action` leads to. */
function decided<A extends PlanAction>(
  action: A,
  plan: Plan & { readonly state: (typeof workflow)[A]['to'] },
  fact: Fact['fact'],
  detail?: Fact['detail'],
): Decision {
  return {
    plan,
    fact: { fact, subject: plan.id, basis: workflow[action].basis, ...(detail && { detail }) },
  }
}
