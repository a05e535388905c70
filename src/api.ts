import type { Env } from '#design/env.ts'
import { api as heads } from '#domains/audit/api.ts'
import { api as liaisons } from '#domains/liaisons/api.ts'
import { api as plans } from '#domains/plan/api.ts'
import { api as departments } from '#domains/staff/api.ts'
import { readApi } from '#platform/api.ts'
import { siteProfile } from '#platform/site.ts'

/** /api/v1: what the public pages say, for programs; each chapter describes its own part. */
export const api = readApi<Env>()
  .route('/', plans)
  .route('/', liaisons)
  .route('/', heads)
  .route('/', departments)

const describe = (title: string, licence: string) =>
  api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title, version: '1', license: { name: licence } },
    servers: [{ url: '/api/v1' }],
  })

api.get('/openapi.json', async (c) => {
  const { name, licence } = await siteProfile(c.var.ctx.db)
  return c.json(describe(`${name.ja} 市民協働推進アクションプラン API`, licence))
})

/** The same as a list to read: every address with what it answers. */
export const endpoints = Object.entries(describe('', '').paths ?? {}).map(([path, methods]) => ({
  path: `/api/v1${path}`,
  summary: methods?.get?.summary ?? '',
}))
