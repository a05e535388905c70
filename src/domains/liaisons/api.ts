import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { readApi } from '#platform/api.ts'
import { localDate } from '#platform/calendar.ts'
import { siteProfile } from '#platform/site.ts'
import { rosterOn } from './actions/look.ts'

const shape = z
  .object({
    asOf: z.iso.date().meta({ description: 'この日の名簿' }),
    sections: z.array(
      z.object({
        id: z.string(),
        name: z.string().meta({ example: '総務部' }),
        translations: z.record(z.string(), z.string()),
        phone: z.string().meta({ description: '部署の電話。なければ市の代表' }),
        liaisons: z.int().meta({ description: 'いまの協働推進員の人数' }),
        names: z.array(z.string()).meta({ description: '市が名前を出すと決めたときだけ' }),
      }),
    ),
  })
  .meta({ id: 'LiaisonRoster' })

const rosterRoute = createRoute({
  method: 'get',
  path: '/liaisons',
  summary: '協働推進員の名簿(部署ごと)',
  responses: {
    200: { description: '名簿', content: { 'application/json': { schema: shape } } },
  },
})

/** The public roster for programs: what the page says, and nothing more. */
export const api = readApi<Env>().openapi(rosterRoute, async (c) => {
  const { ctx, recall } = c.var
  const asOf = localDate(ctx.now)
  const lines = await recall(`liaisons ${asOf}`, () => rosterOn(ctx.db, asOf))
  const { phone } = await recall('site', () => siteProfile(ctx.db))
  const sections = lines.map((line) => ({
    id: line.id,
    name: line.section,
    translations: Object.fromEntries(
      Object.entries(line.translations).flatMap(([tongue, name]) => (name ? [[tongue, name]] : [])),
    ),
    phone: line.phone || phone,
    liaisons: line.liaisons,
    names: [...line.names],
  }))
  return c.json({ asOf, sections }, 200)
})
