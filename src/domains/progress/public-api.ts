import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { found } from '#platform/result.ts'
import { alarms, kinds, periods, sides } from './progress.ts'
import { publicUrls } from './public-urls.ts'
import { countsOf, itemsBy, standings, type YearProgress } from './rules/year.ts'
import { progressOf, reportedYears } from './store/public.ts'

const counts = z
  .record(z.enum(standings), z.int())
  .meta({ description: '進み具合ごとの項目の数。unreported は市の報告がまだないもの' })

const summaryShape = z
  .object({
    fiscalYear: z.int().meta({ description: '年度', example: 2012 }),
    title: z.string(),
    asOf: z.iso.date().meta({ description: 'この日現在' }),
    items: z.int(),
    counts,
    url: z.string(),
  })
  .meta({ id: 'ProgressSummary' })

const reportShape = z
  .object({
    period: z.enum(periods).meta({ description: '報告の時期。q1 は4〜6月' }),
    side: z.enum(sides).meta({ description: '市の報告か、市民・団体の報告か' }),
    by: z.string().meta({ description: '報告した課・団体' }),
    on: z.iso.date().meta({ description: '公開した日' }),
    value: z.string().meta({ description: 'その年度の区分の記号' }),
    label: z.string().meta({ description: 'その年度の区分の言葉' }),
    kind: z.enum(kinds).nullable().meta({ description: '年度をこえて比べるための意味' }),
    hidden: z
      .object({ ground: z.string(), since: z.iso.datetime() })
      .nullable()
      .meta({ description: '見えなくしているとき、その理由と時。文章と資料は空になる' }),
    districts: z
      .array(z.string())
      .meta({ description: 'した地区の番号(/districts)。空のときは市全体' }),
    result: z.string(),
    unchanged: z.string(),
    figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
    readings: z.array(
      z.object({ name: z.string(), actual: z.number().nullable(), unmeasured: z.string() }),
    ),
    evidence: z.array(z.object({ title: z.string(), url: z.string() })),
    files: z
      .array(
        z.object({
          title: z.string(),
          url: z.string(),
          mediaType: z.string(),
          bytes: z.int(),
        }),
      )
      .meta({ description: '写真と資料' }),
    issues: z.string(),
    next: z.string(),
    hours: z.number().nullable(),
    yen: z.number().nullable(),
  })
  .meta({ id: 'ProgressReport' })

const yearShape = summaryShape
  .omit({ items: true })
  .extend({
    districts: z
      .array(z.object({ id: z.string(), name: z.string(), items: z.int(), counts }))
      .meta({
        description:
          '地区ごとの、報告があった項目の数。市全体は whole。足しても全体の数にはならない',
      }),
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        measure: z.int(),
        lead: z.enum(['citizens', 'city', 'both']).nullable(),
        departments: z.array(z.string()),
        standing: z.enum(standings),
        reports: z.array(reportShape).meta({ description: '公開された報告。古い順' }),
        alarms: z.array(
          z.object({
            kind: z.enum(alarms),
            measure: z.union([z.number(), z.string()]),
            explanation: z.string().nullable().meta({ description: '課からの説明' }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'YearProgress' })

const listRoute = createRoute({
  method: 'get',
  path: '/progress',
  summary: '年度ごとの進み具合(新しい年度から)',
  responses: { 200: json(z.object({ years: z.array(summaryShape) }), '年度の一覧') },
})
const yearRoute = createRoute({
  method: 'get',
  path: '/plans/{year}/progress',
  summary: '1つの年度の、項目ごとの進み具合と公開された報告',
  request: { params: z.object({ year: z.coerce.number().int().meta({ example: 2012 }) }) },
  responses: {
    200: json(yearShape, '年度の進み具合'),
    404: json(apiError, 'そのような年度は公開されていません'),
  },
})

/** What the public pages say of progress, for programs. What is not confirmed does not exist here either. */
export const publicApi = readApi<Env>()
  .openapi(listRoute, async (c) => {
    const years: z.output<typeof summaryShape>[] = []
    for (const plan of await reportedYears(c.var)) {
      const year = await progressOf(c.var, plan)
      years.push({ ...headOf(year), items: year.items.length })
    }
    return c.json({ years }, 200)
  })
  .openapi(yearRoute, async (c) => {
    const asked = c.req.valid('param').year
    const plan = found((await reportedYears(c.var)).find(({ fiscalYear }) => fiscalYear === asked))
    const year = await progressOf(c.var, plan)
    return c.json(
      { ...headOf(year), districts: districtsOf(year), items: year.items.map(itemOf) },
      200,
    )
  })

const headOf = (year: YearProgress) => ({
  fiscalYear: year.fiscalYear,
  title: year.title,
  asOf: year.asOf,
  counts: { ...countsOf(year.items) },
  url: `/api/v1/plans/${year.fiscalYear}/progress`,
})

const districtsOf = (year: YearProgress) =>
  [...itemsBy(year, 'district')].map(([id, items]) => ({
    id,
    name: year.districts.find((one) => one.id === id)?.name ?? '市全体',
    items: items.length,
    counts: { ...countsOf(items) },
  }))

const itemOf = (one: YearProgress['items'][number]) => ({
  id: one.item.id,
  code: one.item.code,
  title: one.item.title,
  measure: one.measure.number,
  lead: one.item.lead,
  departments: [...one.item.departments],
  standing: one.standing,
  reports: one.reports.map(({ period, side, asked, on, step, content, files, cover }) => ({
    period,
    side,
    by: asked,
    on,
    value: content.value,
    label: step?.label ?? '',
    kind: step?.kind ?? null,
    hidden: cover && { ground: cover.ground, since: cover.at.toISOString() },
    districts: [...content.districts],
    result: cover ? coverSaid('ja', cover) : content.result,
    unchanged: content.unchanged,
    figures: [...content.figures],
    readings: [...content.readings],
    evidence: [...content.evidence],
    files: files.map((file) => ({
      title: file.title,
      url: publicUrls.file(file),
      mediaType: file.mediaType,
      bytes: file.bytes,
    })),
    issues: content.issues,
    next: content.next,
    hours: content.hours,
    yen: content.yen,
  })),
  alarms: one.alarms.map(({ kind, measure }) => ({
    kind,
    measure,
    explanation: one.explanations.find(({ alarm }) => alarm === kind)?.text ?? null,
  })),
})
