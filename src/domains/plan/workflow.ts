import { type Actor, holds, holdsSomewhere } from '#platform/actor.ts'
import { nothing, permit, type Workflow } from '#platform/workflow.ts'
import {
  frozenStates,
  openStates,
  type Plan,
  type PlanState,
  planStates,
  publicStates,
} from './plan.ts'

/** How a person stands to one plan, or to one item of it. Who may do what is said in these words only. */
export type Standing = 'anyone' | 'staff' | 'item-department' | 'secretariat' | 'approver'

/** 計画の流れ. Read a line as: this action starts from, leads to, is taken by, because of. */
// biome-ignore format: a table is read in columns
export const workflow = {
  create:        { from: ['nothing'],                       to: 'drafting',       by: ['secretariat'],                    basis: '市民協働推進指針(毎年度のアクションプラン策定)' },
  edit:          { from: openStates,                        to: 'same',           by: ['secretariat'],                    basis: '計画事務の手引き 2-1' },
  editItem:      { from: openStates,                        to: 'same',           by: ['secretariat', 'item-department'], basis: '計画事務の手引き 2-2' },
  takeIn:        { from: openStates,                        to: 'same',           by: ['secretariat'],                    basis: '計画事務の手引き 2-3' },
  openComment:   { from: ['drafting'],                      to: 'public-comment', by: ['secretariat'],                    basis: 'パブリックコメント手続実施要綱' },
  submit:        { from: ['drafting', 'public-comment'],    to: 'council-review', by: ['secretariat'],                    basis: '計画事務の手引き 3-1' },
  sendBack:      { from: ['public-comment', 'council-review'], to: 'drafting',    by: ['secretariat'],                    basis: '計画事務の手引き 3-2' },
  decide:        { from: ['council-review'],                to: 'decided',        by: ['approver'],                       basis: '事務決裁規程(起案者以外の決裁)' },
  publish:       { from: ['decided'],                       to: 'published',      by: ['secretariat'],                    basis: '市民協働推進指針(毎年度公表)' },
  start:         { from: ['published'],                     to: 'in-progress',    by: ['secretariat'],                    basis: '計画事務の手引き 4-1' },
  reachMidterm:  { from: ['in-progress'],                   to: 'midterm',        by: ['secretariat'],                    basis: '計画事務の手引き 4-2' },
  beginClosing:  { from: ['in-progress', 'midterm'],        to: 'closing',        by: ['secretariat'],                    basis: '計画事務の手引き 4-3' },
  evaluate:      { from: ['closing'],                       to: 'evaluated',      by: ['secretariat'],                    basis: '計画事務の手引き 4-4' },
  archive:       { from: ['evaluated'],                     to: 'archived',       by: ['secretariat'],                    basis: '計画事務の手引き 4-5' },
  amend:         { from: frozenStates,                      to: 'same',           by: ['secretariat', 'item-department'], basis: '計画事務の手引き 5-1' },
  approveAmendment: { from: frozenStates,                   to: 'same',           by: ['secretariat'],                    basis: '事務決裁規程(起案者以外の決裁)' },
  rollOver:      { from: [...frozenStates, 'evaluated', 'archived'], to: 'same',  by: ['secretariat'],                    basis: '計画事務の手引き 6-1' },
  readDraft:     { from: planStates,                        to: 'same',           by: ['staff'],                          basis: '文書管理規程' },
  read:          { from: publicStates,                      to: 'same',           by: ['anyone'],                         basis: '市民基本条例(情報の共有)' },
} as const satisfies Workflow<PlanState, Standing>

export type PlanAction = keyof typeof workflow

/** Whether to offer making a plan, and taking one in. */
export const mayBegin = (actor: Actor): boolean =>
  permit(workflow, 'create', standing(actor), nothing).ok

/** Whether to offer writing a new item into a plan. */
export const mayWriteItems = (actor: Actor, plan: Plan): boolean =>
  permit(workflow, 'edit', standing(actor, plan), plan).ok

/** Whether to offer proposing a change of a published item. */
export const mayAmend = (
  actor: Actor,
  plan: Plan,
  item: { readonly departments: readonly string[] },
): boolean => permit(workflow, 'amend', standing(actor, plan, item), plan).ok

/**
 * 職務分掌: whoever wrote on the draft does not decide it. The database promises the same by a CHECK.
 */
export function standing(
  actor: Actor,
  plan?: Pick<Plan, 'authors'>,
  item?: { readonly departments: readonly string[] },
): ReadonlySet<Standing> {
  const stands = new Set<Standing>(['anyone'])
  if (holdsSomewhere(actor, 'plan.staff')) stands.add('staff')
  if (holds(actor, 'plan.secretariat')) {
    stands.add('secretariat')
    if (plan && !plan.authors.includes(actor.id)) stands.add('approver')
  }
  if (item && holds(actor, 'plan.item-department', { sections: item.departments }))
    stands.add('item-department')
  return stands
}
