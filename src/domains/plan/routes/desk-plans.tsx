import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { faultsIn } from '#design/messages/faults.ts'
import { namesOf } from '#domains/staff/index.ts'
import { localDate } from '#platform/calendar.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { accept } from '#platform/result.ts'
import { permit } from '#platform/workflow.ts'
import { create } from '../actions/life.ts'
import { mediaTypes, template } from '../files.ts'
import { createForm } from '../forms.ts'
import { deskWords } from '../messages/desk.ts'
import { DeskPlansPage } from '../pages/desk/list.tsx'
import { openIntakes } from '../store/intakes.ts'
import { plans } from '../store/plans.ts'
import { treeOf } from '../store/tree.ts'
import { itemsOf } from '../tree.ts'
import { urls } from '../urls.ts'
import { standing, workflow } from '../workflow.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  deskOf,
  mayCreate,
  mustBeAllowedToCreate,
  onward,
} from './lookup.ts'

/** /desk/plans: all plans, a new one, and the form that departments fill in. */
export const planRoutes = new Hono<Env>()
  .get('/', (c) => show(c, blank(createForm)))
  .post('/', async (c) => {
    mustBeAllowedToCreate(c)
    const form = fill(createForm, await bodyOf(c))
    const { d } = deskWords(c.var.view)
    const year = form.values?.year
    if (!form.values) return show(c, form)
    if (!year || year < 1900) return show(c, form, faultsIn(c.var.view).required)
    const made = await attempt(() => create(c.var.ctx, year, { title: form.values?.title ?? '' }))
    if ('done' in made) return onward(c, urls.deskYear(year), 'created')
    const { refusal } = made
    const reason = refusal.kind === 'refused' ? refusal.reason : ''
    return show(c, form, errors[c.var.view.locale].refusals[reason] ?? d.rollOver.exists(year))
  })
  .get('/template.xlsx', async (c) => {
    const { ctx } = c.var
    accept(permit(workflow, 'readDraft', standing(ctx.actor), { state: 'drafting' }))
    return c.body(await template(ctx.db, localDate(ctx.now)), 200, {
      'content-type': mediaTypes.xlsx,
      'content-disposition': 'attachment; filename="plan-template.xlsx"',
    })
  })

async function show(c: DeskContext, form: Filled<typeof createForm>, yearFault?: string) {
  const { ctx } = c.var
  accept(permit(workflow, 'readDraft', standing(ctx.actor), { state: 'drafting' }))
  const all = await plans(ctx.db)
  const trees = await Promise.all(all.map((plan) => treeOf(ctx.db, plan)))
  const intakes = mayCreate(c) ? await openIntakes(ctx.db) : []
  const names = await namesOf(ctx.db, [...new Set(intakes.map((i) => i.receivedBy))])
  const faulty = yearFault !== undefined || Object.keys(form.faults).length > 0
  return c.html(
    <DeskPlansPage
      {...deskOf(c)}
      plans={trees.map((tree) => ({ plan: tree.plan, items: itemsOf(tree).length }))}
      intakes={intakes}
      nameOf={(id) => names.get(id) ?? id}
      form={mayCreate(c) ? form : null}
      {...(yearFault !== undefined && { yearFault })}
    />,
    faulty ? 422 : 200,
  )
}
