import { type Context, Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { type Body, blank, fill, within } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { may, setTerms } from '../actions/write.ts'
import { termsForm, topicForm } from '../forms.ts'
import { type Topic, tongues } from '../newsletter.ts'
import { type TopicRow, TopicsPage, type TopicsProps } from '../pages/topics.tsx'
import { termsOn } from '../store/terms.ts'
import { urls } from '../urls.ts'

/** More would be too many to choose from. */
const mostTopics = 30

const topicsNow = async ({ var: { ctx } }: Context<Env>) =>
  (await termsOn(ctx.db, localDate(ctx.now))).topics

const answer = (c: Context<Env>, props: Omit<TopicsProps, 'view'>, status: 200 | 422 = 200) =>
  c.html(<TopicsPage view={c.var.view} {...props} />, status)

/** The rows as they were typed; one with nothing in any language is no topic. */
function rowsIn(body: Body): TopicRow[] {
  const count = Math.min(Number(body.rows) || 0, mostTopics)
  return Array.from({ length: count }, (_, i) => fill(topicForm, within(body, `topic${i}`)))
}
const isWritten = ({ raw }: TopicRow) => tongues.some((tongue) => raw[tongue].trim() !== '')

/** Nothing while a row lacks a language. A key that is not one of today's is a new topic's. */
function topicsIn(rows: readonly TopicRow[], today: readonly Topic[]): Topic[] | undefined {
  const free = new Set(today.map(({ key }) => key))
  const topics = rows.flatMap(({ values }) => {
    if (!values) return []
    const { key, ...title } = values
    return [{ key: free.delete(key) ? key : newId('top'), title }]
  })
  return topics.length === rows.length ? topics : undefined
}

/** 関心ごとの一覧, dated. */
export const topicRoutes = new Hono<Env>()
  .get(urls.terms, async (c) => {
    may(c.var.ctx, 'setTerms')
    const rows = (await topicsNow(c)).map(({ key, title }) => blank(topicForm, { key, ...title }))
    return answer(c, { form: blank(termsForm, { from: localDate(c.var.ctx.now) }), rows })
  })
  .post(urls.terms, async (c) => {
    const { ctx, view } = c.var
    may(ctx, 'setTerms')
    const body: Body = await c.req.parseBody()
    const form = fill(termsForm, body)
    const rows = rowsIn(body)
    if (body.do === 'add')
      return answer(c, { form: blank(termsForm, form.raw), rows: [...rows, blank(topicForm)] })
    const written = rows.filter(isWritten)
    const topics = topicsIn(written, await topicsNow(c))
    const from = form.values?.from ?? null
    const badDay = from === null || from < localDate(ctx.now)
    if (!topics || badDay) return answer(c, { form, rows: written, badDay }, 422)
    await setTerms(ctx, from, { topics })
    return c.redirect(at(view, `${urls.desk}?done=terms`), 303)
  })
