import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { publicPlan, publicPlans } from '#domains/plan/index.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { found, Refused } from '#platform/result.ts'
import { kinds } from '../progress.ts'
import { courses, occasions, stances } from './judging.ts'
import { judgementRows } from './rules/rows.ts'
import type { JudgingYear } from './rules/year.ts'
import { judgingsOf } from './store/course.ts'

const layer = z
  .union([
    z.object({
      value: z.string().meta({ description: 'その年の尺度の記号' }),
      label: z.string(),
      kind: z.enum(kinds).nullable().meta({ description: '年度をこえて比べるための意味' }),
      course: z.enum(courses).nullable().meta({ description: '今後の方向性' }),
      comment: z.string(),
    }),
    z.object({ waived: z.string().meta({ description: 'この層を省いた理由' }) }),
  ])
  .nullable()

const rowShape = z
  .object({
    fiscalYear: z.int(),
    occasion: z.enum(occasions).meta({ description: '中間点検か、年度末か' }),
    measure: z.int(),
    code: z.string(),
    title: z.string(),
    layers: z
      .object({ section: layer, secretariat: layer, committee: layer })
      .meta({ description: '自己評価、内部評価、外部評価。平均はありません' }),
    differs: z.boolean().meta({ description: '3つの層の意味が分かれているか' }),
    spread: z.record(z.string(), z.int()).meta({ description: '委員の採点の内わけ(人数)' }),
    remarks: z.array(
      z.object({
        kind: z.enum(['committee', 'minority']),
        text: z.string(),
        section: z.string(),
        stance: z.enum(stances).nullable(),
        reason: z.string(),
        led: z
          .object({ kind: z.enum(['amendment', 'item']), fiscalYear: z.int(), code: z.string() })
          .nullable()
          .meta({ description: '計画のどこに移したか(公開されたものだけ)' }),
      }),
    ),
  })
  .meta({ id: 'Judgement' })

const summaryShape = z
  .object({
    fiscalYear: z.int().meta({ example: 2012 }),
    occasion: z.enum(occasions),
    committee: z.string(),
    publishedOn: z.iso.date(),
    items: z.int(),
    differing: z.int().meta({ description: '評価が分かれた項目の数' }),
    url: z.string(),
  })
  .meta({ id: 'JudgingSummary' })

const listRoute = createRoute({
  method: 'get',
  path: '/judgements',
  summary: '公表された評価(新しい年度から)',
  responses: { 200: json(z.object({ judgings: z.array(summaryShape) }), '評価の一覧') },
})
const yearRoute = createRoute({
  method: 'get',
  path: '/plans/{year}/judgements',
  summary: '1つの年度の、項目ごとの3つの評価と、意見への回答',
  request: { params: z.object({ year: z.coerce.number().int().meta({ example: 2012 }) }) },
  responses: {
    200: json(
      z.object({ judgings: z.array(summaryShape), items: z.array(rowShape) }),
      '年度の評価',
    ),
    404: json(apiError, 'その年度の評価は公表されていません'),
  },
})

/** What the public page says of judgements, for programs. What is not published does not exist here either. */
export const api = readApi<Env>()
  .openapi(listRoute, async (c) => {
    const judgings: z.output<typeof summaryShape>[] = []
    for (const plan of await publicPlans(c.var.ctx.db))
      for (const year of await judgingsOf(c.var, plan)) judgings.push(summaryOf(year))
    return c.json({ judgings }, 200)
  })
  .openapi(yearRoute, async (c) => {
    const plan = found(await publicPlan(c.var.ctx.db, c.req.valid('param').year))
    const years = await judgingsOf(c.var, plan)
    if (!years.length) throw new Refused({ kind: 'not-found' })
    return c.json({ judgings: years.map(summaryOf), items: years.flatMap(judgementRows) }, 200)
  })

const summaryOf = (year: JudgingYear) => {
  const { committee } = year
  const rows = judgementRows(year)
  return {
    fiscalYear: committee.fiscalYear,
    occasion: committee.occasion,
    committee: committee.name,
    publishedOn: committee.state === 'published' ? committee.publishedOn : '',
    items: rows.length,
    differing: rows.filter(({ differs }) => differs).length,
    url: `/api/v1/plans/${committee.fiscalYear}/judgements`,
  }
}
