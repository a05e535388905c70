import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { publicPlan } from '#domains/plan/index.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { roundsOf } from './actions/look.ts'
import { kinds, periods, roundStates } from './progress.ts'
import { scales } from './store/scales.ts'

const shape = z
  .object({
    fiscalYear: z.int(),
    asOf: z.iso.date().meta({ description: 'この日現在' }),
    rounds: z.array(
      z.object({
        id: z.string(),
        period: z.enum(periods).meta({ description: '時期。q1 は4〜6月、final は年度末' }),
        state: z.enum(roundStates),
        opensOn: z.iso.date(),
        dueOn: z.iso.date().meta({ description: '締切' }),
        scale: z.object({
          name: z.string(),
          steps: z.array(
            z.object({
              code: z.string().meta({ example: '◎' }),
              label: z.string(),
              kind: z.enum(kinds).meta({ description: '年度をこえて比べるための意味' }),
              rank: z.int().nullable(),
            }),
          ),
        }),
        asked: z.int().meta({ description: '市に頼んだ報告の数' }),
        confirmed: z.int().meta({ description: '確かめて公開した数' }),
        silent: z.int().meta({ description: '締切を過ぎて出ていない数' }),
        sections: z.array(
          z.object({ section: z.string(), asked: z.int(), confirmed: z.int(), silent: z.int() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ProgressRounds' })

const roundsRoute = createRoute({
  method: 'get',
  path: '/plans/{year}/rounds',
  summary: '進行管理の照会と、部署ごとの集まりぐあい',
  request: { params: z.object({ year: z.coerce.number().int().min(1989).max(2199) }) },
  responses: { 200: json(shape, '照会'), 404: json(apiError, '公開された計画がない') },
})

/** When the city asks for reports and what has come: for programs. Nothing that is not confirmed is in it. */
export const api = readApi<Env>().openapi(roundsRoute, async (c) => {
  const { ctx } = c.var
  const plan = found(await publicPlan(ctx.db, c.req.valid('param').year))
  const asOf = localDate(ctx.now)
  const known = new Map((await scales(ctx.db)).map((one) => [one.id as string, one]))
  const rounds = (await roundsOf(ctx.db, plan, asOf)).map(({ round, whole, sections }) => {
    const { id, period, state, opensOn, dueOn, scaleId } = round
    const { name, steps } = found(known.get(scaleId))
    return {
      ...{ id, period, state, opensOn, dueOn },
      scale: {
        name,
        steps: steps.map(({ code, label, kind, rank }) => ({ code, label, kind, rank })),
      },
      asked: whole.asked,
      confirmed: whole.confirmed,
      silent: whole.silent,
      sections: sections.map(({ section, tally: { asked, confirmed, silent } }) => ({
        section,
        asked,
        confirmed,
        silent,
      })),
    }
  })
  return c.json({ fiscalYear: plan.fiscalYear, asOf, rounds }, 200)
})
