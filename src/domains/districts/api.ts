import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { json, readApi } from '#platform/api.ts'
import { localDate } from '#platform/calendar.ts'
import { isOn } from './rules/districts.ts'
import { districts } from './store/districts.ts'

const shape = z
  .object({
    id: z
      .string()
      .meta({ description: '地区の番号。名前が変わると新しい番号になる', example: 'dst_4f7k' }),
    name: z.string().meta({ example: '厳原' }),
    reading: z.string().meta({ description: 'かな', example: 'いづはら' }),
    en: z.string(),
    ko: z.string(),
    from: z.iso.date().meta({ description: 'この名前の最初の日' }),
    to: z.iso.date().nullable().meta({ description: '最後の日。続いているときは null' }),
    replacedBy: z.string().nullable().meta({ description: '新しい名前、または合わさった先の番号' }),
    current: z.boolean().meta({ description: '今日使われている地区か' }),
  })
  .meta({ id: 'District' })

const listRoute = createRoute({
  method: 'get',
  path: '/districts',
  summary: '地区の一覧(前の名前もふくむ)',
  responses: { 200: json(z.object({ districts: z.array(shape) }), '地区') },
})

/** The districts of the city, for programs: what an id in the open data means. */
export const api = readApi<Env>().openapi(listRoute, async (c) => {
  const today = localDate(c.var.ctx.now)
  const list = (await districts(c.var.ctx.db)).map((one) => ({
    id: one.id,
    name: one.name,
    reading: one.reading,
    en: one.en,
    ko: one.ko,
    from: one.from,
    to: one.to,
    replacedBy: one.replacedBy,
    current: isOn(one, today),
  }))
  return c.json({ districts: list }, 200)
})
