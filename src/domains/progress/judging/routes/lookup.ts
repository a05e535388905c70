import type { Context } from 'hono'
import { deskTongue } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import { refusals } from '#design/messages/refusals.ts'
import { at, type Locale } from '#design/view.ts'
import type { ItemId } from '#domains/plan/index.ts'
import { namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank } from '#platform/form.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import type { Scale } from '../../progress.ts'
import { verdictForm } from '../forms.ts'
import type { Committee, CommitteeId, Course, Verdict } from '../judging.ts'
import type { Wrong } from '../pages/wrong.tsx'
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

/** Refuses whoever may never take a step, before anything of it is shown; the state is the action's to say. */
export const mustBeSecretariat = (c: Here, action: JudgingAction): void => {
  const [state = ''] = workflow[action].from
  accept(permit(workflow, action, standing(c.var.ctx.actor), { state }))
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
  const year = await judgingOf(db, committee, viewerOf(c, committee.id), localDate(now))
  const name = await nameOf(c, year)
  // Those who joined together, by name: their ids are in no order that a person knows.
  const members = year.members.toSorted(
    (a, b) =>
      a.joinedOn.localeCompare(b.joinedOn) ||
      a.capacity.localeCompare(b.capacity, 'ja') ||
      name(a.userId).localeCompare(name(b.userId), 'ja'),
  )
  return { ...year, members }
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

/** The words of refusals at the desk, and on a member's own pages. */
export const atDesk = (c: Here): Locale => deskTongue(c.var.view)
export const asMember = (c: Here): Locale => c.var.view.locale

/**
 * An attempt that comes back to its page: a refusal at its field where the form has it, else over the form; and
 * whatever another person did in between. Everything else goes on.
 */
export async function attempt<T>(
  locale: Locale,
  names: readonly string[],
  act: () => Promise<T>,
): Promise<{ readonly done: T } | Wrong> {
  try {
    return { done: await act() }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    const { refusal } = thrown
    const words = refusals[locale]
    if (refusal.kind === 'stale' || refusal.kind === 'wrong-state')
      return { faults: {}, refused: words[refusal.kind] ?? refusal.kind, stale: true }
    if (refusal.kind !== 'refused') throw thrown
    const { reason, place = '' } = refusal
    const text = words[reason] ?? reason
    const isField = names.includes(place)
    return {
      faults: isField ? { [place]: text } : {},
      refused: isField ? '' : `${text}${place && ` (${place})`}`,
      stale: late.has(reason),
    }
  }
}

/** Refused because time went on, or another person did: the form is not offered any more. */
const late: ReadonlySet<string> = new Set([
  'mark-is-given',
  'marks-due-passed',
  'papers-are-out',
  'not-answering',
  'not-your-item',
  'has-followed',
])

/** A form that came back: 409 where somebody was faster, else 422. */
export const statusOf = (form: unknown, wrong: Wrong | undefined): 200 | 409 | 422 =>
  wrong?.stale ? 409 : form || wrong ? 422 : 200

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
