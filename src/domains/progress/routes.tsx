import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { explainRoutes } from './routes/desk-explain.tsx'
import { reportRoutes } from './routes/desk-reports.tsx'
import { sectionRoutes } from './routes/desk-section.tsx'
import { settingsRoutes } from './routes/desk-settings.tsx'
import { sheetRoutes } from './routes/desk-sheet.tsx'
import { yearRoutes } from './routes/desk-year.tsx'
import { type Doorkeeper, groupRoutes, type LookedAfter } from './routes/group.tsx'
import { groupDeskRoutes } from './routes/group-desk.tsx'

/** 進行管理: every address of the chapter. */
export const routes = (door: Doorkeeper, lookedAfter: LookedAfter) =>
  new Hono<Env>()
    .route('/', groupRoutes(door, lookedAfter))
    .route('/', groupDeskRoutes)
    .route('/', settingsRoutes)
    .route('/', yearRoutes)
    .route('/', sheetRoutes)
    .route('/', sectionRoutes)
    .route('/', reportRoutes)
    .route('/', explainRoutes)
