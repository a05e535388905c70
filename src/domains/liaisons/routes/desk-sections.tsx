import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { namesOf } from '#domains/staff/index.ts'
import type { IsoDate } from '#platform/calendar.ts'
import type { Reader } from '#platform/database.ts'
import { blank } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { found } from '#platform/result.ts'
import * as actions from '../actions/appoint.ts'
import { yearOf } from '../actions/look.ts'
import { peopleOf, sectionOn } from '../actions/sections.ts'
import { endForm, nameForm, reasonForm } from '../forms.ts'
import type { Appointment } from '../liaison.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { SectionPage, type SectionProps } from '../pages/section.tsx'
import type { OpenHandover, SectionYear } from '../section-year.ts'
import { appointmentById, appointments } from '../store/appointments.ts'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  fillPart,
  mayRead,
  mustBeAllowed,
  mustRead,
  namer,
  offers,
  onward,
  sayRefusal,
  todayOf,
  yearIn,
} from './lookup.ts'

/** Hand-overs of a section that are not closed: they stand on a higher shelf, and the shell hands them in. */
export type OpenHandovers = (
  db: Reader,
  section: string,
  today: IsoDate,
) => Promise<readonly OpenHandover[]>

/** /desk/liaisons: who is the liaison of each section; asking, naming, appointing, ending. */
export function sectionRoutes(handovers: OpenHandovers) {
  const show = async (c: DeskContext, id: string, typed?: Typed) =>
    showSection(c, id, await handovers(c.var.ctx.db, id, todayOf(c)), typed)
  return new Hono<Env>()
    .get('/', async (c) => {
      const desk = deskOf(c)
      const { year, years, on } = await yearIn(c)
      const lines = await yearOf(c.var.ctx.db, year, on)
      const mayOpen = ({ section }: SectionYear) => mayRead(c, section)
      const props = { year, years, lines, mayOpen }
      return c.html(<OverviewPage {...desk} {...props} />)
    })
    .post('/ask', async (c) => {
      mustBeAllowed(c, 'ask')
      const { year, section } = await bodyOf(c)
      const wanted = (typeof section === 'string' ? section : '').split(',').filter(Boolean)
      await actions.ask(c.var.ctx, wanted, Number(year))
      const [only, ...more] = wanted
      const path = only && !more.length ? urls.section(only) : urls.desk
      return onward(c, path, 'asked')
    })
    .get('/sections/:id', (c) => show(c, c.req.param('id')))
    .post('/appointments/:id/name', async (c) => {
      const a = await appointmentAt(c)
      const form = fillPart(nameForm, await bodyOf(c), 'name')
      const { values } = form
      if (!values) return show(c, a.department, { naming: form })
      const named = await attempt(() => actions.name(c.var.ctx, a.id, values.user))
      if ('refusal' in named) {
        const fault = { field: 'user', text: sayRefusal(c, named.refusal) }
        return show(c, a.department, { naming: form, fault })
      }
      return onward(c, urls.section(a.department), 'named')
    })
    .post('/appointments/:id/remind', async (c) => {
      const { department } = await actions.remind(c.var.ctx, (await appointmentAt(c)).id)
      return onward(c, urls.section(department), 'reminded')
    })
    .post('/appointments/:id/withdraw', async (c) => {
      const { department } = await actions.withdraw(c.var.ctx, (await appointmentAt(c)).id)
      return onward(c, urls.section(department), 'withdrawn')
    })
    .post('/appointments/:id/send-back', async (c) => {
      const a = await appointmentAt(c)
      const form = fillPart(reasonForm, await bodyOf(c), 'back')
      if (!form.values) return show(c, a.department, { sendingBack: form })
      await actions.sendBack(c.var.ctx, a.id, form.values.reason)
      return onward(c, urls.section(a.department), 'back')
    })
    .post('/appointments/:id/appoint', async (c) => {
      const { department } = await actions.appoint(c.var.ctx, (await appointmentAt(c)).id)
      return onward(c, urls.section(department), 'appointed')
    })
    .post('/appointments/:id/cancel', async (c) => {
      const { department } = await actions.cancel(c.var.ctx, (await appointmentAt(c)).id)
      return onward(c, urls.section(department), 'withdrawn')
    })
    .post('/appointments/:id/end', async (c) => {
      const a = await appointmentAt(c)
      const form = fillPart(endForm, await bodyOf(c), 'end')
      const { values } = form
      if (!values) return show(c, a.department, { ending: form })
      const ended = await attempt(() =>
        actions.end(c.var.ctx, a.id, values.lastDay ?? '', values.reason),
      )
      if ('refusal' in ended) {
        const fault = { field: 'lastDay', text: sayRefusal(c, ended.refusal) }
        return show(c, a.department, { ending: form, fault })
      }
      return onward(c, urls.section(a.department), 'ended')
    })
}

async function appointmentAt(c: DeskContext): Promise<Appointment> {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  return found(isId('lia', id) ? await appointmentById(c.var.ctx.db, id) : undefined)
}

type Typed = Partial<Pick<SectionProps, 'naming' | 'sendingBack' | 'ending' | 'fault'>>

async function showSection(
  c: DeskContext,
  id: string,
  handovers: readonly OpenHandover[],
  typed?: Typed,
) {
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const { year, on } = await yearIn(c)
  const section = await sectionOn(db, id, on)
  mustRead(c, section)
  const line = found((await yearOf(db, year, on)).find((one) => one.section.id === id))
  const mine = (await appointments(db)).filter((a) => a.department === id)
  const over = mine.filter(
    (a) =>
      a.until < desk.today ||
      a.state === 'withdrawn' ||
      (a.state === 'ended' && a.until < desk.today),
  )
  const names = await namesOf(db, [...new Set(mine.flatMap((a) => a.user ?? []))])
  // Whom the head may name serves when the term begins; before April that is tomorrow's section.
  const asked = line.pending.find((a) => a.state === 'asked')
  const day = asked && asked.from > desk.today ? asked.from : desk.today
  const there = await peopleOf(db, id, day)
  return c.html(
    <SectionPage
      {...desk}
      year={year}
      line={line}
      handovers={handovers}
      past={over.map((a) => ({ appointment: a, name: names.get(a.user ?? '') ?? '' }))}
      posts={(await termsOn(db, todayOf(c))).posts}
      candidates={there.map(({ user, name, post }) => ({ user, name, post }))}
      nameOf={
        await namer(
          c,
          mine.map((a) => a.user),
        )
      }
      offers={(of) => offers(c, of, section)}
      naming={blank(nameForm)}
      sendingBack={blank(reasonForm)}
      ending={blank(endForm)}
      {...typed}
    />,
    typed ? 422 : 200,
  )
}
