import { post } from '#domains/notices/index.ts'
import { type Department, endDutyOn, insertDuty } from '#domains/staff/index.ts'
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  type IsoDate,
  localDate,
} from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Reader, Writer } from '#platform/database.ts'
import { newId } from '#platform/id.ts'
import type { Fact } from '#platform/ledger.ts'
import { accept, found, refuse } from '#platform/result.ts'
import { nothing, permit } from '#platform/workflow.ts'
import { appointed, asked } from '../kinds.ts'
import type { Appointment, AppointmentId } from '../liaison.ts'
import { termOf } from '../rules/year.ts'
import * as store from '../store/appointments.ts'
import { urls } from '../urls.ts'
import { type LiaisonAction, standing, workflow } from '../workflow.ts'
import { openYear } from './open-year.ts'
import { headOf, peopleOf, sectionOn, sectionsOn } from './sections.ts'

/** 推薦の依頼: asks the heads of these sections for a name. A section that was asked already is left out. */
export async function ask(
  ctx: Ctx,
  departments: readonly string[],
  fiscalYear: number,
): Promise<readonly Appointment[]> {
  accept(permit(workflow, 'ask', standing(ctx.actor), nothing))
  const today = localDate(ctx.now)
  if (!Number.isInteger(fiscalYear) || fiscalYear > fiscalYearOf(today) + 1) refuse('year-needed')
  if (fiscalYearEnd(fiscalYear) < today) refuse('year-is-over')
  const day = today > fiscalYearStart(fiscalYear) ? today : fiscalYearStart(fiscalYear)
  const sections = await sectionsOn(ctx.db, day)
  const wanted = sections.filter((d) => departments.includes(d.id))
  return ctx.record(async (tx) => {
    const known = await store.appointments(tx, fiscalYear)
    const waiting = (d: Department) =>
      known.some((a) => a.department === d.id && (a.state === 'asked' || a.state === 'named'))
    const fresh = wanted
      .filter((d) => !waiting(d))
      .map((d) => blank(ctx, d.id, fiscalYear, termOf(fiscalYear, today)))
    for (const one of fresh) {
      await store.insertAppointment(tx, one)
      await tellHead(tx, ctx, one)
    }
    const [first, ...rest] = fresh.map((a) => factOf('liaison.asked', 'ask', a))
    return [fresh, first ?? refuse('nobody-to-ask'), ...rest]
  })
}

/** Asks again. The clock does it after the days that the terms name; the secretariat when it likes. */
export const remind = (ctx: Ctx, id: AppointmentId) =>
  onAppointment(ctx, 'remind', id, async (tx, a) => {
    await tellHead(tx, ctx, a)
    return { ...a, remindedOn: localDate(ctx.now) }
  })

/** 推薦: the head names a person of the section; what was said on the phone the secretariat enters. */
export const name = (ctx: Ctx, id: AppointmentId, user: string) =>
  onAppointment(ctx, 'name', id, async (tx, a) => {
    const today = localDate(ctx.now)
    await mustServe(tx, a.department, user, a.from > today ? a.from : today)
    await mustBeFree(tx, a, user)
    return { ...a, state: 'named', user, namedOn: today, namedBy: ctx.actor.id }
  })

/** Back to the head, with the reason. */
export const sendBack = (ctx: Ctx, id: AppointmentId, reason: string) =>
  onAppointment(ctx, 'sendBack', id, async (tx, a) => {
    if (!reason.trim()) refuse('reason-needed')
    const back = { ...a, state: 'asked', user: null, namedOn: null, namedBy: null, reason } as const
    await tellHead(tx, ctx, back)
    return back
  })

export const withdraw = (ctx: Ctx, id: AppointmentId) =>
  onAppointment(ctx, 'withdraw', id, async (_tx, a) => ({ ...a, state: 'withdrawn' }))

/** 任命: gives the role for the term, and opens the section's duties of the year. */
export const appoint = (ctx: Ctx, id: AppointmentId) =>
  onAppointment(ctx, 'appoint', id, async (tx, a) => {
    const today = localDate(ctx.now)
    if (a.until < today) refuse('year-is-over')
    const from = today > a.from ? today : a.from
    const user = found(a.user ?? undefined)
    await mustServe(tx, a.department, user, from)
    const duty = newId('dty')
    await insertDuty(
      tx,
      {
        id: duty,
        user: user as `per_${string}`,
        role: 'liaison',
        department: a.department as `dep_${string}`,
        district: null,
        scheme: null,
        from,
        until: a.until,
        grantedBy: ctx.actor.id,
        reason: workflow.appoint.basis,
      },
      ctx.now,
    )
    await openYear(tx, a.department, a.fiscalYear, from)
    const { name: section } = await sectionOn(tx, a.department, from)
    await post(tx, ctx, appointed, {
      to: [user as `per_${string}`],
      thing: a.id,
      path: urls.mine,
      said: { section, from, until: a.until },
      key: `liaisons.appointed:${a.id}`,
    })
    const made = { appointedOn: today, appointedBy: ctx.actor.id, duty }
    return { ...a, state: 'appointed', from, ...made }
  })

