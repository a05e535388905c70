import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { planById } from '#domains/plan/index.ts'
import { blank, fill } from '#platform/form.ts'
import { found } from '#platform/result.ts'
import { explain } from '../actions/explain.ts'
import { explainForm } from '../forms.ts'
import { ExplainPage, type ExplainProps } from '../pages/desk/explain.tsx'
import { explanations } from '../store/explanations.ts'
import { yearProgress } from '../store/views.ts'
import { urls } from '../urls.ts'
import { bodyOf, type DeskContext, deskOf, itemAt, namer, onward } from './desk-lookup.ts'

const path = '/desk/progress/items/:id/explain'

/** The section's own word on an alarm of its item. */
export const explainRoutes = new Hono<Env>()
  .get(path, (c) => show(c, {}))
  .post(path, async (c) => {
    const item = await itemAt(c)
    const form = fill(explainForm, await bodyOf(c))
    const { values } = form
    if (!values) return show(c, { form }, 422)
    await explain(c.var.ctx, { itemId: item.id, ...values })
    return onward(c, urls.explain(item.id), 'explained')
  })

async function show(c: DeskContext, typed: Partial<ExplainProps>, status: 200 | 422 = 200) {
  const item = await itemAt(c)
  const { db } = c.var.ctx
  const desk = deskOf(c)
  const plan = found(await planById(db, item.planId))
  const year = await yearProgress(db, plan, desk.today)
  const own = year.items.find((one) => one.item.id === item.id)
  const said = await explanations(db, [item.id])
  return c.html(
    <ExplainPage
      {...desk}
      item={item}
      alarms={own?.alarms ?? []}
      said={said}
      nameOf={
        await namer(
          c,
          said.map((one) => one.saidBy),
        )
      }
      form={blank(explainForm)}
      {...typed}
    />,
    status,
  )
}
