import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import type { SetAside } from '#platform/mail/maildir.ts'
import { beginRoutes } from './paper/begin.tsx'
import { checkRoutes } from './paper/check.tsx'
import { entryRoutes } from './paper/entry.tsx'
import { inboxRoutes } from './paper/inbox.tsx'
import { postRoutes } from './paper/post.tsx'
import { sheetRoutes } from './paper/sheet.tsx'

/** 紙、電話、メール: all that staff take in, and the answers that leave by post. */
export const paperRoutes = (aside: SetAside | undefined) =>
  new Hono<Env>()
    .route('/', beginRoutes)
    .route('/', entryRoutes)
    .route('/', checkRoutes)
    .route('/', sheetRoutes)
    .route('/', postRoutes)
    .route('/', inboxRoutes(aside))