/** Undone before the term begins: the role never comes. */
export const cancel = (ctx: Ctx, id: AppointmentId) =>
  onAppointment(ctx, 'cancel', id, async (tx, a) => {
    if (a.from <= localDate(ctx.now)) refuse('term-has-begun')
    if (a.duty) await endDutyOn(tx, a.duty, addDays(a.from, -1))
    return { ...a, state: 'withdrawn' }
  })

/** Ends on a day before the term is over; the role ends with it. */
export const end = (ctx: Ctx, id: AppointmentId, lastDay: IsoDate, reason: string) =>
  onAppointment(ctx, 'end', id, (tx, a) => ended(tx, a, lastDay, reason))

/** The same where somebody goes: part of a hand-over, in its own change. */
export async function leaveWithin(
  tx: Writer,
  ctx: Ctx,
  id: AppointmentId,
  lastDay: IsoDate,
): Promise<Fact> {
  const a = found(await store.appointmentById(tx, id))
  await permitted(ctx, tx, 'leave', a)
  await store.updateAppointment(tx, await ended(tx, a, lastDay, workflow.leave.basis))
  return factOf('liaison.ended', 'leave', { ...a, until: lastDay })
}

/** A successor within the year is named by whoever hands over; the secretariat appoints. */
export async function succeedWithin(
  tx: Writer,
  ctx: Ctx,
  before: Appointment,
  user: string,
  from: IsoDate,
): Promise<Fact> {
  const section = await sectionOn(tx, before.department, from)
  accept(permit(workflow, 'succeed', standing(ctx.actor, section), nothing))
  await mustServe(tx, before.department, user, from)
  await mustBeFree(tx, before, user)
  const today = localDate(ctx.now)
  const next: Appointment = {
    ...blank(ctx, before.department, before.fiscalYear, { from, until: before.until }),
    state: 'named',
    user,
    namedOn: today,
    namedBy: ctx.actor.id,
  }
  await store.insertAppointment(tx, next)
  return factOf('liaison.named', 'succeed', next)
}

async function ended(
  tx: Writer,
  a: Appointment,
  lastDay: IsoDate,
  reason: string,
): Promise<Appointment> {
  if (lastDay < a.from || lastDay > a.until) refuse('day-outside-term')
  if (!reason.trim()) refuse('reason-needed')
  if (a.duty) await endDutyOn(tx, a.duty, lastDay)
  return { ...a, state: 'ended', until: lastDay, reason }
}

const facts = {
  remind: 'liaison.reminded',
  name: 'liaison.named',
  sendBack: 'liaison.sent-back',
  withdraw: 'liaison.request-withdrawn',
  appoint: 'liaison.appointed',
  cancel: 'liaison.appointment-cancelled',
  end: 'liaison.ended',
} as const satisfies Partial<Record<LiaisonAction, Fact['fact']>>

async function onAppointment(
  ctx: Ctx,
  action: keyof typeof facts,
  id: AppointmentId,
  change: (tx: Writer, a: Appointment) => Promise<Appointment>,
): Promise<Appointment> {
  return ctx.record(async (tx) => {
    const a = found(await store.appointmentById(tx, id))
    await permitted(ctx, tx, action, a)
    const next = await change(tx, a)
    await store.updateAppointment(tx, next)
    return [next, factOf(facts[action], action, next)]
  })
}

async function permitted(ctx: Ctx, db: Reader, action: LiaisonAction, a: Appointment) {
  const today = localDate(ctx.now)
  const section = await sectionOn(db, a.department, a.from > today ? a.from : today)
  accept(permit(workflow, action, standing(ctx.actor, section), a))
}

async function mustServe(db: Reader, department: string, user: string, on: IsoDate) {
  const people = await peopleOf(db, department, on)
  if (!people.some((p) => p.user === user)) refuse('not-of-the-section')
}

async function mustBeFree(db: Reader, of: Appointment, user: string) {
  const taken = (await store.appointments(db, of.fiscalYear)).some(
    (a) =>
      a.department === of.department &&
      a.user === user &&
      (a.state === 'named' || a.state === 'appointed'),
  )
  if (taken) refuse('is-liaison-already')
}

async function tellHead(tx: Writer, ctx: Ctx, a: Appointment) {
  const today = localDate(ctx.now)
  const head = headOf(await peopleOf(tx, a.department, today))
  const section = await sectionOn(tx, a.department, a.from > today ? a.from : today)
  await post(tx, ctx, asked, {
    to: head ? [head.user] : [],
    thing: a.id,
    path: urls.section(a.department),
    said: { section: section.name, year: a.fiscalYear },
    key: `liaisons.asked:${a.id}:${a.version}`,
  })
}

const factOf = (fact: Fact['fact'], action: LiaisonAction, a: Appointment): Fact => ({
  fact,
  subject: a.id,
  basis: workflow[action].basis,
  detail: { section: a.department, year: a.fiscalYear, until: a.until },
})

const blank = (
  ctx: Ctx,
  department: string,
  fiscalYear: number,
  term: { readonly from: IsoDate; readonly until: IsoDate },
): Appointment => ({
  id: newId('lia'),
  version: 1,
  department,
  fiscalYear,
  state: 'asked',
  user: null,
  ...term,
  askedOn: localDate(ctx.now),
  askedBy: ctx.actor.id,
  remindedOn: null,
  namedOn: null,
  namedBy: null,
  appointedOn: null,
  appointedBy: null,
  duty: null,
  reason: '',
})
