import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { type OidcFlow, OidcRefused } from '#platform/oidc.ts'
import { found, Refused } from '#platform/result.ts'
import { BrokenSeal } from '#platform/seal.ts'
import { enterBySso } from '../actions/sso.ts'
import { personIn } from '../sso.ts'
import { urls } from '../urls.ts'
import { attempts } from './attempts.ts'
import { type Desk, type Gate, leadOn, originOf, sessionIn, textIn, withinSite } from './entry.ts'
import { showSignIn } from './sign-in.tsx'

const place = 'staff_sso.flow'

/** What lies sealed in the cookie between leaving for the directory and coming back. */
interface Journey extends OidcFlow {
  readonly onward: string
}

/**
 * 庁内認証. Begun by a button only: a page elsewhere cannot sign anybody in. The way back is taken once,
 * by the browser that left.
 */
export function ssoRoutes(gate: Gate) {
  const { auth } = gate
  const back = `${auth.origin}${urls.ssoBack}`
  const attempt = attempts(gate, 'sso')
  const away = (c: Desk, said: 'ssoFailed' | 'ssoUnknown') =>
    c.redirect(at(c.var.view, `${urls.signIn}?said=${said}`), 303)

  return new Hono<Env>()
    .post(urls.sso, async (c) => {
      const { client } = found(auth.sso)
      const onward = withinSite(textIn(await c.req.parseBody(), 'onward'), c)
      const taken = await attempt(c.var.ctx.db, '', gate.addressOf(c), originOf(gate, c))
      if (!taken.ok) return showSignIn(gate, c, { onward, wait: taken.wait })
      try {
        const { url, flow } = await client.begin(back)
        const journey: Journey = { ...flow, onward }
        const sealed = c.var.ctx.seal.seal(JSON.stringify(journey), place)
        c.header('set-cookie', auth.cookies.sso(sealed), { append: true })
        return c.redirect(url, 303)
      } catch {
        return away(c, 'ssoFailed')
      }
    })
    .get(urls.ssoBack, async (c) => {
      const { client, setting } = found(auth.sso)
      const { ctx } = c.var
      const cookie = auth.flowOf(c.req.raw.headers)
      c.header('set-cookie', auth.cookies.noSso(), { append: true })
      if (!cookie) return away(c, 'ssoFailed')
      try {
        const journey = JSON.parse(ctx.seal.open(cookie, place)) as Journey
        const answer = new URL(c.req.url).searchParams
        const { claims, idToken } = await client.finish(answer, journey, back)
        const person = personIn(setting, claims)
        const { onward } = journey
        const replaces = sessionIn(c)
        const { policy } = auth
        const coming = { person, idToken, from: originOf(gate, c), onward, replaces, policy }
        return leadOn(gate, c, await enterBySso(ctx, setting, coming))
      } catch (thrown) {
        if (thrown instanceof Refused) return away(c, 'ssoUnknown')
        if (thrown instanceof OidcRefused || thrown instanceof BrokenSeal)
          return away(c, 'ssoFailed')
        throw thrown
      }
    })
}
