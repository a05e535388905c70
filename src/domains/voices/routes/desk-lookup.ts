import type { Context } from 'hono'
import { toldIn } from '#design/desk-tongue.ts'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { departments, namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import type { Body } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found, Refused } from '#platform/result.ts'
import { nothing, offered, permit } from '#platform/workflow.ts'
import { workersOf } from '../actions/notes.ts'
import { openedOf } from '../actions/opened.ts'
import { workRefusals } from '../messages/work-refusals.ts'
import type { Desk } from '../pages/work/frame.tsx'
import type { Point } from '../point.ts'
import { pointById } from '../store/points.ts'
import { voiceById } from '../store/voices.ts'
import type { Original, Voice } from '../voice.ts'
import { type Standing, standing, type VoiceAction, workflow } from '../workflow.ts'

export { attempt } from '#platform/attempt.ts'
export { said, versionIn } from '#platform/form.ts'

export type DeskContext = Context<Env>

/**
 * The frame of every page, for those who read the work of any section; or who may do something anywhere, asked
 * before anything is said of what it is done to.
 */
export function deskOf(
  c: DeskContext,
  action: VoiceAction = 'readWork',
  subject: { readonly state: string } = nothing,
): Desk {
  const { view, ctx } = c.var
  const stands = standing(ctx.actor)
  accept(permit(workflow, action, stands, subject))
  const { department } = ctx.actor
  return {
    view,
    today: localDate(ctx.now),
    isOffice: stands.has('secretariat'),
    isHead: stands.has('head'),
    ...(department !== undefined && { department }),
  }
}

export function mustBeAllowed(c: DeskContext, action: VoiceAction): void {
  accept(permit(workflow, action, standing(c.var.ctx.actor), nothing))
}

/** A voice with all that its page knows, for those who work on it, were asked about it, or read the whole city. */
export interface Worked {
  readonly voice: Voice
  readonly points: readonly Point[]
  readonly notes: Awaited<ReturnType<typeof workersOf>>['notes']
  readonly offers: ReadonlySet<VoiceAction>
  readonly mayReadOriginal: boolean
}

/** Reads the sender's own words, and looks at their pictures; auditors read what the city made of them. */
export const works = (stands: ReadonlySet<Standing>) =>
  (['section', 'head', 'secretariat'] as const).some((one) => stands.has(one))

export async function voiceAt(c: DeskContext): Promise<Worked> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('voi', id)) throw new Refused({ kind: 'not-found' })
  const { ctx } = c.var
  const voice = await voiceById(ctx.db, id)
  const { points, notes, answering, all } = await workersOf(ctx, id)
  const near = standing(ctx.actor, { sections: all })
  // Whoever may not read it does not hear whether it is there.
  accept(permit(workflow, 'readWork', near, nothing))
  const own = standing(ctx.actor, { sections: answering })
  const one = found(voice)
  const offers = new Set(offered(workflow, own, one))
  // Who was asked answers with a note, and with nothing else.
  if (permit(workflow, 'note', near, one).ok) offers.add('note')
  return { voice: one, points, notes, offers, mayReadOriginal: works(near) }
}

export interface WorkedPoint {
  readonly point: Point
  readonly voice: Voice
  readonly offers: ReadonlySet<VoiceAction>
  readonly mayReadOriginal: boolean
}

export async function pointAt(c: DeskContext): Promise<WorkedPoint> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  if (!isId('vpt', id)) throw new Refused({ kind: 'not-found' })
  const { ctx } = c.var
  const point = found(await pointById(ctx.db, id))
  const { all } = await workersOf(ctx, point.voice)
  const near = standing(ctx.actor, { sections: all })
  accept(permit(workflow, 'readWork', near, nothing))
  const voice = found(await voiceById(ctx.db, point.voice))
  const own = standing(ctx.actor, { sections: [point.section], point })
  const ofVoice = offered(workflow, own, voice)
  const offers = new Set(offered(workflow, own, point))
  for (const one of ['retriage', 'settle'] as const) if (ofVoice.has(one)) offers.add(one)
  return { point, voice, offers, mayReadOriginal: works(near) }
}

/** Refused as the action itself would: before a form is looked at, so that a stranger learns nothing of it. */
export function mustOffer(
  { offers }: Pick<WorkedPoint, 'offers'>,
  action: VoiceAction,
  subject: { readonly state: string },
): void {
  if (offers.has(action)) return
  const { basis, from } = workflow[action]
  const isOpen = (from as readonly string[]).includes(subject.state)
  throw new Refused(
    isOpen
      ? { kind: 'not-allowed', action, basis }
      : { kind: 'wrong-state', action, state: subject.state, basis },
  )
}

export const originalOf = async (
  c: DeskContext,
  voice: Voice,
  may: boolean,
): Promise<Original | null> => (may ? (await openedOf(c.var.ctx, voice)).original : null)

/** Sections of today that can be asked to answer. */
export const sectionNames = async (c: DeskContext): Promise<readonly string[]> =>
  (await departments(c.var.ctx.db, localDate(c.var.ctx.now)))
    .filter(({ kind }) => kind !== 'collective')
    .map(({ name }) => name)

export const bodyOf = (c: DeskContext): Promise<Body> => c.req.parseBody({ all: true })

/** On to a page of the desk, with a notice by its key. */
export const onward = (c: DeskContext, path: string, done: string) =>
  c.redirect(at(c.var.view, `${path}${path.includes('?') ? '&' : '?'}done=${done}`), 303)

/** In the words of this desk, or in those that the whole site shares. */
export const sayReason = (c: DeskContext, reason: string): string =>
  toldIn(c.var.view, workRefusals)[reason] ??
  errors[c.var.view.locale].refusals[reason] ??
  errors.ja.refusals[reason] ??
  reason

/** How the people behind these ids are called; the system is called by its own name. */
export async function namer(
  c: DeskContext,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const names = await namesOf(c.var.ctx.db, [...new Set(ids)])
  return (id) => names.get(id) ?? ''
}
