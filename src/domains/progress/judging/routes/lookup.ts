import type { Context } from 'hono'
import { deskTongue } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import { refusals } from '#design/messages/refusals.ts'
import { at } from '#design/view.ts'
import type { ItemId } from '#domains/plan/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank } from '#platform/form.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import type { Scale } from '../../progress.ts'
import { verdictForm } from '../forms.ts'
import type { Committee, CommitteeId, Course, Verdict } from '../judging.ts'
import type { Viewer } from '../rules/sight.ts'
import type { JudgedItem, JudgingYear } from '../rules/year.ts'
import { committeeById } from '../store/committees.ts'
import { judgingOf } from '../store/views.ts'
import { type About, type JudgingAction, standing, workflow } from '../workflow.ts'

export type Here = Context<Env>

export const bodyOf = (c: Here): Promise<Body> => c.req.parseBody({ all: true })
export const doneIn = (c: Here): string | null => c.req.query('done') ?? null
export const onward = (c: Here, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}?done=${done}`), 303)

export const mustRead = (c: Here): void => {
  accept(permit(workflow, 'readWork', standing(c.var.ctx.actor), nothing))
}

/** Who looks, at this judging: what comes out of the store depends on it. */
export const viewerOf = (c: Here, id: CommitteeId): Viewer => {
  const { actor } = c.var.ctx
  const stands = standing(actor, { committee: id })
  return {
    id: actor.id,
    isMember: stands.has('member'),
    isSecretariat: stands.has('secretariat'),
  }
}

export async function yearAt(c: Here, committee: Committee): Promise<JudgingYear> {
  const { db, now } = c.var.ctx
  return judgingOf(db, committee, viewerOf(c, committee.id), localDate(now))
}

/** The judging of the address. To whoever neither works on it nor is its member it does not exist. */
export async function committeeAt(c: Here, as: 'work' | 'member'): Promise<Committee> {
  const committee = found(await committeeById(c.var.ctx.db, c.req.param('id') ?? ''))
  const stands = standing(c.var.ctx.actor, { committee: committee.id })
  const may =
    as === 'member' ? stands.has('member') : permit(workflow, 'readWork', stands, nothing).ok
  if (!may) throw new Refused({ kind: 'not-found' })
  return committee
}

export const offersOf = (
  c: Here,
  subject: { readonly state: string },
  about: About,
): ReadonlySet<JudgingAction> => offered(workflow, standing(c.var.ctx.actor, about), subject)

export const itemIn = ({ items }: JudgingYear, id: string | undefined): JudgedItem =>
  found(items.find(({ progress }) => progress.item.id === id))

/** Names of the members: a colleague's, or as the account has it. */
export async function nameOf(c: Here, year: JudgingYear): Promise<(user: string) => string> {
  const users = year.members.map(({ userId }) => userId)
  const names = await namesOf(c.var.ctx.db, users)
  return (user) => names.get(user) ?? user
}

/** A refusal that belongs to a field or to the page comes back there; everything else goes on. */
export async function attempt<T>(
  c: Here,
  act: () => Promise<T>,
): Promise<
  | { readonly done: T }
  | { readonly faults: Readonly<Record<string, string>>; readonly refused: string }
> {
  try {
    return { done: await act() }
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.refusal.kind !== 'refused') throw thrown
    const { reason, place = '' } = thrown.refusal
    const text = refusals[deskTongue(c.var.view)][reason] ?? reason
    return { faults: { [place]: text }, refused: text }
  }
}

export const verdictIn = (values: {
  readonly value: string | null
  readonly comment: string
  readonly course: Course | null
}): Verdict => ({ value: values.value ?? '', comment: values.comment, course: values.course })

export const filledWith = (scale: Scale, verdict: Verdict | undefined) =>
  blank(verdictForm(scale), {
    value: verdict?.value ?? '',
    comment: verdict?.comment ?? '',
    course: verdict?.course ?? '',
  })

export const itemParam = (c: Here): ItemId => (c.req.param('item') ?? '') as ItemId
