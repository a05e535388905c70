import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { localDate } from '#platform/calendar.ts'
import { firstStage, signIn, signOut } from '../actions/sign-in.ts'
import { SignInPage, type SignInSaid } from '../pages/sign-in.tsx'
import { credentialBy } from '../store/credentials.ts'
import { actorOf } from '../store/people.ts'
import { sealedIn } from '../store/sealed.ts'
import { idTokenOf } from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { attempts, minutesOf } from './attempts.ts'
import {
  type Desk,
  type Gate,
  leadOn,
  originOf,
  sessionIn,
  textIn,
  withinSite,
  words,
} from './entry.ts'

interface Shown {
  readonly email?: string
  readonly onward: string
  readonly said?: SignInSaid
  readonly wait?: number
}

/** What the entrance says of an attempt that ended elsewhere: /sign-in?said=over. */
const told: readonly string[] = ['over', 'ssoUnknown', 'ssoFailed', 'passwordSet']
const saidIn = (text: string | undefined): SignInSaid | undefined =>
  told.includes(text ?? '') ? (text as SignInSaid) : undefined

export function showSignIn({ auth }: Gate, c: Desk, shown: Shown): Response | Promise<Response> {
  const { email = '', onward, said, wait } = shown
  if (wait !== undefined) c.header('retry-after', String(wait))
  const status = wait !== undefined ? 429 : said && said !== 'passwordSet' ? 422 : 200
  return c.html(
    <SignInPage
      view={c.var.view}
      t={words(c)}
      email={email}
      onward={onward}
      factorOff={auth.policy === 'off'}
      {...(said && { said })}
      {...(wait !== undefined && { wait: minutesOf(wait) })}
      {...(auth.sso && { sso: auth.sso.setting.name })}
    />,
    status,
  )
}

export function signInRoutes(gate: Gate) {
  const { auth } = gate
  const attempt = attempts(gate, 'sign-in')
  // Somebody unknown costs as much as somebody known: their password is held against this one.
  const nobody = auth.passwords.hash('a password that nobody has, for names that nobody has')
  return new Hono<Env>()
    .get(urls.signIn, (c) => {
      const { session, view } = c.var
      if (session?.stage === 'factor') return c.redirect(at(view, urls.second), 303)
      if (session?.stage === 'password') return c.redirect(at(view, urls.newPassword), 303)
      const said = saidIn(c.req.query('said'))
      const onward = withinSite(c.req.query('onward'), c)
      return showSignIn(gate, c, { onward, ...(said && { said }) })
    })
    .post(urls.signIn, async (c) => {
      const { ctx } = c.var
      const body = await c.req.parseBody()
      const email = textIn(body, 'email').trim().toLowerCase().slice(0, 254)
      const onward = withinSite(textIn(body, 'onward'), c)
      const from = originOf(gate, c)
      const taken = await attempt(ctx.db, email, gate.addressOf(c), from)
      if (!taken.ok) return showSignIn(gate, c, { email, onward, wait: taken.wait })
      const known = await credentialBy(ctx.db, email)
      const given = textIn(body, 'password').slice(0, 1000)
      const fits = await auth.passwords.verify(given, known?.hash ?? (await nobody))
      const actor = await actorOf(ctx.db, known?.user ?? '', localDate(ctx.now))
      if (!known?.hash || !fits || !actor)
        return showSignIn(gate, c, { email, onward, said: 'wrong' })
      await taken.forgive()
      const stage = firstStage(auth.policy, known.mustChange)
      const entry = { user: known.user, way: 'password' as const, stage, from, onward }
      const replaces = sessionIn(c)
      return leadOn(gate, c, await signIn(ctx, { ...entry, replaces }))
    })
    .post(urls.signOut, async (c) => {
      const { ctx, view } = c.var
      const session = sessionIn(c)
      c.header('set-cookie', auth.cookies.noSession(), { append: true })
      if (!session) return c.redirect(at(view, urls.signIn), 303)
      const sealed = auth.sso && (await idTokenOf(ctx.db, session.id))
      await signOut(ctx, session)
      if (!sealed) return c.redirect(at(view, urls.signIn), 303)
      const idToken = ctx.seal.open(sealed, sealedIn.idToken.place(session.id))
      const back = `${auth.origin}${urls.signIn}`
      const farewell = await auth.sso?.client.farewell(idToken, back).catch(() => undefined)
      return c.redirect(farewell ?? at(view, urls.signIn), 303)
    })
}
