import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { SetAside } from '#platform/mail/maildir.ts'
import { answerRoutes } from './routes/answer.tsx'
import { decideRoutes } from './routes/decide.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { fileRoutes } from './routes/files.ts'
import { paperRoutes } from './routes/paper.tsx'
import { type ItemNews, publicRoutes } from './routes/public.tsx'
import { type Doorkeeper, writeRoutes } from './routes/write.tsx'

export { followedVoice } from './routes/mine.tsx'
export { besideItem as voicesBesideItem, openData as voicesOpenData } from './routes/public.tsx'
export { besideDeskItem as voicesBesideDeskItem } from './routes/tie.tsx'

/** What the shell hands in. */
export interface Given extends Doorkeeper {
  readonly news: ItemNews
  /** What of the inbox was set aside; of a city without an inbox there is none. */
  readonly setAside: SetAside | undefined
}

/** The pages of voices; fixed names stand before names that are a number. */
export const routes = (given: Given) =>
  new Hono<Env>()
    .route('/', writeRoutes(given))
    .route('/', fileRoutes)
    .route('/', paperRoutes(given.setAside))
    .route('/', decideRoutes)
    .route('/', answerRoutes)
    .route('/', deskRoutes)
    .route('/', publicRoutes(given.news))
