import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { type ItemId, itemById, type Plan, plans } from '#domains/plan/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Body } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { answeringFor } from '../actions/explain.ts'
import { type RoundDesk, roundDesk } from '../actions/look.ts'
import { type Whole, wholeOf } from '../actions/reports.ts'
import type { MadeFile } from '../files.ts'
import type { Desk } from '../pages/desk/frame.tsx'
import type { Round } from '../progress.ts'
import type { Line } from '../rules/desk.ts'
import { roundById } from '../store/rounds.ts'
import { type About, type ProgressAction, standing, workflow } from '../workflow.ts'

export { attempt } from '#platform/attempt.ts'
export { said } from '#platform/form.ts'

export type DeskContext = Context<Env>

/** The frame of every page, for those who may read the work of any section. */
export function deskOf(c: DeskContext): Desk {
  const { view, ctx } = c.var
  const stands = standing(ctx.actor)
  accept(permit(workflow, 'readWork', stands, nothing))
  const { department } = ctx.actor
  return {
    view,
    today: localDate(ctx.now),
    runs: stands.has('secretariat'),
    ...(department !== undefined && { department }),
  }
}

/** What a person may read of one section: its own people, its head, the secretariat, an auditor. */
export const mayRead = (c: DeskContext, section: string): boolean =>
  permit(workflow, 'readWork', standing(c.var.ctx.actor, { sections: [section] }), nothing).ok

/** Whether the person may put in a word for the section beside an alarm. */
export const mayExplain = (c: DeskContext, section: string): boolean =>
  permit(workflow, 'explain', standing(c.var.ctx.actor, { sections: [section] }), nothing).ok

export function mustRead(c: DeskContext, section: string): void {
  deskOf(c)
  const stands = standing(c.var.ctx.actor, { sections: [section] })
  accept(permit(workflow, 'readWork', stands, nothing))
}

export function mustBeAllowed(c: DeskContext, action: ProgressAction, round?: Round): void {
  accept(permit(workflow, action, standing(c.var.ctx.actor), round ?? nothing))
}

/** What this person may do with a report now: the same table that its actions ask. */
export const offersOf = (c: DeskContext, { report, item }: Pick<Line, 'report' | 'item'>) => {
  const about: About = { sections: [report.asked, ...item.departments], report }
  return offered(workflow, standing(c.var.ctx.actor, about), report)
}

/** Whether the person writes for a section, or answers for it; the secretariat works for all. */
export function worksIn(c: DeskContext, section: string): boolean {
  const stands = standing(c.var.ctx.actor, { sections: [section] })
  return stands.has('section') || stands.has('head')
}

/** Who writes for the section, answers for it, or is the secretariat; refused before anything else is said. */
export function mustWorkIn(c: DeskContext, section: string): void {
  const stands = standing(c.var.ctx.actor, { sections: [section] })
  accept(permit(workflow, 'saveDraft', stands, { state: 'requested' }))
}

/** Refuses before anything of a report is shown or done. */
export function mayAct(c: DeskContext, action: ProgressAction, whole: Whole): void {
  const { report, item } = whole
  const about: About = { sections: [report.asked, ...item.departments], report }
  accept(permit(workflow, action, standing(c.var.ctx.actor, about), report))
}

export async function roundAt(c: DeskContext): Promise<RoundDesk> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('rnd', id)) throw new Refused({ kind: 'not-found' })
  return roundDesk(c.var.ctx.db, id)
}

export async function plainRoundAt(c: DeskContext): Promise<Round> {
  const id = c.req.param('id') ?? ''
  return found(isId('rnd', id) ? await roundById(c.var.ctx.db, id) : undefined)
}

/** The report of the address with everything it is judged by, for those who may read its section. */
export async function reportAt(c: DeskContext): Promise<Whole> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('rpt', id)) throw new Refused({ kind: 'not-found' })
  const whole = await wholeOf(c.var.ctx.db, id)
  const sections = [whole.report.asked, ...whole.item.departments]
  accept(permit(workflow, 'readWork', standing(c.var.ctx.actor, { sections }), nothing))
  return whole
}

export async function itemAt(c: DeskContext) {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  const item = found(isId('itm', id) ? await itemById(c.var.ctx.db, id as ItemId) : undefined)
  const about = { sections: await answeringFor(c.var.ctx.db, item) }
  accept(permit(workflow, 'explain', standing(c.var.ctx.actor, about), nothing))
  return item
}

/** Plans that were decided: what can be reported on. Newest first. */
export async function reportedPlans(c: DeskContext): Promise<readonly Plan[]> {
  return (await plans(c.var.ctx.db)).filter((plan) => 'decidedOn' in plan)
}

export const bodyOf = (c: DeskContext): Promise<Body> => c.req.parseBody({ all: true })

export const several = (body: Body, name: string): readonly string[] =>
  [body[name]].flat().filter((one) => typeof one === 'string')

/** On to a page of the desk, with a notice by its key. */
export function onward(c: DeskContext, path: string, done: string, n?: number) {
  const key = `${path.includes('?') ? '&' : '?'}done=${done}${n === undefined ? '' : `&n=${n}`}`
  return c.redirect(at(c.var.view, `${path}${key}`), 303)
}

export const sayReason = (c: DeskContext, reason: string): string =>
  errors[c.var.view.locale].refusals[reason] ?? errors.ja.refusals[reason] ?? reason

/** How the people behind these ids are called. */
export async function namer(
  c: DeskContext,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const names = await namesOf(c.var.ctx.db, [...new Set(ids)])
  return (id) => names.get(id) ?? id
}

/** What we made is handed out, never shown as a page. */
export const send = (c: DeskContext, { bytes, type, name }: MadeFile) =>
  c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
