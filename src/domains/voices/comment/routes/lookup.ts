import type { Context } from 'hono'
import { toldIn } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { aboutCase } from '../actions/step.ts'
import type { CommentCase } from '../case.ts'
import { en } from '../messages/desk-en.ts'
import { ja } from '../messages/desk-ja.ts'
import type { Desk } from '../pages/desk/frame.tsx'
import { caseById } from '../store/cases.ts'
import { type CommentAction, standing, workflow } from '../workflow.ts'

export type C = Context<Env>

/** The frame of every page, for those who read the work. */
export function deskOf(c: C): Desk {
  const { view, ctx } = c.var
  const stands = standing(ctx.actor)
  accept(permit(workflow, 'readDesk', stands, nothing))
  const { department } = ctx.actor
  return {
    view,
    isOffice: stands.has('secretariat'),
    ...(department !== undefined && { department }),
  }
}

export interface Worked {
  readonly desk: Desk
  readonly one: CommentCase
  readonly offers: ReadonlySet<CommentAction>
}

export async function caseAt(c: C): Promise<Worked> {
  const desk = deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('vcc', id)) throw new Refused({ kind: 'not-found' })
  const one = found(await caseById(c.var.ctx.db, id))
  const offers = offered(workflow, standing(c.var.ctx.actor, aboutCase(one)), one)
  return { desk, one, offers }
}

/** Refused as the action itself would be, before a form is looked at. */
export function mustOffer(c: C, { one }: Worked, action: CommentAction): void {
  accept(permit(workflow, action, standing(c.var.ctx.actor, aboutCase(one)), one))
}

/** In the words of this desk, or in those that the whole site shares. */
export const sayReason = (c: C, reason: string): string =>
  toldIn(c.var.view, { ja: ja.reasons, en: en.reasons })[reason] ??
  errors[c.var.view.locale].refusals[reason] ??
  reason
