import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { isId } from '#platform/id.ts'
import { Refused } from '#platform/result.ts'
import { lifeOf } from './follow.ts'
import { toPlanJson } from './intake/json.ts'
import { strictPlanForm } from './intake/json-form.ts'
import { headOf, publicRowsOf } from './intake/rows.ts'
import { commitments, leads } from './item.ts'
import { relations } from './lineage.ts'
import { type Plan, publicStates } from './plan.ts'
import { contentOf, toPublic } from './rules/content.ts'
import { planById } from './store/plans.ts'
import { itemById, treeOf } from './store/tree.ts'
import { isPublic, itemView, publicPlan, publicPlans } from './store/views.ts'

const summaryShape = z
  .object({
    fiscalYear: z
      .int()
      .meta({ description: '年度。4月1日に始まる年(平成24年度は 2012)', example: 2012 }),
    title: z.string(),
    state: z.enum(publicStates).meta({ description: '段階' }),
    publishedOn: z.iso.date().nullable(),
    commentUntil: z.iso.date().nullable().meta({ description: '意見募集の締切。案のときだけ' }),
    url: z.string(),
  })
  .meta({ id: 'PlanSummary' })

// z.json() is recursive, and the OpenAPI writer follows it without end.
const translated = z.record(z.string(), z.any())

const itemShape = z
  .object({
    id: z.string(),
    fiscalYear: z.int(),
    code: z.string().meta({ example: '1-3' }),
    measure: z.object({ number: z.int(), title: z.string() }),
    heading: z.object({ audience: z.enum(['citizens', 'staff']).nullable(), text: z.string() }),
    lead: z.enum(leads).nullable().meta({ description: '主体。★ citizens ● city ◎ both' }),
    title: z.string(),
    description: z.string(),
    departments: z.array(z.string()),
    commitment: z.enum(commitments).nullable(),
    considerUntil: z.iso.date().nullable(),
    yearsAtConsider: z.int().meta({ description: '検討のまま続く年度の数' }),
    citizenRole: z.string(),
    cityRole: z.string(),
    indicators: z.array(
      z.object({
        name: z.string(),
        unit: z.string(),
        baseline: z.number().nullable(),
        target: z.number().nullable(),
        direction: z.enum(['up', 'down', 'keep']),
      }),
    ),
    schedule: z.object({ q1: z.string(), q2: z.string(), q3: z.string(), q4: z.string() }),
    budgetYen: z.int().nullable().meta({ description: '予算(円)' }),
    articles: z.array(z.string()),
    translations: translated,
    life: z
      .array(
        z.object({
          fiscalYear: z.int(),
          relation: z.enum(relations).nullable(),
          reason: z.string(),
          items: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
        }),
      )
      .meta({ description: '年度をこえたあゆみ' }),
    amendments: z.array(
      z.object({
        on: z.iso.date(),
        reason: z.string(),
        before: translated,
        after: translated,
      }),
    ),
  })
  .meta({ id: 'PlanItem' })

const notFound = json(apiError, 'そのような計画・項目は公開されていません')

const listRoute = createRoute({
  method: 'get',
  path: '/plans',
  summary: '公開されている計画の一覧(新しい年度から)',
  responses: { 200: json(z.object({ plans: z.array(summaryShape) }), '計画の一覧') },
})
const planRoute = createRoute({
  method: 'get',
  path: '/plans/{year}',
  summary: '1つの年度の計画。取込にもそのまま使える形',
  request: { params: z.object({ year: z.coerce.number().int().meta({ example: 2012 }) }) },
  responses: { 200: json(strictPlanForm.meta({ id: 'Plan' }), '計画の全体'), 404: notFound },
})
const itemRoute = createRoute({
  method: 'get',
  path: '/items/{id}',
  summary: '1つの項目と、年度をこえたあゆみ',
  request: { params: z.object({ id: z.string().meta({ example: 'itm_4f7k' }) }) },
  responses: { 200: json(itemShape, '項目'), 404: notFound },
})

/** Everything that the public pages say, for programs. A draft does not exist here either. */
export const api = readApi<Env>()
  .openapi(listRoute, async (c) => {
    const plans = (await publicPlans(c.var.ctx.db)).map(summary)
    return c.json({ plans }, 200)
  })
  .openapi(planRoute, async (c) => {
    const plan = await publicPlan(c.var.ctx.db, c.req.valid('param').year)
    if (!plan) throw new Refused({ kind: 'not-found' })
    const { ctx, recall } = c.var
    const whole = await recall(`json ${plan.id}`, async () => {
      const tree = await treeOf(ctx.db, plan)
      return strictPlanForm.parse(toPlanJson(headOf(plan), publicRowsOf(tree)))
    })
    return c.json(whole, 200)
  })
  .openapi(itemRoute, async (c) => {
    const { db } = c.var.ctx
    const { id } = c.req.valid('param')
    const item = isId('itm', id) ? await itemById(db, id) : undefined
    const plan = item && (await planById(db, item.planId))
    if (!item || !plan || !isPublic(plan.state)) throw new Refused({ kind: 'not-found' })
    const tree = await c.var.recall(`tree ${plan.id}`, () => treeOf(db, plan))
    const seen = await itemView(db, tree, item.code)
    if (!seen) throw new Refused({ kind: 'not-found' })
    const { measure, group } = seen.placed
    const { owner: _owner, deputy: _deputy, ...content } = contentOf(item)
    const { planId: _plan, groupId: _group, version: _version, ...known } = toPublic(item)
    return c.json(
      {
        ...content,
        id: known.id,
        code: known.code,
        fiscalYear: plan.fiscalYear,
        measure: { number: measure.number, title: measure.title },
        heading: { audience: group.audience, text: group.text },
        departments: [...content.departments],
        indicators: [...content.indicators],
        articles: [...content.articles],
        translations: open(content.translations),
        yearsAtConsider: seen.considerYears,
        life: lifeOf(seen.threads, item.id).map((year) => ({
          ...year,
          items: year.items.map(({ id, code, title }) => ({ id, code, title })),
        })),
        amendments: seen.amendments.flatMap((a) =>
          a.approvedOn
            ? [{ on: a.approvedOn, reason: a.reason, before: open(a.before), after: open(a.after) }]
            : [],
        ),
      },
      200,
    )
  })

type Json = z.output<typeof translated>

/** As JSON holds it, without what only the city hall needs. */
function open(value: object): Json {
  const {
    owner: _owner,
    deputy: _deputy,
    ...rest
  } = translated.parse(JSON.parse(JSON.stringify(value)))
  return rest
}

const summary = (plan: Plan) => ({
  fiscalYear: plan.fiscalYear,
  title: plan.title,
  state: plan.state as (typeof publicStates)[number],
  publishedOn: 'publishedOn' in plan ? plan.publishedOn : null,
  commentUntil: plan.state === 'public-comment' ? plan.commentUntil : null,
  url: `/api/v1/plans/${plan.fiscalYear}`,
})
