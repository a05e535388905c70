import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { json, readApi } from '#platform/api.ts'
import { localDate } from '#platform/calendar.ts'
import { departmentKinds } from './staff.ts'
import { departments } from './store/organisation.ts'

const departmentShape = z
  .object({
    id: z.string(),
    name: z.string().meta({ example: '市民協働課' }),
    kind: z.enum(departmentKinds).meta({ description: '部 division、課 section、総称 collective' }),
    parent: z.string().nullable().meta({ description: '属する部の id' }),
    phone: z.string(),
    from: z.iso.date(),
    until: z.iso
      .date()
      .nullable()
      .meta({ description: 'その日までを含む。決まっていなければ null' }),
  })
  .meta({ id: 'Department' })

const listRoute = createRoute({
  method: 'get',
  path: '/departments',
  summary: 'ある日の部署の一覧(働く人は含まない)',
  request: {
    query: z.object({
      on: z.iso
        .date()
        .optional()
        .meta({ description: 'この日の組織。なければ今日', example: '2013-04-01' }),
    }),
  },
  responses: {
    200: json(z.object({ on: z.iso.date(), departments: z.array(departmentShape) }), '部署の一覧'),
  },
})

/** The organisation for programs: names and telephones of departments, nobody's of people. */
export const api = readApi<Env>().openapi(listRoute, async (c) => {
  const { ctx } = c.var
  const on = c.req.valid('query').on ?? localDate(ctx.now)
  const list = (await departments(ctx.db, on)).map(
    ({ position: _position, translations: _words, reason: _why, endedReason: _end, ...open }) =>
      open,
  )
  // Without a day it says what is today: nobody keeps that over midnight.
  c.header('cache-control', 'no-store')
  return c.json({ on, departments: list }, 200)
})
