import { createRoute, z } from '@hono/zod-openapi'
import type { Env } from '#design/env.ts'
import { coverSaid } from '#domains/moderation/index.ts'
import { apiError, json, readApi } from '#platform/api.ts'
import { Refused } from '#platform/result.ts'
import { bases, type CommentCase, hasResult, isAnnounced } from './case.ts'
import { announcedCases, caseNumbered } from './store/cases.ts'
import { publicResultOf } from './store/result.ts'

const states = ['open', 'closed', 'published'] as const
const caseFields = {
  number: z.string().meta({ description: '案件の番号', example: '2012-3' }),
  title: z.string(),
  basis: z.enum(bases),
  section: z.string(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date().meta({ description: '最後の日(この日の終わりまで)' }),
  shortReason: z.string().meta({ description: '期間が短い理由' }),
  state: z.enum(states),
  publishedOn: z.iso.date().nullable(),
}
const caseShape = z.object(caseFields).meta({ id: 'CommentCase' })
const resultShape = z
  .object({
    persons: z.int().meta({ description: '意見提出者数' }),
    opinions: z.int(),
    changes: z.int().meta({ description: '案に反映した意見の数' }),
    note: z.string(),
    rows: z.array(
      z.object({
        no: z.int(),
        passage: z.int().nullable().meta({ description: '案の段落' }),
        chapter: z.string().meta({ description: '段落のある章', example: '第2章 進め方' }),
        page: z.int().nullable().meta({ description: '印刷した案のページ' }),
        line: z.int().nullable(),
        place: z.string(),
        gist: z.string(),
        cityView: z.string(),
        category: z.string(),
        changesDraft: z.boolean(),
        changed: z.string(),
      }),
    ),
  })
  .meta({ id: 'CommentResult' })
const fullShape = z
  .object({
    ...caseFields,
    reason: z.string(),
    contact: z.string(),
    draft: z.array(
      z.object({
        no: z.int(),
        chapter: z.string(),
        text: z.string(),
        page: z.int().nullable().meta({ description: '印刷した案のページ' }),
        line: z.int().nullable(),
      }),
    ),
    result: resultShape.nullable(),
  })
  .meta({ id: 'CommentCaseWithResult' })

const listRoute = createRoute({
  method: 'get',
  path: '/comments',
  summary: '意見募集(終わりの日の新しいものから)',
  responses: { 200: json(z.object({ cases: z.array(caseShape) }), '案件') },
})
const oneRoute = createRoute({
  method: 'get',
  path: '/comments/{number}',
  summary: '意見募集の案と結果',
  request: { params: z.object({ number: z.string().max(20) }) },
  responses: { 200: json(fullShape, '案件'), 404: json(apiError, 'ありません') },
})

const stateOf = (one: CommentCase): (typeof states)[number] => {
  if (one.state === 'open') return 'open'
  return hasResult(one) ? 'published' : 'closed'
}
const told = (one: CommentCase) => ({
  number: one.number,
  title: one.title,
  basis: one.basis,
  section: one.section,
  opensOn: one.opensOn,
  closesOn: one.closesOn,
  shortReason: one.shortReason,
  state: stateOf(one),
  publishedOn: hasResult(one) ? one.publishedOn : null,
})

/** 意見募集 for programs: what the public pages say, without a word of who sent what. */
export const api = readApi<Env>()
  .openapi(listRoute, async (c) => {
    const cases = await announcedCases(c.var.ctx.db)
    return c.json({ cases: cases.map(told) }, 200)
  })
  .openapi(oneRoute, async (c) => {
    const { db } = c.var.ctx
    const one = await caseNumbered(db, c.req.valid('param').number)
    if (!one || !isAnnounced(one)) throw new Refused({ kind: 'not-found' })
    const { draft, rows, counts } = await publicResultOf(db, one)
    const result = hasResult(one)
      ? {
          ...counts,
          note: one.resultNote,
          rows: rows.map(({ opinion, at, cityView, category, changed, cover }) => ({
            no: opinion.no,
            passage: opinion.passage,
            chapter: at?.chapter ?? '',
            page: at?.page ?? null,
            line: at?.line ?? null,
            place: opinion.place,
            gist: cover ? coverSaid('ja', cover) : opinion.gist,
            cityView,
            category: category?.ja ?? '',
            changesDraft: category?.changesDraft ?? false,
            changed,
          })),
        }
      : null
    const { reason, contact } = one
    return c.json({ ...told(one), reason, contact, draft: [...draft], result }, 200)
  })
