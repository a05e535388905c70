import { Hono } from 'hono'
import type { Env } from '#design/env.ts'
import { at } from '#design/view.ts'
import { districtNamer, districts } from '#domains/districts/index.ts'
import { localDate } from '#platform/calendar.ts'
import { Refused } from '#platform/result.ts'
import { changePassword } from '../actions/access.ts'
import { addTotp, removeFactor, renewSheet, shownCode } from '../actions/factors.ts'
import { endOwn } from '../actions/sign-in.ts'
import { AccountPage, type DutyLine, OwnPasswordPage, OwnTotpPage } from '../pages/account.tsx'
import { CodesPage } from '../pages/second.tsx'
import { isAlive, isFresh } from '../session.ts'
import { isOn } from '../staff.ts'
import { credentialOf } from '../store/credentials.ts'
import { factorsOf } from '../store/factors.ts'
import { assignmentsOf, grantedDuties } from '../store/people.ts'
import { placesOn } from '../store/serving.ts'
import { sessionsOf } from '../store/sessions.ts'
import { urls } from '../urls.ts'
import { attempts } from './attempts.ts'
import {
  type Desk,
  fullSession,
  type Gate,
  leadOn,
  originOf,
  stepUp,
  textIn,
  words,
} from './entry.ts'
import { faultsOf } from './passwords.tsx'
import { offer, showEnrolled } from './second.tsx'

const saids = ['saved', 'ended', 'lastFactor', 'keyFailed'] as const

/** Why a person has what they have today: by serving, or by a role that somebody gave. */
async function dutiesOf(c: Desk, user: string): Promise<readonly DutyLine[]> {
  const { db, now } = c.var.ctx
  const today = localDate(now)
  const places = await placesOn(db, today)
  const nameOf = (id: string | null) => (id === null ? '' : (places.today.get(id) ?? ''))
  const served = (await assignmentsOf(db, user))
    .filter((a) => isOn(a, today) && places.today.has(a.department))
    .flatMap((a) =>
      (a.rank === 'member' ? ['section-staff'] : ['section-staff', 'section-head']).map((role) => ({
        role,
        place: nameOf(a.department),
        from: a.from,
        until: a.until,
        post: a.post,
        reason: '',
      })),
    )
  const districtOf = districtNamer(await districts(db), today)
  const given = (await grantedDuties(db, user))
    .filter((d) => isOn(d, today))
    .map((d) => ({
      role: d.role,
      place: nameOf(d.department) || (d.district ? districtOf(d.district) : (d.scheme ?? '')),
      from: d.from,
      until: d.until,
      post: null,
      reason: d.reason,
    }))
  return [...served, ...given]
}

/** /desk/account: a person's own ways in, and where they are in use. */
export function accountRoutes(gate: Gate) {
  const { auth } = gate
  const attempt = attempts(gate, 'own-password')
  const away = (c: Desk, said: (typeof saids)[number]) =>
    c.redirect(at(c.var.view, `${urls.account}?said=${said}`), 303)

  return new Hono<Env>()
    .get(urls.account, async (c) => {
      const { ctx, view } = c.var
      const session = fullSession(c)
      const said = saids.find((one) => one === c.req.query('said'))
      const sessions = await sessionsOf(ctx.db, session.user)
      return c.html(
        <AccountPage
          view={view}
          s={words(c)}
          name={ctx.actor.name}
          duties={await dutiesOf(c, session.user)}
          factors={await factorsOf(ctx.db, session.user)}
          sessions={sessions.filter((one) => isAlive(one, ctx.now))}
          current={session.id}
          isFresh={isFresh(session, ctx.now)}
          {...(said && { said })}
        />,
      )
    })
    .post(urls.ownSessions, async (c) => {
      const which = textIn(await c.req.parseBody(), 'which')
      await endOwn(c.var.ctx, fullSession(c), which)
      return away(c, 'ended')
    })
    .get(urls.ownPassword, async (c) => {
      const { hasPassword } = await factorsOf(c.var.ctx.db, fullSession(c).user)
      const props = { view: c.var.view, s: words(c), hasPassword }
      return c.html(<OwnPasswordPage {...props} faults={{}} />)
    })
    .post(urls.ownPassword, async (c) => {
      const { ctx, view } = c.var
      const session = fullSession(c)
      const body = await c.req.parseBody()
      const known = await credentialOf(ctx.db, session.user)
      const from = originOf(gate, c)
      const password = textIn(body, 'password')
      const hasPassword = Boolean(known?.hash)
      if (!hasPassword) {
        const first = stepUp(c, urls.ownPassword)
        if (first) return first
      }
      const taken = await attempt(ctx.db, known?.email ?? '', gate.addressOf(c), from)
      const old = textIn(body, 'old').slice(0, 1000)
      const fits = taken.ok && (!known?.hash || (await auth.passwords.verify(old, known.hash)))
      const t = words(c)
      const faults = {
        ...(!fits && { old: taken.ok ? t.wrong : t.tooMany(Math.ceil(taken.wait / 60)) }),
        ...faultsOf(c, password, textIn(body, 'repeat')),
      }
      if (Object.keys(faults).length)
        return c.html(
          <OwnPasswordPage view={view} s={t} hasPassword={hasPassword} faults={faults} />,
          taken.ok ? 422 : 429,
        )
      const onward = at(view, `${urls.account}?said=saved`)
      const { hash } = auth.passwords
      return leadOn(gate, c, await changePassword(ctx, session, password, hash, from, onward))
    })
    .get(urls.ownTotp, async (c) => {
      const offered = await offer(c, fullSession(c))
      const props = { view: c.var.view, s: words(c), ...offered }
      return stepUp(c, urls.ownTotp) ?? c.html(<OwnTotpPage {...props} />)
    })
    .post(urls.ownTotp, async (c) => {
      const { ctx, view } = c.var
      const session = fullSession(c)
      const first = stepUp(c, urls.ownTotp)
      if (first) return first
      const typed = textIn(await c.req.parseBody(), 'code').slice(0, 40)
      const onward = at(view, urls.account)
      const change = { session, from: originOf(gate, c), onward, stage: 'full' } as const
      const enrolled = await addTotp(ctx, change, typed)
      if (enrolled) return showEnrolled(gate, c, enrolled)
      const props = { view, s: words(c), ...(await offer(c, session)) }
      return c.html(<OwnTotpPage {...props} fault={words(c).enrolWrong} />, 422)
    })
    .post(urls.ownCodes, async (c) => {
      const { ctx, view } = c.var
      const first = stepUp(c, urls.account)
      if (first) return first
      const codes = await renewSheet(ctx, fullSession(c).user)
      const props = { view, t: words(c), codes: codes.map(shownCode) }
      return c.html(<CodesPage {...props} onward={at(view, urls.account)} />)
    })
    .post(urls.ownFactor, async (c) => {
      const first = stepUp(c, urls.account)
      if (first) return first
      const what = textIn(await c.req.parseBody(), 'what')
      try {
        await removeFactor(c.var.ctx, fullSession(c).user, what)
      } catch (thrown) {
        const last = thrown instanceof Refused && thrown.message === 'last-factor'
        if (!last) throw thrown
        return away(c, 'lastFactor')
      }
      return away(c, 'saved')
    })
}
