import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { organisationRoutes } from './routes/organisation.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { rosterRoutes } from './routes/rosters.tsx'

/** /desk/staff: the organisation through time, its people, and the rosters that move them. */
export const staffDeskRoutes = new Hono<Env>()
  .route('/', organisationRoutes)
  .route('/', peopleRoutes)
  .route('/', rosterRoutes)
