import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { AcceptOptions } from './actions/roster.ts'
import { organisationRoutes } from './routes/organisation.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { rosterRoutes } from './routes/rosters.tsx'

/** /desk/staff: the organisation through time, its people, and the rosters that move them. */
export const staffDeskRoutes = (invite?: NonNullable<AcceptOptions['invite']>) =>
  new Hono<Env>()
    .route('/', organisationRoutes)
    .route('/', peopleRoutes)
    .route('/', rosterRoutes(invite))
