import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Department } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Field, type Fields, type Filled, fill } from '#platform/form.ts'
import { isId } from '#platform/id.ts'
import { accept, found } from '#platform/result.ts'
import { offered, permit } from '#platform/workflow.ts'
import { sectionsOn } from '../actions/sections.ts'
import { setTerms } from '../actions/set-terms.ts'
import * as actions from '../actions/train.ts'
import { attendanceFile } from '../files.ts'
import {
  dutyTermsForm,
  presentForm,
  reasonForm,
  reportForm,
  termsForm,
  trainingForm,
} from '../forms.ts'
import type { Attendance } from '../liaison.ts'
import { TermsPage } from '../pages/terms.tsx'
import { TrainingPage, type TrainingProps, TrainingsPage } from '../pages/trainings.tsx'
import { allTerms, termsOn } from '../store/terms.ts'
import { attendance, trainingById, trainings } from '../store/trainings.ts'
import type { LiaisonTerms } from '../terms.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  bodyOf,
  type DeskContext,
  deskOf,
  mustBeAllowed,
  namer,
  onward,
  send,
  yearIn,
} from './lookup.ts'

/** A day that has to be said: a training without one is none. */
const dated = { ...trainingForm, heldOn: needed(trainingForm.heldOn) }
function needed(field: Field<string | null>): Field<string> {
  const schema = field.schema.refine((day) => day !== null, 'required')
  return { ...field, required: true, schema: schema as unknown as Field<string>['schema'] }
}

/** /desk/liaisons: trainings, who was there, and the terms. */
export const trainingRoutes = new Hono<Env>()
  .get('/trainings', (c) => list(c, blank(dated)))
  .post('/trainings', async (c) => {
    mustBeAllowed(c, 'planTraining')
    const form = fill(dated, await bodyOf(c))
    if (!form.values) return list(c, form, 422)
    const { id } = await actions.planTraining(c.var.ctx, form.values)
    return onward(c, urls.training(id), 'planned')
  })
  .get('/:file{trainings-[0-9]{4}\\.csv}', async (c) => {
    const { today } = deskOf(c)
    const year = Number(c.req.param('file').slice('trainings-'.length, -'.csv'.length))
    const { db } = c.var.ctx
    const all = await trainings(db, year)
    const came = await attendance(db, { year })
    const nameOf = await namer(
      c,
      came.map((a) => a.user),
    )
    const sections = await sectionsOn(db, today)
    const rows = came.flatMap((one) => {
      const training = all.find((t) => t.id === one.training)
      const section = sections.find((d) => d.id === one.department)?.name ?? ''
      return training ? [{ training, attendance: one, section, name: nameOf(one.user) }] : []
    })
    return send(c, attendanceFile(year, rows))
  })
  .get('/trainings/:id', (c) => show(c))
  .post('/trainings/:id', async (c) => {
    const training = await trainingAt(c)
    accept(permit(workflow, 'editTraining', standing(c.var.ctx.actor), training))
    const form = fill(dated, await bodyOf(c))
    if (!form.values) return show(c, { form })
    await actions.editTraining(c.var.ctx, training.id, form.values)
    return onward(c, urls.training(training.id), 'saved')
  })
  .post('/trainings/:id/invite', async (c) => {
    const { id } = await actions.invite(c.var.ctx, (await trainingAt(c)).id)
    return onward(c, urls.training(id), 'invited')
  })
  .post('/trainings/:id/attendance', async (c) => {
    const { id } = await trainingAt(c)
    const { values } = fill(presentForm, await bodyOf(c))
    await actions.markAttendance(c.var.ctx, id, values?.present ?? [])
    return onward(c, urls.training(id), 'saved')
  })
  .post('/trainings/:id/cancel', async (c) => {
    const training = await trainingAt(c)
    accept(permit(workflow, 'cancelTraining', standing(c.var.ctx.actor), training))
    const form = fill(reasonForm, await bodyOf(c))
    if (!form.values) return show(c, { cancelling: form })
    await actions.cancelTraining(c.var.ctx, training.id, form.values.reason)
    return onward(c, urls.training(training.id), 'cancelled')
  })
  .post('/trainings/:id/report', async (c) => {
    const training = await trainingAt(c)
    accept(permit(workflow, 'report', (await mine(c)).standing, training))
    const form = fill(reportForm, await bodyOf(c))
    if (!form.values) return show(c, { reporting: form })
    await actions.report(c.var.ctx, training.id, form.values.report)
    return onward(c, urls.training(training.id), 'saved')
  })
  .get('/terms', async (c) => {
    mustBeAllowed(c, 'setTerms')
    const now = await termsOn(c.var.ctx.db, localDate(c.var.ctx.now))
    return terms(c, blank(formOf(now), knownOf(now)))
  })
  .post('/terms', async (c) => {
    mustBeAllowed(c, 'setTerms')
    const now = await termsOn(c.var.ctx.db, localDate(c.var.ctx.now))
    const form = fill(formOf(now), await bodyOf(c))
    const { values } = form
    if (!values) return terms(c, form, 422)
    const said = (key: string) => String(values[key] ?? '')
    await setTerms(c.var.ctx, said('from'), {
      showNames: values.names === 'show',
      posts: said('posts'),
      remindAfterDays: Number(values.remindAfterDays ?? now.remindAfterDays),
      quietAfterDays: Number(values.quietAfterDays ?? now.quietAfterDays),
      duties: now.duties.map((duty) => ({
        ...duty,
        due: said(`due.${duty.kind}`),
        asked: values[`asked.${duty.kind}`] === 'yes',
      })),
    })
    return onward(c, urls.terms, 'saved')
  })

