import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { readApi } from '#platform/api.ts'
import { headsOf } from '#platform/ledger-tree-heads.ts'

const headShape = z
  .object({
    day: z.iso.date().meta({ description: '公表した日', example: '2026-11-22' }),
    size: z.int().meta({ description: '見出しが覆う記録の数' }),
    root: z.string().meta({ description: 'RFC 9162 の木の根(SHA-256、16進64桁)' }),
    at: z.iso.datetime().meta({ description: '公表した時刻(UTC)' }),
  })
  .meta({ id: 'LedgerHead' })

const headsRoute = createRoute({
  method: 'get',
  path: '/ledger/heads',
  summary: '台帳の見出し(日ごとの木の根)、新しい日から',
  request: {
    query: z.object({
      before: z.iso.date().optional().meta({ description: 'この日より前の見出し' }),
    }),
  },
  responses: {
    200: {
      description: '見出しの一覧(一度に400日まで)',
      content: { 'application/json': { schema: z.object({ heads: z.array(headShape) }) } },
    },
  },
})

const most = 400

/** The heads for programs: what an outside watcher keeps. */
export const api = readApi<Env>().openapi(headsRoute, async (c) => {
  const { before } = c.req.valid('query')
  const heads = await headsOf(c.var.ctx.db, { before, limit: most })
  return c.json({ heads: heads.map(({ at, ...head }) => ({ ...head, at: at.toISOString() })) }, 200)
})
