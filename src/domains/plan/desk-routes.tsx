import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { MayEvaluate } from './actions/life.ts'
import type { Prompts } from './actions/prompts.ts'
import { benchRoutes } from './routes/desk-bench.tsx'
import { branchRoutes } from './routes/desk-branches.tsx'
import { headRoutes } from './routes/desk-head.tsx'
import { intakeRoutes } from './routes/desk-intake.tsx'
import { type BesideDeskItem, itemRoutes } from './routes/desk-items.tsx'
import { planRoutes } from './routes/desk-plans.tsx'
import { stepRoutes } from './routes/desk-steps.tsx'

/** /desk/plans: where the plan is made, taken in, decided and carried into the next year. */
export const deskRoutes = (mayEvaluate: MayEvaluate, prompts: Prompts, beside: BesideDeskItem) =>
  new Hono<Env>()
    .route('/', planRoutes)
    .route('/', intakeRoutes)
    .route('/', benchRoutes)
    .route('/', stepRoutes(mayEvaluate))
    .route('/', branchRoutes)
    .route('/', itemRoutes(prompts, beside))
    .route('/', headRoutes)
