import type { Context } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { namesOf } from '#domains/staff/index.ts'
import type { Refusable } from '#platform/attempt.ts'
import { addDays, fiscalYearOf, fiscalYearStart, localDate } from '#platform/calendar.ts'
import type { Body, Fields, Filled } from '#platform/form.ts'
import { fill } from '#platform/form.ts'
import { accept } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import type { MadeFile } from '../files.ts'
import type { Desk } from '../pages/frame.tsx'
import { appointments } from '../store/appointments.ts'
import { type LiaisonAction, type Section, standing, workflow } from '../workflow.ts'

export { attempt } from '#platform/attempt.ts'

export type DeskContext = Context<Env>

export const todayOf = (c: DeskContext) => localDate(c.var.ctx.now)

/** The frame of every page, for those who may read the year at all. */
export function deskOf(c: DeskContext): Desk {
  const { view, ctx } = c.var
  accept(permit(workflow, 'readYear', standing(ctx.actor), nothing))
  const { department } = ctx.actor
  const organises = standing(ctx.actor).has('organiser')
  return { view, today: todayOf(c), organises, ...(department !== undefined && { department }) }
}

const reading = (c: DeskContext, section: Section) =>
  permit(workflow, 'readYear', standing(c.var.ctx.actor, section), nothing)

/** What a person may read of one section: its own people, its head, the secretariat, an auditor. */
export function mustRead(c: DeskContext, section: Section): void {
  accept(reading(c, section))
}
export const mayRead = (c: DeskContext, section: Section): boolean => reading(c, section).ok

export const offers = (
  c: DeskContext,
  subject: { readonly state: string },
  section?: Section,
): ReadonlySet<LiaisonAction> => offered(workflow, standing(c.var.ctx.actor, section), subject)

export function mustBeAllowed(c: DeskContext, action: LiaisonAction): void {
  accept(permit(workflow, action, standing(c.var.ctx.actor), nothing))
}

/**
 * `?year=2012`, or the year of today; the years of which there is something, and the next one from January
 * on, for which names are asked before it begins. `on` is the day on which the year is looked at.
 */
export async function yearIn(c: DeskContext) {
  const today = todayOf(c)
  const now = fiscalYearOf(today)
  const next = fiscalYearOf(addDays(today, 90))
  const known = (await appointments(c.var.ctx.db)).map((a) => a.fiscalYear)
  const years: readonly number[] = [...new Set([...known, now, next])].toSorted((a, b) => b - a)
  const asked = Number(c.req.query('year') ?? now)
  const year = years.includes(asked) ? asked : now
  const start = fiscalYearStart(year)
  return { year, years, on: start > today ? start : today }
}

export async function namer(
  c: DeskContext,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const names = await namesOf(c.var.ctx.db, [...new Set(ids.flatMap((id) => id ?? []))])
  return (id) => names.get(id ?? '') ?? ''
}

export const bodyOf = (c: DeskContext): Promise<Body> => c.req.parseBody({ all: true })

/** The fields of a small form among several of a page: `name.user` is its `user`. */
export function fillPart<F extends Fields>(fields: F, body: Body, part: string): Filled<F> {
  const own = Object.entries(body).flatMap(([key, value]) =>
    key.startsWith(`${part}.`) ? [[key.slice(part.length + 1), value] as const] : [],
  )
  return fill(fields, Object.fromEntries(own))
}

export const onward = (c: DeskContext, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}${path.includes('?') ? '&' : '?'}done=${done}`), 303)

export const sayRefusal = (c: DeskContext, { reason }: Refusable): string =>
  errors[c.var.view.locale].refusals[reason] ?? errors.ja.refusals[reason] ?? reason

/** What was handed in is never shown as a page of ours, whatever is in it. */
export const send = (c: DeskContext, { bytes, type, name }: MadeFile) =>
  c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
