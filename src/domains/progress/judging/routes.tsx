import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type MayEvaluate, publicPlan } from '#domains/plan/index.ts'
import { localDate } from '#platform/calendar.ts'
import { found } from '#platform/result.ts'
import { deskWords } from './messages/desk.ts'
import { PublicPage } from './pages/public.tsx'
import { answerRoutes } from './routes/answers.tsx'
import { fileRoutes, openFiles } from './routes/files.ts'
import { meetingRoutes, memberRoutes } from './routes/member.tsx'
import { placeRoutes, recuseRoute } from './routes/places.tsx'
import { runRoutes } from './routes/run.tsx'
import { sectionRoutes } from './routes/section.tsx'
import { missingFor } from './store/missing.ts'
import { publishedJudgings } from './store/views.ts'
import { urls } from './urls.ts'

const publicRoutes = new Hono<Env>().get(urls.public(':year{[0-9]{4}}'), async (c) => {
  const { ctx, view } = c.var
  const plan = found(await publicPlan(ctx.db, Number(c.req.param('year'))))
  const years = await publishedJudgings(ctx.db, plan, localDate(ctx.now))
  return c.html(<PublicPage {...{ view, plan, years }} />)
})

/** 評価: run by the secretariat, written by sections and members, read by anyone. */
export const routes = new Hono<Env>()
  .route('/', sectionRoutes)
  .route('/', answerRoutes)
  .route('/', memberRoutes)
  .route('/', runRoutes)
  .route('/', placeRoutes)
  .route('/', recuseRoute)
  .route('/', meetingRoutes)
  .route('/', fileRoutes)
  .route('/', openFiles)
  .route('/', publicRoutes)

/** What the page of the step `evaluate` of a plan shows: what is still missing, in words, and where. */
export const mayEvaluate: MayEvaluate = async (db, plan, now, locale) => {
  const d = deskWords({ locale })
  const lacks = await missingFor(db, plan, localDate(now))
  return lacks.map(({ kind, code, title, what }) => ({
    text: [code && `${code} ${title}:`, d.missingOf[kind], kind === 'reading' ? what : '']
      .filter(Boolean)
      .join(' '),
    code,
    path: urls.missing(plan.fiscalYear),
  }))
}
