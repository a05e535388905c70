import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { answerRoutes } from './routes/answer.tsx'
import { decideRoutes } from './routes/decide.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { mineRoutes } from './routes/mine.tsx'
import { paperRoutes } from './routes/paper.tsx'
import { publicRoutes } from './routes/public.tsx'
import { writeRoutes } from './routes/write.tsx'

/** The pages of voices; fixed names stand before names that are a number. */
export const routes = new Hono<Env>()
  .route('/', writeRoutes)
  .route('/', mineRoutes)
  .route('/', paperRoutes)
  .route('/', decideRoutes)
  .route('/', answerRoutes)
  .route('/', deskRoutes)
  .route('/', publicRoutes)
