import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { hashOf } from '#platform/token.ts'
import { askReset, changePassword, usePass } from '../actions/access.ts'
import { ForgotPage, PasswordPage, SaidPage } from '../pages/sign-in.tsx'
import { passwordLength } from '../staff.ts'
import { passBy } from '../store/credentials.ts'
import { urls } from '../urls.ts'
import { attempts, minutesOf } from './attempts.ts'
import { type Desk, type Gate, leadOn, originOf, sessionIn, textIn, words } from './entry.ts'

type Faults = Partial<Readonly<Record<'password' | 'repeat', string>>>

/** What is wrong with a new password, in words; nothing when it is sound. */
export function faultsOf(c: Desk, password: string, repeat: string): Faults {
  const length = [...password].length
  const t = words(c)
  if (length < passwordLength.least || length > passwordLength.most)
    return { password: t.badPassword }
  return password === repeat ? {} : { repeat: t.notSame }
}

/** The forgotten password, the link that came by mail, and the one that must be changed. */
export function passwordRoutes(gate: Gate) {
  const { auth } = gate
  const attempt = attempts(gate, 'forgot')
  const passPath = '/sign-in/pass/:token'
  const over = (c: Desk) =>
    c.html(
      <SaidPage
        view={c.var.view}
        t={words(c)}
        title={words(c).linkOver}
        lead={words(c).linkOverLead}
      >
        <p>
          <a href={at(c.var.view, urls.forgot)}>{words(c).ask}</a>
        </p>
      </SaidPage>,
      410,
    )
  const choose = (c: Desk, action: string, lead: string, faults: Faults = {}) =>
    c.html(
      <PasswordPage view={c.var.view} t={words(c)} action={action} lead={lead} faults={faults} />,
      Object.keys(faults).length ? 422 : 200,
    )

  return new Hono<Env>()
    .get(urls.forgot, (c) => c.html(<ForgotPage view={c.var.view} t={words(c)} />))
    .post(urls.forgot, async (c) => {
      const { ctx, view } = c.var
      const t = words(c)
      const email = textIn(await c.req.parseBody(), 'email')
        .trim()
        .toLowerCase()
        .slice(0, 254)
      if (!/^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(email))
        return c.html(<ForgotPage view={view} t={t} email={email} fault={t.badEmail} />, 422)
      const taken = await attempt(ctx.db, email, gate.addressOf(c), originOf(gate, c))
      if (!taken.ok) {
        c.header('retry-after', String(taken.wait))
        const wait = minutesOf(taken.wait)
        return c.html(<ForgotPage view={view} t={t} email={email} wait={wait} />, 429)
      }
      await askReset(ctx, email, auth.origin)
      return c.html(
        <SaidPage view={view} t={t} title={t.asked} lead={t.askedLead}>
          <p>{t.askedElse}</p>
        </SaidPage>,
      )
    })
    .get(passPath, async (c) => {
      // Looked at, not used up: programs open links of mails before people do.
      const token = c.req.param('token')
      const pass = await passBy(c.var.ctx.db, hashOf(token), c.var.ctx.now)
      return pass ? choose(c, urls.pass(token), words(c).chooseLead) : over(c)
    })
    .post(passPath, async (c) => {
      const { ctx, view } = c.var
      const token = c.req.param('token')
      if (!(await passBy(ctx.db, hashOf(token), ctx.now))) return over(c)
      const body = await c.req.parseBody()
      const password = textIn(body, 'password')
      const faults = faultsOf(c, password, textIn(body, 'repeat'))
      if (Object.keys(faults).length)
        return choose(c, urls.pass(token), words(c).chooseLead, faults)
      await usePass(ctx, token, password, auth.passwords.hash)
      return c.redirect(at(view, `${urls.signIn}?said=passwordSet`), 303)
    })
    .get(urls.newPassword, (c) =>
      c.var.session?.stage === 'password'
        ? choose(c, urls.newPassword, words(c).mustChange)
        : c.redirect(at(c.var.view, urls.signIn), 303),
    )
    .post(urls.newPassword, async (c) => {
      const { ctx, view } = c.var
      const session = sessionIn(c)
      if (session?.stage !== 'password') return c.redirect(at(view, urls.signIn), 303)
      const body = await c.req.parseBody()
      const password = textIn(body, 'password')
      const faults = faultsOf(c, password, textIn(body, 'repeat'))
      if (Object.keys(faults).length)
        return choose(c, urls.newPassword, words(c).mustChange, faults)
      const { hash } = auth.passwords
      const { onward } = session
      const from = originOf(gate, c)
      return leadOn(gate, c, await changePassword(ctx, session, password, hash, from, onward))
    })
}
