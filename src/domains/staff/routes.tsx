import { type Context, Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Env } from '#design/env.ts'
import { localDate } from '#platform/calendar.ts'
import { noteSession } from './actions.ts'
import type { Auth } from './auth.ts'
import { messages } from './messages.ts'
import { SignInPage } from './pages.tsx'
import { actorOf } from './store/people.ts'
import { urls } from './urls.ts'

const window = 15 * 60

/**
 * Sign-in and sign-out. Attempts are counted by account and address of the network together, so that a
 * stranger elsewhere cannot lock a colleague out; and by network alone, against guessing through a list.
 */
export function routes(auth: Auth, networkOf: (c: Context) => string) {
  const byAccount = new RateLimiterMemory({ points: 8, duration: window })
  const byNetwork = new RateLimiterMemory({ points: 60, duration: window })
  const page = (c: Context<Env>, email: string, onward: string, fault?: 'wrong' | 'tooMany') => {
    c.header('cache-control', 'no-store')
    const { view } = c.var
    const t = messages[view.locale]
    const status = fault === 'tooMany' ? 429 : fault ? 422 : 200
    const props = { view, t, email, onward, ...(fault && { fault }) }
    return c.html(<SignInPage {...props} />, status)
  }
  return new Hono<Env>()
    .get(urls.signIn, (c) => page(c, '', withinSite(c.req.query('onward'))))
    .post(urls.signIn, async (c) => {
      const body = await c.req.parseBody()
      const email = String(body.email ?? '')
        .trim()
        .toLowerCase()
      const onward = withinSite(String(body.onward ?? ''))
      const network = networkOf(c)
      const pair = `${network} ${email}`
      try {
        await byNetwork.consume(network)
        await byAccount.consume(pair)
      } catch {
        return page(c, email, onward, 'tooMany')
      }
      const session = await auth.signIn(email, String(body.password ?? ''), c.req.raw.headers)
      if (!session || !(await actorOf(c.var.ctx.db, session.userId, localDate(c.var.ctx.now))))
        return page(c, email, onward, 'wrong')
      await byAccount.delete(pair)
      await noteSession(c.var.ctx, 'staff.signed-in', session.userId)
      for (const cookie of session.cookies) c.header('set-cookie', cookie, { append: true })
      return c.redirect(onward, 303)
    })
    .post(urls.signOut, async (c) => {
      const { session } = c.var
      if (session) await noteSession(c.var.ctx, 'staff.signed-out', session.userId)
      for (const cookie of await auth.signOut(c.req.raw.headers))
        c.header('set-cookie', cookie, { append: true })
      return c.redirect(urls.signIn, 303)
    })
}

/** No empty step and none that begins with a dot: `/desk/../..//elsewhere` leads out of the desk. */
const deskPage = /^\/(easy\/|en\/|ko\/)?desk(\/[\w-][\w.-]*)*\/?$/

/** Where to go on to: a desk page of this site, and nothing that a browser could read as another host. */
export function withinSite(onward: string | undefined): string {
  return onward && deskPage.test(onward) ? onward : urls.desk
}
