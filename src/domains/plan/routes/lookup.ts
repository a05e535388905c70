import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { departments } from '#domains/staff/index.ts'
import { attempt as attemptTo } from '#platform/attempt.ts'
import { localDate } from '#platform/calendar.ts'
import type { Body } from '#platform/form.ts'
import { accept, found } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { readable } from '../actions/life.ts'
import type { Desk, PlanDesk } from '../pages/desk/frame.tsx'
import type { Plan } from '../plan.ts'
import { planOf } from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { type Placed, type PlanTree, placedItems } from '../tree.ts'
import { type PlanAction, standing, workflow } from '../workflow.ts'

export type DeskContext = Context<Env>

/** Addresses begin with the year; everything below it is looked for in that year's plan only. */
export const yearPattern = '/:year{[0-9]{4}}'

export function deskOf(c: DeskContext): Desk {
  const { view, ctx } = c.var
  const { department } = ctx.actor
  return { view, ...(department !== undefined && { department }) }
}

/** The plan of the address, for those who may read drafts. To others it does not exist. */
export async function planAt(c: DeskContext): Promise<PlanDesk> {
  const { ctx } = c.var
  const plan = readable(ctx, await planOf(ctx.db, Number(c.req.param('year'))))
  return { ...deskOf(c), plan, offers: offers(c, plan) }
}

export const offers = (
  c: DeskContext,
  plan: Plan,
  item?: { readonly departments: readonly string[] },
): ReadonlySet<PlanAction> => offered(workflow, standing(c.var.ctx.actor, plan, item), plan)

/** Refuses before anything is shown or done, with the basis of the workflow's line. */
export function mustBeAllowed(
  c: DeskContext,
  action: PlanAction,
  plan: Plan,
  item?: { readonly departments: readonly string[] },
): void {
  accept(permit(workflow, action, standing(c.var.ctx.actor, plan, item), plan))
}

/** What needs no plan yet: making one, and all that leads to it. */
export function mustBeAllowedToCreate(c: DeskContext): void {
  accept(permit(workflow, 'create', standing(c.var.ctx.actor), nothing))
}

export const mayCreate = (c: DeskContext) =>
  permit(workflow, 'create', standing(c.var.ctx.actor), nothing).ok

export interface ItemDesk extends PlanDesk {
  readonly tree: PlanTree
  readonly placed: Placed
}

/** The item of the address, in the plan of the address: one of another year is not found. */
export async function itemAt(c: DeskContext): Promise<ItemDesk> {
  const desk = await planAt(c)
  const tree = await treeOf(c.var.ctx.db, desk.plan)
  const id = c.req.param('id')
  const placed = found(placedItems(tree).find(({ item }) => item.id === id))
  return { ...desk, tree, placed, offers: offers(c, desk.plan, placed.item) }
}

export const bodyOf = (c: DeskContext): Promise<Body> => c.req.parseBody({ all: true })

/** On to a page of the desk, with a notice by its key. */
export const onward = (c: DeskContext, path: string, done?: string) => {
  const [page = '', fragment] = path.split('#')
  const key = done ? `${page.includes('?') ? '&' : '?'}done=${done}` : ''
  return c.redirect(at(c.var.view, `${page}${key}${fragment ? `#${fragment}` : ''}`), 303)
}

export const rosterOf = async (c: DeskContext): Promise<readonly string[]> =>
  (await departments(c.var.ctx.db, localDate(c.var.ctx.now))).map((d) => d.name)

/** An attempt whose refusal goes back to the form; so does what a colleague did meanwhile. */
export const attempt = <T>(act: () => Promise<T>) => attemptTo(act, 'stale')
