import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { errors } from '#design/messages/errors.ts'
import { at } from '#design/view.ts'
import { namesOf } from '#domains/staff/index.ts'
import { blank, type Filled, fill } from '#platform/form.ts'
import { found, type Refusal } from '#platform/result.ts'
import { evaluate, type MayEvaluate, plainSteps, sendBack } from '../actions/life.ts'
import { reasonForm } from '../forms.ts'
import { deskLocale, type LifeStep, lifeSteps } from '../messages/desk.ts'
import { StepPage } from '../pages/desk/step.tsx'
import { treeOf } from '../store/tree.ts'
import { itemsOf } from '../tree.ts'
import { urls } from '../urls.ts'
import {
  attempt,
  bodyOf,
  type DeskContext,
  mustBeAllowed,
  onward,
  planAt,
  yearPattern,
} from './lookup.ts'

/** Each step of a plan's life has a page that says what will happen; only its form does it. */
export const stepRoutes = (mayEvaluate: MayEvaluate) =>
  new Hono<Env>()
    .get(`${yearPattern}/steps/:step`, (c) => show(c, blank(reasonForm), mayEvaluate))
    .post(`${yearPattern}/steps/:step`, async (c) => {
      const { ctx } = c.var
      const { plan } = await planAt(c)
      const step = stepOf(c)
      mustBeAllowed(c, step, plan)
      const form = fill(reasonForm, await bodyOf(c))
      const reason = form.values?.reason
      if (step === 'sendBack' && reason === undefined) return show(c, form, mayEvaluate)
      const done = await attempt(() =>
        step === 'sendBack'
          ? sendBack(ctx, plan.id, reason ?? '')
          : step === 'evaluate'
            ? evaluate(ctx, plan.id, mayEvaluate)
            : plainSteps[step](ctx, plan.id),
      )
      if ('done' in done) return onward(c, urls.deskYear(plan.fiscalYear), 'stepped')
      return show(c, form, mayEvaluate, done.refusal)
    })

const stepOf = (c: DeskContext): LifeStep =>
  found(lifeSteps.find((one) => one === c.req.param('step')))

async function show(
  c: DeskContext,
  form: Filled<typeof reasonForm>,
  mayEvaluate: MayEvaluate,
  refusal?: Refusal,
) {
  const { ctx, view } = c.var
  const desk = await planAt(c)
  const { plan } = desk
  const names = await namesOf(ctx.db, plan.authors)
  const place = refusal?.kind === 'refused' ? (refusal.place ?? '') : ''
  const words = errors[deskLocale(view.locale)]
  const named = itemsOf(await treeOf(ctx.db, plan)).find((item) => item.code === place)
  return c.html(
    <StepPage
      {...desk}
      step={stepOf(c)}
      form={form}
      authors={plan.authors.map((id) => names.get(id) ?? id)}
      wrote={plan.authors.includes(ctx.actor.id)}
      lacking={
        stepOf(c) === 'evaluate' && plan.state === 'closing'
          ? await mayEvaluate(ctx.db, plan, ctx.now, view.locale)
          : []
      }
      {...(refusal && {
        refused: {
          text:
            refusal.kind === 'refused'
              ? (words.refusals[refusal.reason] ?? refusal.reason)
              : words.stale.title,
          path: named ? at(view, urls.deskItem(plan.fiscalYear, named.id)) : null,
          place,
        },
      })}
    />,
    refusal || Object.keys(form.faults).length ? 422 : 200,
  )
}
