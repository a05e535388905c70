import type { Context } from 'hono'
import { deskTongue } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import type { Option } from '#design/field-kinds.ts'
import { at } from '#design/view.ts'
import { attempt as attemptTo } from '#platform/attempt.ts'
import { type IsoDate, localDate } from '#platform/calendar.ts'
import { type Body, fill } from '#platform/form.ts'
import { accept } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { day } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import type { Desk } from '../pages/desk/frame.tsx'
import { roleWords } from '../role-words.ts'
import { isRoleName } from '../roles.ts'
import { type CustomRole, type Department, isOn } from '../staff.ts'
import { type About, standing, workflow } from '../workflow.ts'

export type StaffContext = Context<Env>

export function deskOf(c: StaffContext): Desk {
  const { view, ctx } = c.var
  const { department } = ctx.actor
  return { view, ...(department !== undefined && { department }) }
}

export type Action = keyof typeof workflow

export const may = (c: StaffContext, action: Action, about: About = {}): boolean =>
  permit(workflow, action, standing(c.var.ctx.actor, about), nothing).ok

/** Refuses before anything is shown or done, with the basis of the workflow's line. */
export const mustBeAllowed = (c: StaffContext, action: Action, about: About = {}): void => {
  accept(permit(workflow, action, standing(c.var.ctx.actor, about), nothing))
}

export const todayOf = (c: StaffContext): IsoDate => localDate(c.var.ctx.now)

/** `?on=2013-04-01`; today where it is no day. */
export function dayOf(c: StaffContext): IsoDate {
  const { values } = fill({ on: day }, { on: c.req.query('on') ?? '' })
  return values?.on ?? todayOf(c)
}

export const bodyOf = (c: StaffContext): Promise<Body> => c.req.parseBody({ all: true })

/** On to a page of the desk, with a notice by its key. */
export const onward = (c: StaffContext, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}?done=${done}`), 303)

/** An attempt whose refusal goes back to the form; so does what a colleague did meanwhile. */
export const attempt = <T>(act: () => Promise<T>) => attemptTo(act, 'stale')

/** What to call a role, the city's own too; a word that is unknown stays as it is. */
export function roleNames(c: StaffContext, custom: readonly CustomRole[]) {
  const words = roleWords[deskTongue(c.var.view)]
  return (word: string): string =>
    isRoleName(word) ? words[word] : (custom.findLast((one) => one.id === word)?.name ?? word)
}

/** Departments to choose from: those of the day, and those that are decided for later. */
export function sectionOptions(
  c: StaffContext,
  tree: readonly Department[],
  keep: (one: Department) => boolean = () => true,
): Option[] {
  const today = todayOf(c)
  const { d } = deskWords(c.var.view)
  const seen = new Map<string, Option>()
  for (const one of tree) {
    const isThere = isOn(one, today) || one.from > today
    if (!isThere || one.kind === 'collective' || seen.has(one.id) || !keep(one)) continue
    const label = one.from > today ? `${one.name} (${d.since(one.from)})` : one.name
    seen.set(one.id, { value: one.id, label })
  }
  return [...seen.values()]
}
