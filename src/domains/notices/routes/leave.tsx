import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { type Leaving, leave, leaveOf } from '../actions/inbox.ts'
import type { Kinds } from '../notice.ts'
import { LeavePage, LeftPage } from '../pages/leave.tsx'

/**
 * The way out of every mail. GET shows, POST does: mail programs post by themselves when somebody presses
 * their button (RFC 8058), without cookies and from nowhere, so that the token alone must do.
 */
export const leaveRoutes = (kinds: Kinds, leaving?: Leaving) =>
  new Hono<Env>()
    .get('/unsubscribe/:token', (c) => {
      c.header('cache-control', 'no-store')
      const { view, ctx } = c.var
      const token = c.req.param('token')
      const { kind } = leaveOf(ctx.seal, token)
      const what = kinds.get(kind)?.title[view.locale] ?? null
      return c.html(<LeavePage view={view} token={token} what={what} />)
    })
    .post('/unsubscribe/:token', async (c) => {
      c.header('cache-control', 'no-store')
      await leave(c.var.ctx, kinds, c.req.param('token'), leaving)
      return c.html(<LeftPage view={c.var.view} />)
    })
