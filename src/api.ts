import type { Env } from '#design/env.ts'
import { api as heads } from '#domains/audit/api.ts'
import { api as districts } from '#domains/districts/api.ts'
import { api as liaisons } from '#domains/liaisons/api.ts'
import { api as plans } from '#domains/plan/api.ts'
import { api as rounds } from '#domains/progress/api.ts'
import { api as judgements } from '#domains/progress/judging/api.ts'
import { publicApi as progress } from '#domains/progress/public-api.ts'
import { api as departments } from '#domains/staff/api.ts'
import { api as voices } from '#domains/voices/api.ts'
import { api as comments } from '#domains/voices/comment/api.ts'
import { readApi } from '#platform/api.ts'
import { Refused } from '#platform/result.ts'
import { siteProfile } from '#platform/site.ts'

const asked = readApi<Env>()
asked.use(async (c, next) => {
  const known = questionsOf(c.req.matchedRoutes.map(({ path }) => path.replace('/api/v1', '')))
  // A filter that we do not know would be passed over, and everything taken for what was asked.
  if (Object.keys(c.req.queries()).some((name) => !known.includes(name)))
    throw new Refused({ kind: 'refused', reason: 'bad-request' })
  await next()
})

/** /api/v1: what the public pages say, for programs; each chapter describes its own part. */
export const api = asked
  .route('/', plans)
  .route('/', progress)
  .route('/', judgements)
  .route('/', rounds)
  .route('/', liaisons)
  .route('/', heads)
  .route('/', departments)
  .route('/', districts)
  .route('/', comments)
  .route('/', voices)

const describe = (title: string, licence: string) =>
  api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title, version: '1', license: { name: licence } },
    servers: [{ url: '/api/v1' }],
  })

/**
 * What may be asked after `?` of an address, as the description of the first route that fits says: that one answers.
 * The description is dear, and made once.
 */
function questionsOf(routes: readonly string[]): readonly string[] {
  described ??= describe('', '').paths ?? {}
  const paths = routes.map((route) => route.replace(/:(\w+)/g, '{$1}'))
  const path = paths.find((one) => described?.[one]?.get)
  const parameters = (path && described[path]?.get?.parameters) || []
  return parameters.flatMap((one) => ('in' in one && one.in === 'query' ? [one.name] : []))
}
let described: ReturnType<typeof describe>['paths']

api.get('/openapi.json', async (c) => {
  const { name, licence } = await siteProfile(c.var.ctx.db)
  return c.json(describe(`${name.ja} 市民協働推進アクションプラン API`, licence))
})

/** The same as a list to read: every address with what it answers. */
export const endpoints = Object.entries(describe('', '').paths ?? {}).map(([path, methods]) => ({
  path: `/api/v1${path}`,
  summary: methods?.get?.summary ?? '',
}))