const formOf = (now: LiaisonTerms): Fields => ({
  ...termsForm,
  from: needed(termsForm.from),
  ...dutyTermsForm(now.duties.map((d) => d.kind)),
})

const knownOf = (now: LiaisonTerms) => ({
  names: now.showNames ? 'show' : 'hide',
  posts: now.posts,
  remindAfterDays: now.remindAfterDays,
  quietAfterDays: now.quietAfterDays,
  ...Object.fromEntries(
    now.duties.flatMap((d) => [
      [`due.${d.kind}`, d.due.replace('-', '/')],
      [`asked.${d.kind}`, d.asked ? 'yes' : 'no'],
    ]),
  ),
})

async function terms(c: DeskContext, form: Filled<Fields>, status: 200 | 422 = 200) {
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const past = await allTerms(db)
  const nameOf = await namer(
    c,
    past.map((one) => one.setBy),
  )
  return c.html(
    <TermsPage
      {...desk}
      terms={await termsOn(db, desk.today)}
      past={past.map((one) => ({ from: one.from, by: nameOf(one.setBy) }))}
      form={form}
    />,
    status,
  )
}

async function list(c: DeskContext, form: Filled<typeof dated>, status: 200 | 422 = 200) {
  const desk = deskOf(c)
  const { db } = c.var.ctx
  const { year } = await yearIn(c)
  const all = await trainings(db, year)
  const came = await attendance(db, { year })
  const sections = await sectionsOn(db, desk.today)
  const counts = sections.map((section) => ({
    section,
    count: new Set(
      came
        .filter((a) => a.department === section.id && a.state === 'attended')
        .map((a) => a.training),
    ).size,
  }))
  return c.html(
    <TrainingsPage
      {...desk}
      year={year}
      list={all.map((training) => {
        const own = came.filter((a) => a.training === training.id)
        const there = own.filter((a) => a.state === 'attended')
        return { training, came: there.length, asked: own.length }
      })}
      counts={all.length ? counts : []}
      form={desk.organises ? form : null}
    />,
    status,
  )
}

async function trainingAt(c: DeskContext) {
  deskOf(c)
  const id = c.req.param('id') ?? ''
  return found(isId('trn', id) ? await trainingById(c.var.ctx.db, id) : undefined)
}

/** How this person stands to the training of the address: whoever was there may report. */
async function mine(c: DeskContext) {
  const { db, actor } = c.var.ctx
  const training = await trainingAt(c)
  const people = await attendance(db, { training: training.id })
  const own = people.find((a) => a.user === actor.id)
  return { training, people, own, standing: standing(actor, undefined, own?.state === 'attended') }
}

/** As the organisation is written, so that a list of forty people is found through; who left it last. */
function inOrderOf(sections: readonly Department[], people: readonly Attendance[]) {
  const known = sections.flatMap((section) =>
    people.flatMap((one) => (one.department === section.id ? [{ attendance: one, section }] : [])),
  )
  const ids = new Set<string>(sections.map(({ id }) => id))
  const gone = people.filter((one) => !ids.has(one.department))
  return [...known, ...gone.map((one) => ({ attendance: one, section: undefined }))]
}

type Typed = Partial<Pick<TrainingProps, 'form' | 'reporting' | 'cancelling'>>

async function show(c: DeskContext, typed?: Typed) {
  const desk = deskOf(c)
  const { training, people, own, standing: stands } = await mine(c)
  const nameOf = await namer(
    c,
    people.map((a) => a.user),
  )
  const sections = await sectionsOn(c.var.ctx.db, desk.today)
  const { title, level, heldOn, place, materials } = training
  return c.html(
    <TrainingPage
      {...desk}
      training={training}
      people={inOrderOf(sections, people).map(({ attendance: one, section }) => ({
        attendance: one,
        name: nameOf(one.user),
        section: section?.name ?? '',
      }))}
      offers={offered(workflow, stands, training)}
      form={blank(trainingForm, { title, level, heldOn, place, materials })}
      reporting={blank(reportForm, { report: own?.report ?? '' })}
      cancelling={blank(reasonForm)}
      {...typed}
    />,
    typed ? 422 : 200,
  )
}
