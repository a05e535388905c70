import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { Doorkeeper } from '../routes/write.tsx'
import { bulkRoutes } from './routes/bulk.tsx'
import { categoryRoutes } from './routes/categories.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'
import { settingsRoutes } from './routes/settings.tsx'
import { sheetRoutes } from './routes/sheets.tsx'
import { stepRoutes } from './routes/steps.tsx'
import { tableRoutes } from './routes/table.tsx'

export { followedComment } from './routes/mine.tsx'
export { commentBesideYear } from './routes/public.tsx'

/** The pages of public comments; fixed names stand before names that are an id. */
export const routes = (door: Doorkeeper) =>
  new Hono<Env>()
    .route('/', publicRoutes(door))
    .route('/', settingsRoutes)
    .route('/', deskRoutes)
    .route('/', stepRoutes)
    .route('/', categoryRoutes)
    .route('/', tableRoutes)
    .route('/', sheetRoutes)
    .route('/', bulkRoutes)
