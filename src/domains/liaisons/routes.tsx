import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { localDate } from '#platform/calendar.ts'
import { siteProfile } from '#platform/site.ts'
import { rosterOn } from './actions/look.ts'
import { rosterFile } from './files.ts'
import { RosterPage } from './pages/roster.tsx'
import { dutyRoutes } from './routes/desk-duties.tsx'
import { type OpenHandovers, sectionRoutes } from './routes/desk-sections.tsx'
import { trainingRoutes } from './routes/desk-trainings.tsx'
import { send } from './routes/lookup.ts'
import { urls } from './urls.ts'

/** /desk/liaisons */
const deskRoutes = (handovers: OpenHandovers) =>
  new Hono<Env>()
    .route('/', sectionRoutes(handovers))
    .route('/', dutyRoutes)
    .route('/', trainingRoutes)

/** The public roster: kept from one day to the next, for a term may begin with the day. */
export const routes = (handovers: OpenHandovers) =>
  new Hono<Env>()
    .get(urls.roster, async (c) => {
      const { view, ctx, recall } = c.var
      const today = localDate(ctx.now)
      const lines = await recall(`liaisons ${today}`, () => rosterOn(ctx.db, today))
      return c.html(<RosterPage view={view} today={today} lines={lines} />)
    })
    .get(urls.rosterFile, async (c) => {
      const { ctx, recall } = c.var
      const today = localDate(ctx.now)
      const lines = await recall(`liaisons ${today}`, () => rosterOn(ctx.db, today))
      const { phone } = await recall('site', () => siteProfile(ctx.db))
      return send(c, rosterFile(lines, phone))
    })
    .route('/desk/liaisons', deskRoutes(handovers))
